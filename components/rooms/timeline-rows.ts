import type { MessageView } from '@/contracts/realtime'
import type { Pending } from './outbox'
import { dayOf } from './reader-clock'
import type { RoomView } from './room-view'

/** `first` opens a group: it carries its author's name. */
export type TimelineRow =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'new'; key: string }
  | { kind: 'notice'; key: string; text: string; at: string }
  | { kind: 'message'; key: string; message: MessageView; first: boolean }
  /** Newer messages are on the server, before what waits to be sent. */
  | { kind: 'gap'; key: string }
  | { kind: 'pending'; key: string; pending: Pending; first: boolean }

const groupWithin = 5 * 60_000

/** The lines of a room, oldest first: messages, the team's news between them, separators, what waits. */
export function timelineRows(
  view: Pick<RoomView, 'messages' | 'notices' | 'pending' | 'divider' | 'more' | 'newer'>,
  me: string,
  zone: string,
): TimelineRow[] {
  const rows: TimelineRow[] = []
  let day = ''
  let last: { author: string; at: number } | undefined
  const from = view.more ? (view.messages[0]?.seq ?? 0) : 0
  const to = view.newer ? (view.messages.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY
  // What is new begins before the messages at hand: its line belongs there.
  let marked = view.divider === null || view.divider < from - 1
  const notices = view.notices.filter(({ seq }) => seq >= from && seq <= to)

  const openDay = (at: string | number) => {
    const its = dayOf(at, zone)
    if (its === day) return
    day = its
    last = undefined
    rows.push({ kind: 'day', key: `day-${its}`, day: its })
  }
  const group = (author: string, at: number, alone: boolean) => {
    const first = alone || last?.author !== author || at - last.at > groupWithin
    last = { author, at }
    return first
  }
  const tellUpTo = (seq: number) => {
    for (let next = notices[0]; next && next.seq < seq; next = notices[0]) {
      notices.shift()
      openDay(next.at)
      last = undefined
      rows.push({ kind: 'notice', key: `notice-${next.seq}`, text: next.text, at: next.at })
    }
  }

  for (const message of view.messages) {
    tellUpTo(message.seq)
    openDay(message.createdAt)
    if (!marked && message.seq > (view.divider ?? 0) && message.author.id !== me) {
      marked = true
      last = undefined
      rows.push({ kind: 'new', key: 'new' })
    }
    const { author, clientId, createdAt, replyTo } = message
    const first = group(author.id, Date.parse(createdAt), replyTo !== null)
    // A message keeps its place in the document when it turns from waiting into stored.
    rows.push({ kind: 'message', key: `${author.id}-${clientId}`, message, first })
  }
  tellUpTo(Number.POSITIVE_INFINITY)
  if (view.newer) {
    last = undefined
    rows.push({ kind: 'gap', key: 'gap' })
  }
  for (const pending of view.pending) {
    openDay(pending.at)
    const first = group(me, pending.at, pending.replyTo !== null)
    rows.push({ kind: 'pending', key: `${me}-${pending.clientId}`, pending, first })
  }
  return rows
}
