import { keptUnread, type RoomEvent, type UnreadCount, type UnreadView } from '@/contracts/realtime'

/** `certain` is false once it depends on numbers that were not told: then the server is to be asked. */
export type Unread = UnreadView & { certain: boolean }

/** What is unread after an event; one that was counted already changes nothing. */
export function countEvent(unread: Unread, event: RoomEvent, personId: string): Unread {
  if (event.seq <= unread.seq) return unread
  const next = { ...unread, seq: event.seq }
  if (event.kind === 'message:created') {
    const { author, seq, createdAt } = event.message
    if (author.id === personId || seq <= unread.lastReadSeq) return next
    const since = unread.messages.count === 0 ? createdAt : unread.since
    return { ...next, messages: withNumber(unread.messages, seq), since }
  }
  if (event.kind === 'message:deleted' && event.messageSeq !== null) {
    const { messageSeq } = event
    if (messageSeq <= unread.lastReadSeq) return next
    if (beyond(unread.messages, messageSeq)) return { ...next, certain: false }
    return keepSince(unread, { ...next, messages: withoutNumber(unread.messages, messageSeq) })
  }
  return next
}

/** What is left unread once everything up to a number is read. */
export function countRead(unread: Unread, lastReadSeq: number): Unread {
  if (lastReadSeq <= unread.lastReadSeq) return unread
  const { messages } = unread
  const numbers = messages.numbers.filter((seq) => seq > lastReadSeq)
  const certain = unread.certain && !beyond(messages, lastReadSeq)
  const count = numbers.length === messages.numbers.length ? messages.count : numbers.length
  return keepSince(unread, { ...unread, lastReadSeq, certain, messages: { count, numbers } })
}

/** Older than the numbers that were told, while there are such: whether it counted is not known here. */
const beyond = ({ count, numbers }: UnreadCount, seq: number) =>
  count > numbers.length && seq < (numbers[0] ?? Number.POSITIVE_INFINITY)

function withNumber({ count, numbers }: UnreadCount, seq: number): UnreadCount {
  if (numbers.includes(seq)) return { count, numbers }
  return { count: count + 1, numbers: [...numbers, seq].slice(-keptUnread) }
}

function withoutNumber({ count, numbers }: UnreadCount, seq: number): UnreadCount {
  if (!numbers.includes(seq)) return { count, numbers }
  return { count: count - 1, numbers: numbers.filter((each) => each !== seq) }
}

/** When the first was written is known for as long as it is the first. */
const keepSince = (before: Unread, after: Unread): Unread => ({
  ...after,
  since: firstUnread(before) === firstUnread(after) ? after.since : null,
})

/** The number of the first unread message; null when there is none, or when it is not known. */
export function firstUnread({ messages: { count, numbers } }: UnreadView): number | null {
  return count === numbers.length ? (numbers[0] ?? null) : null
}
