import { z } from 'zod'
import type { Transport } from '@/components/realtime/transport'
import type { DraftView } from '@/contracts/drafts'
import { messageView } from '@/contracts/realtime'
import type { Clock } from './clock'
import { keep, type Shelf } from './kept-text'

const text = { body: z.string(), replyTo: messageView.shape.replyTo }
/**
 * `version`: of the stored draft that it grew from; `unsaved`: nobody else has it; `sending`: what was on its way
 * to be stored before it, and may have arrived.
 */
const kept = z.object({
  ...text,
  version: z.number().default(0),
  unsaved: z.boolean().default(true),
  sending: z.string().optional(),
})
export type Kept = z.infer<typeof kept>
export type Draft = Pick<Kept, 'body' | 'replyTo'>

/** So long after the last letter it is stored. */
const pause = 800

const isEmpty = ({ body, replyTo }: Draft) => body === '' && replyTo === null
const isSame = (one: Draft, other: Draft) =>
  one.body === other.body && (one.replyTo?.id ?? null) === (other.replyTo?.id ?? null)

/**
 * What to go on with, of what this device holds and what is stored. The newer version wins; but a text that was
 * typed here and is stored nowhere is never given up: it is put below what came from elsewhere.
 */
export function settleDraft(here: Kept | null, stored: DraftView): Kept {
  const fresh = { ...stored, unsaved: false }
  // The page was rendered just before this device stored it.
  if (here && here.version > stored.version) return here
  if (!here?.unsaved) return fresh
  const { sending, ...own } = here
  // It came after what is stored, also when it is nothing: what was sent in between must not come back.
  if (own.version >= stored.version || sending === stored.body)
    return { ...own, version: stored.version }
  if (isEmpty(own)) return fresh
  if (isEmpty(stored)) return { ...own, version: stored.version }
  if (stored.body.includes(here.body)) return fresh
  const body = here.body.includes(stored.body) ? here.body : `${stored.body}\n\n${here.body}`
  return { body, replyTo: here.replyTo ?? stored.replyTo, version: stored.version, unsaved: true }
}

export type DraftPlace = {
  roomId: string
  /** Null in the room itself. */
  threadId: string | null
  personId: string
  shelf: Shelf | undefined
}

/** A draft on its way between the composer, this device's shelf and the server. */
export class DraftKeeper {
  readonly #place: DraftPlace
  readonly #transport: Transport
  readonly #clock: Clock
  #now: Kept
  #stopTimer: (() => void) | undefined
  /** The text that is on its way to be stored. */
  #sending: string | undefined
  #arrive: ((draft: Draft) => boolean) | undefined

  constructor(place: DraftPlace, stored: DraftView, transport: Transport, clock: Clock) {
    this.#place = place
    this.#transport = transport
    this.#clock = clock
    this.#now = { ...stored, unsaved: false }
  }

  /**
   * What the composer begins with.
   * @param arrive takes what was changed elsewhere; false while its own text is not to be overwritten
   */
  open(arrive: (draft: Draft) => boolean): Draft {
    this.#arrive = arrive
    // A thread's composer comes and goes: what it left unsaved is newer than anything that is kept.
    if (!this.#now.unsaved) this.#now = settleDraft(this.#read(), this.#now)
    if (this.#now.unsaved) this.#saveSoon()
    return this.#now
  }

  /** Something was typed, thrown away or sent. */
  change(draft: Draft) {
    if (isSame(draft, this.#now)) return
    this.#now = { ...draft, version: this.#now.version, unsaved: true }
    this.#write()
    // What is sent should be nowhere to be sent again.
    if (isEmpty(draft)) void this.save()
    else this.#saveSoon()
  }

  /** The person changed it on another device. */
  heard(stored: DraftView) {
    if (stored.version <= this.#now.version || this.#now.unsaved) return
    if (!this.#arrive?.(stored)) return
    this.#now = { ...stored, unsaved: false }
    this.#write()
  }

  /** Stores what is not stored yet; a text that was overtaken goes on from what overtook it. */
  async save(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = undefined
    if (this.#sending !== undefined || !this.#now.unsaved) return
    const sent = this.#now
    const { roomId, threadId } = this.#place
    const { body, replyTo, version } = sent
    this.#sending = body
    const input = { roomId, threadId, body, replyToId: replyTo?.id ?? null, version }
    const answer = await this.#transport.request('draft:save', input)
    this.#sending = undefined
    // Offline, or too much at once: it waits on this device, and goes with the next change or connection.
    if (!answer.ok) return
    const changed = this.#now !== sent
    if (answer.saved) this.#now = { ...this.#now, version: answer.draft.version, unsaved: changed }
    else {
      // What is being written is the newest there is; what was only kept makes room.
      const settled = changed ? null : settleDraft(sent, answer.draft)
      if (settled && !isSame(settled, sent) && this.#arrive?.(settled)) this.#now = settled
      else this.#now = { ...this.#now, version: answer.draft.version }
    }
    this.#write()
    if (this.#now.unsaved) this.#saveSoon()
  }

  stop() {
    void this.save()
    this.#arrive = undefined
  }

  #saveSoon() {
    this.#stopTimer?.()
    this.#stopTimer = this.#clock.after(pause, () => void this.save())
  }

  get #key() {
    const { personId, roomId, threadId } = this.#place
    return `prajix:draft:${personId}:${roomId}${threadId ? `:${threadId}` : ''}`
  }
  #read(): Kept | null {
    try {
      return kept.parse(JSON.parse(this.#place.shelf?.getItem(this.#key) ?? ''))
    } catch {
      return null
    }
  }
  #write() {
    const { body, replyTo, version, unsaved } = this.#now
    const gone = isEmpty(this.#now) && !unsaved
    keep(
      this.#place.shelf,
      this.#key,
      gone ? '' : JSON.stringify({ body, replyTo, version, unsaved, sending: this.#sending }),
    )
  }
}
