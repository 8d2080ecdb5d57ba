import * as Y from 'yjs'
import { maximumUpdateBytes } from '@/contracts/documents'

type Entry = { update: Uint8Array; changes: number }
export type Parcel = { update: Uint8Array; entries: number; version: number }

/** Room for what merging adds. */
const parcelBytes = maximumUpdateBytes - 2_048

/** Changes of this page that the server has not acknowledged, in the order of their making. */
export class UpdateQueue {
  #entries: Entry[] = []
  /** Another one when the queue was made anew: parcels of an older one are none of its business. */
  #version = 0

  /** How many changes wait. */
  get size() {
    return this.#entries.reduce((sum, { changes }) => sum + changes, 0)
  }

  add(update: Uint8Array) {
    this.#entries.push({ update, changes: 1 })
  }

  clear() {
    this.#version++
    this.#entries = []
  }

  /** Lets one update stand for everything that waits and for what an earlier page left. */
  replace(update: Uint8Array) {
    const changes = Math.max(1, this.size)
    // Too large for one request: what was typed here is still at hand piece by piece.
    if (update.byteLength > parcelBytes && this.#entries.length > 1) return
    this.#version++
    this.#entries = [{ update, changes }]
  }

  /** The oldest changes as one update that the server takes; they stay until `done`. */
  next(): Parcel | null {
    const first = this.#entries[0]
    if (!first) return null
    let bytes = 0
    let entries = 0
    for (const { update } of this.#entries) {
      bytes += update.byteLength
      if (entries > 0 && bytes > parcelBytes) break
      entries++
    }
    const update =
      entries === 1
        ? first.update
        : Y.mergeUpdates(this.#entries.slice(0, entries).map((one) => one.update))
    return { update, entries, version: this.#version }
  }

  done({ entries, version }: Parcel) {
    if (version === this.#version) this.#entries.splice(0, entries)
  }
}
