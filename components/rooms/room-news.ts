import type { RoomEvent } from '@/contracts/realtime'
import type { VersionView } from '@/contracts/versions'
import { plainText } from './plain-text'
import { slowNotice } from './slow-words'

/** A line about the team between the messages. */
export type Notice = { seq: number; at: string; text: string }

const kept = 50

/** What a room's events say to people: lines about the team, and what a screen reader should hear. */
export class RoomNews {
  notices: Notice[] = []
  /** The newest last. */
  spoken: { key: string; text: string }[] = []
  readonly #personId: string

  readonly #pathOf: (documentId: string) => string

  constructor(personId: string, pathOf: (documentId: string) => string) {
    this.#personId = personId
    this.#pathOf = pathOf
  }

  /**
   * `live` is false for what was caught up on: that is summed up rather than read out. `versions` are those
   * that are known, for their names.
   */
  tell(events: RoomEvent[], live: boolean, versions: VersionView[] = []) {
    for (const { seq, at, ...event } of events) {
      if (event.kind === 'member:joined')
        this.#note({ seq, at, text: `${event.person.name} joined the team.` })
      if (event.kind === 'member:left' && event.how !== 'completed')
        this.#note({ seq, at, text: `${event.person.name} is no longer on the team.` })
      if (event.kind === 'slow:changed')
        this.#note({ seq, at, text: slowNotice(event.person.name, event.seconds) })
      if (event.kind === 'message:pinned')
        this.#note({ seq, at, text: `${event.person.name} pinned a message.` })
      if (event.kind === 'message:unpinned')
        this.#note({ seq, at, text: `${event.person.name} unpinned a message.` })
      if (event.kind === 'version:restored') {
        const name = versions.find(({ id }) => id === event.versionId)?.name
        const what = event.path ?? 'all files'
        const from = name ? `“${name}”` : 'an earlier version'
        this.#note({ seq, at, text: `${event.person.name} restored ${what} from ${from}.` })
      }
    }
    if (live) this.#tellOfMarks(events)
    const heard = events.flatMap((event) =>
      event.kind === 'message:created' && event.message.author.id !== this.#personId
        ? [event.message]
        : [],
    )
    const last = heard.at(-1)
    if (last)
      this.#speak(
        live && heard.length <= 3
          ? heard.map(({ id, author, body, attachments, poll, threadId }) => ({
              key: id,
              text: [
                `${author.name}${threadId ? ' in a thread' : ''}: ${plainText(body)}`,
                ...attachments.map(({ name }) => name),
                ...(poll ? [`Poll: ${poll.options.map(({ text }) => text).join(', ')}`] : []),
              ].join(' '),
            }))
          : [{ key: last.id, text: `${heard.length} new messages` }],
      )
  }

  #tellOfMarks(events: RoomEvent[]) {
    for (const event of events) {
      if (event.kind !== 'mark:added' || event.mark.author.id === this.#personId) continue
      const { id, documentId, author, body } = event.mark
      this.#speak([
        { key: id, text: `${author.name} asks about ${this.#pathOf(documentId)}: ${body}` },
      ])
    }
  }

  #note(notice: Notice) {
    this.notices = [...this.notices, notice].slice(-kept)
    this.#speak([{ key: `notice-${notice.seq}`, text: notice.text }])
  }

  #speak(lines: RoomNews['spoken']) {
    this.spoken = [...this.spoken, ...lines].slice(-kept)
  }
}
