import type { Refusal } from '@/components/realtime/transport'
import type { RoomStore } from '@/components/rooms/room-store'
import { keptVersions, type VersionFile, type VersionView } from '@/contracts/versions'

export type HistoryView = {
  /** Newest first. */
  versions: VersionView[]
  /** Older ones may wait on the server. */
  more: boolean
  loading: boolean
  /** Why older ones could not be loaded. */
  problem: string | null
}
type Read<T> = ({ ok: true } & T) | Refusal

/**
 * The versions of a room as far as somebody has looked back, and what is in them. The newest come with the
 * room's own events; what is in a version never changes, so it is asked for once.
 */
export class VersionHistory {
  readonly #store: RoomStore
  readonly #seen = new Map<string, VersionView>()
  readonly #files = new Map<string, VersionFile[]>()
  readonly #texts = new Map<string, string>()
  readonly #subscribers = new Set<() => void>()
  #more: boolean
  #loading = false
  #problem: string | null = null
  #view: HistoryView | undefined
  #newest: readonly VersionView[] = []

  constructor(store: RoomStore) {
    this.#store = store
    this.#more = store.getView().versions.length >= keptVersions
    this.#follow()
  }

  #follow() {
    const { versions } = this.#store.getView()
    if (versions === this.#newest) return
    this.#newest = versions
    this.learn(...versions)
  }

  /** What the server has answered about versions is as good as the room's events. */
  learn(...versions: VersionView[]) {
    for (const version of versions) this.#seen.set(version.id, version)
    this.#changed()
  }

  async loadOlder(): Promise<void> {
    if (this.#loading) return
    this.#loading = true
    this.#problem = null
    this.#changed()
    const { roomId, transport } = this.#store
    const beforeSeq = this.getView().versions.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER
    const answer = await transport.request('version:list', { roomId, beforeSeq })
    this.#loading = false
    if (answer.ok) {
      this.#more = answer.more
      this.learn(...answer.versions)
    } else {
      this.#problem = answer.message
      this.#changed()
    }
  }

  async open(versionId: string): Promise<Read<{ files: VersionFile[] }>> {
    const known = this.#files.get(versionId)
    if (known) return { ok: true, files: known }
    const { roomId, transport } = this.#store
    const answer = await transport.request('version:open', { roomId, versionId })
    if (answer.ok) this.#files.set(versionId, answer.files)
    return answer
  }

  async read(versionId: string, file: VersionFile): Promise<Read<{ text: string }>> {
    const { documentId, hash } = file
    const known = this.#texts.get(hash)
    if (known !== undefined) return { ok: true, text: known }
    const { roomId, transport } = this.#store
    const answer = await transport.request('version:read', { roomId, versionId, documentId })
    if (answer.ok) this.#texts.set(hash, answer.text)
    return answer
  }

  getView = (): HistoryView => {
    this.#view ??= {
      versions: [...this.#seen.values()].sort((one, other) => other.seq - one.seq),
      more: this.#more,
      loading: this.#loading,
      problem: this.#problem,
    }
    return this.#view
  }

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    const stop = this.#store.subscribe(() => this.#follow())
    this.#follow()
    return () => {
      this.#subscribers.delete(listener)
      stop()
    }
  }

  #changed() {
    this.#view = undefined
    for (const listener of this.#subscribers) listener()
  }
}
