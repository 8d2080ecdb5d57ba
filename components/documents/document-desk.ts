import type * as Y from 'yjs'
import type { Answer } from '@/components/realtime/transport'
import { type Clock, realClock } from '@/components/rooms/clock'
import type { Shelf } from '@/components/rooms/kept-text'
import type { RoomStore } from '@/components/rooms/room-store'
import { DocumentSync } from './document-sync'
import { keepTabs, readTabs } from './kept-tabs'
import type { OpenLocalCopy } from './local-copy'
import { RoomFiles } from './room-files'
import { toBytes } from './unsent-changes'
import { Whereabouts } from './whereabouts'

export type DeskView = {
  /** Files with a tab, in the order of opening. */
  tabs: string[]
  activeId: string | null
  /** In which file each person is. */
  places: ReadonlyMap<string, string>
  followingId: string | null
  /** Where the editor of a file is to go next. */
  aim: Aim | null
}
/** Where the caret goes; what reaches `to` is highlighted for a moment. */
export type Spot = { from: number; to?: number }
/** A place in a file, found once the file is there; null when there is no such place. */
export type Aim = { documentId: string; find: (text: Y.Text) => Spot | null }
type Options = {
  store: RoomStore
  openCopy: OpenLocalCopy
  shelf?: Shelf
  clock?: Clock
}

/** What one person has open of a room's files, who else is where, and what can be done with files. */
export class DocumentDesk {
  readonly files: RoomFiles
  readonly #store: RoomStore
  readonly #options: Options
  readonly #syncs = new Map<string, DocumentSync>()
  readonly #subscribers = new Set<() => void>()
  readonly #places: Whereabouts
  readonly #key: string
  #stops: (() => void)[] = []
  #tabs: string[] = []
  #activeId: string | null = null
  #followingId: string | null = null
  #aim: Aim | null = null
  #documents: readonly unknown[] = []
  #opening = false
  #stopped = false
  #view: DeskView | undefined

  constructor(options: Options) {
    this.#options = options
    this.#store = options.store
    this.files = new RoomFiles(options.store)
    this.#places = new Whereabouts(options.clock ?? realClock, () => this.#moved())
    this.#key = `prajix:tabs:${options.store.me.id}:${options.store.roomId}`
  }

  start() {
    const { transport } = this.#store
    this.#stops = [
      transport.on('cursor:moved', ({ documentId, personId, state }) => {
        const here = this.#syncs
          .get(documentId)
          ?.getView()
          .replica.cursors.receive(personId, toBytes(state))
        if (personId === this.#store.me.id) return
        if (here === false) this.#places.left(personId, documentId)
        else this.#places.seen(personId, documentId)
      }),
      transport.onStatus(() => {
        if (transport.status() !== 'online') this.#places.clear()
      }),
      this.#store.subscribe(() => this.#reconcile()),
    ]
    const kept = readTabs(this.#options.shelf, this.#key)
    const documents = this.#store.getView().documents
    const there = kept.tabs.filter((id) => documents.some((one) => one.id === id))
    this.#tabs = there
    const first = kept.activeId && there.includes(kept.activeId) ? kept.activeId : there[0]
    const active = first ?? documents[0]?.id
    if (active) this.open(active)
    this.#changed()
    void this.#openRest()
  }

  /**
   * Every file of the room is open beside those with a tab: others are seen wherever they are, a run finds
   * what it imports, and all of it is there without a connection. One after the other, for it is no hurry.
   */
  async #openRest() {
    if (this.#opening) return
    this.#opening = true
    for (;;) {
      const next = this.#store.getView().documents.find(({ id }) => !this.#syncs.has(id))
      if (!next || this.#stopped) break
      await this.#sync(next.id).readText()
    }
    this.#opening = false
  }

  stop() {
    this.#stopped = true
    for (const stop of this.#stops) stop()
    for (const sync of this.#syncs.values()) sync.stop()
    this.#syncs.clear()
    this.#places.clear()
  }

  /** The living file behind an id. */
  sync = (documentId: string): DocumentSync => this.#sync(documentId)

  #sync(documentId: string): DocumentSync {
    const found = this.#syncs.get(documentId)
    if (found) return found
    const { roomId, me, transport } = this.#store
    const { openCopy, clock } = this.#options
    const place = { roomId, documentId, personId: me.id }
    const sync = new DocumentSync({ ...place, transport, openCopy, clock })
    this.#syncs.set(documentId, sync)
    sync.start()
    return sync
  }

  /** Opens a file in its tab; by one's own choice this ends following. */
  open(documentId: string, { follow = false } = {}) {
    if (!follow) this.#followingId = null
    if (!this.#tabs.includes(documentId)) this.#tabs = [...this.#tabs, documentId]
    this.#sync(documentId)
    this.#activate(documentId)
  }

  /** Opens a file, and has its editor go to a place in it once its newest text is here. */
  async goTo(aim: Aim) {
    this.open(aim.documentId)
    await this.#sync(aim.documentId).readText()
    if (this.#stopped || this.#activeId !== aim.documentId) return
    this.#aim = aim
    this.#changed()
  }

  /** The editor went where it should. */
  reached = () => {
    this.#aim = null
    this.#changed()
  }

  #activate(documentId: string | null) {
    if (this.#activeId && this.#activeId !== documentId)
      this.#syncs.get(this.#activeId)?.getView().replica.cursors.setOwn(null)
    this.#activeId = documentId
    keepTabs(this.#options.shelf, this.#key, { tabs: this.#tabs, activeId: documentId })
    this.#changed()
  }

  close(documentId: string) {
    const at = this.#tabs.indexOf(documentId)
    if (at < 0) return
    this.#tabs = this.#tabs.filter((id) => id !== documentId)
    const next = this.#tabs[at] ?? this.#tabs[at - 1] ?? null
    this.#activate(this.#activeId === documentId ? next : this.#activeId)
  }

  /** Files that were deleted lose their tabs; new ones are opened. */
  #reconcile() {
    const { documents } = this.#store.getView()
    if (documents === this.#documents) return
    this.#documents = documents
    for (const [id, sync] of [...this.#syncs]) {
      if (documents.some((one) => one.id === id)) continue
      this.close(id)
      this.#syncs.delete(id)
      sync.stop()
    }
    void this.#openRest()
  }

  follow(personId: string | null) {
    this.#followingId = personId
    this.#moved()
  }

  /** To where the person is, once. */
  jumpTo(personId: string) {
    const place = this.#places.of(personId)
    if (place) this.open(place)
  }

  #moved() {
    const place = this.#followingId && this.#places.of(this.#followingId)
    if (place && this.files.has(place) && place !== this.#activeId)
      this.open(place, { follow: true })
    this.#changed()
  }

  async createAndOpen(path: string, text: string): Promise<Answer<'document:create'>> {
    const answer = await this.files.create(path, text)
    if (answer.ok) {
      await this.files.appears(answer.document.id)
      this.open(answer.document.id)
    }
    return answer
  }

  /** The text of every file of the room, for a run; a file that cannot be had is left out. */
  async readAll(): Promise<{ documentId: string; path: string; text: string }[]> {
    const { documents } = this.#store.getView()
    const read = await Promise.all(
      documents.map(async ({ id, path }) => {
        const text = await this.#sync(id).readText()
        return text === null ? [] : [{ documentId: id, path, text }]
      }),
    )
    return read.flat()
  }

  /** Changes that would be lost with this page. */
  get unsafe(): boolean {
    return [...this.#syncs.values()].some((sync) => {
      const { changes, kept } = sync.getView().save
      return changes > 0 && !kept
    })
  }

  getView = (): DeskView => {
    this.#view ??= {
      tabs: this.#tabs,
      activeId: this.#activeId,
      places: this.#places.all(),
      followingId: this.#followingId,
      aim: this.#aim,
    }
    return this.#view
  }

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }

  #changed() {
    this.#view = undefined
    for (const listener of this.#subscribers) listener()
  }
}
