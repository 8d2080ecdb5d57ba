import type { Request, Transport } from '@/components/realtime/transport'
import type { MessageView } from '@/contracts/realtime'
import { closed, deleted, react, voted } from './apply-room-events'

type Change = {
  /** One change of a kind at a time. */
  key: string
  messageId: string
  show(message: MessageView): MessageView
  /** The room's number at which it is part of the state; null until answered. */
  seq: number | null
}

/** Edits, deletes, reactions and votes of one's own, shown at once and taken back when the server refuses. */
export class OptimisticChanges {
  #changes: Change[] = []
  /** Choices that wait for an earlier one, by the message. */
  readonly #next = new Map<string, number[]>()
  readonly #roomId: string
  readonly #transport: Transport
  readonly #on: { changed(): void; answered(seq: number): void }

  constructor(
    roomId: string,
    transport: Transport,
    on: { changed(): void; answered(seq: number): void },
  ) {
    this.#roomId = roomId
    this.#transport = transport
    this.#on = on
  }

  edit(messageId: string, body: string) {
    const editedAt = new Date().toISOString()
    const show = (message: MessageView) => ({ ...message, body, editedAt })
    return this.#make('message:edit', `edit:${messageId}`, messageId, show, { body })
  }

  remove(messageId: string) {
    return this.#make('message:delete', `delete:${messageId}`, messageId, deleted)
  }

  /** @param message as it was before it was deleted */
  restore({ id, body, mentions, here, attachments, poll }: MessageView) {
    const back = { body, mentions, here, attachments, poll, deleted: false }
    const show = (shown: MessageView) => ({ ...shown, ...back })
    return this.#make('message:restore', `delete:${id}`, id, show)
  }

  toggle(message: MessageView, emoji: string, personId: string) {
    const has = message.reactions.some(
      (one) => one.emoji === emoji && one.personIds.includes(personId),
    )
    const kind = has ? ('reaction:removed' as const) : ('reaction:added' as const)
    const show = (shown: MessageView) =>
      react(shown, { kind, emoji, personId, messageId: shown.id, roomId: '', seq: 0, at: '' })
    const name = has ? 'reaction:remove' : 'reaction:add'
    return this.#make(name, `${emoji}:${message.id}`, message.id, show, { emoji })
  }

  /**
   * What is chosen while an earlier choice is on its way goes after it, for the server could take them in another
   * order; of several, the last one.
   */
  async vote(messageId: string, choices: number[], personId: string): Promise<string | undefined> {
    const show = (shown: MessageView) => voted(shown, personId, choices)
    const [key, next] = [`vote:${messageId}`, `next-vote:${messageId}`]
    const others = () => this.#changes.filter((one) => one.key !== next)
    if (this.#changes.some((one) => one.key === key && one.seq === null)) {
      const wanted = { key: next, messageId, show, seq: null }
      this.#changes = [...others(), wanted]
      this.#next.set(messageId, choices)
      this.#on.changed()
      return undefined
    }
    const problem = await this.#make('poll:vote', key, messageId, show, { choices })
    const then = this.#next.get(messageId)
    this.#next.delete(messageId)
    this.#changes = others()
    if (then && !problem) return this.vote(messageId, then, personId)
    if (then) this.#on.changed()
    return problem
  }

  closePoll(messageId: string) {
    return this.#make('poll:close', `close:${messageId}`, messageId, closed)
  }

  /** Resolves to what went wrong, in a sentence; to nothing when it is done. */
  async #make(
    name: Extract<Request, `message:${string}` | `reaction:${string}` | `poll:${string}`>,
    key: string,
    messageId: string,
    show: Change['show'],
    input: object = {},
  ): Promise<string | undefined> {
    if (this.#changes.some((one) => one.key === key && one.seq === null)) return undefined
    const before = this.#changes.filter((one) => one.key === key)
    const change: Change = { key, messageId, show, seq: null }
    this.#changes = [...this.#changes.filter((one) => one.key !== key), change]
    this.#on.changed()
    const answer = await this.#transport.request(name, {
      roomId: this.#roomId,
      messageId,
      ...input,
    })
    if (!answer.ok) {
      this.#changes = [...this.#changes.filter((one) => one !== change), ...before]
      this.#on.changed()
      return answer.message
    }
    if ('seq' in answer) {
      change.seq = answer.seq
      this.#on.answered(answer.seq)
    }
    return undefined
  }

  /** The messages as they will be, and forgets what the state at `seq` already holds. */
  over(messages: MessageView[], seq: number): MessageView[] {
    this.#changes = this.#changes.filter((one) => one.seq === null || one.seq > seq)
    if (this.#changes.length === 0) return messages
    return messages.map((message) =>
      this.#changes
        .filter((one) => one.messageId === message.id)
        .reduce((shown, change) => change.show(shown), message),
    )
  }
}
