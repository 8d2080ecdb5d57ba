import {
  keptUnread,
  type MessageView,
  type RoomEvent,
  type UnreadCount,
  type UnreadView,
} from '@/contracts/realtime'

/** `certain` is false once it depends on numbers that were not told: then the server is to be asked. */
export type Unread = UnreadView & { certain: boolean }

/** Whether what somebody else wrote mentions this person. */
export const isMentioned = (
  authorId: string,
  { mentions, here }: Pick<MessageView, 'mentions' | 'here'>,
  personId: string,
) => authorId !== personId && (here || mentions.includes(personId))

/** What is unread after an event; one that was counted already changes nothing. */
export function countEvent(unread: Unread, event: RoomEvent, personId: string): Unread {
  if (event.seq <= unread.seq) return unread
  const next = { ...unread, seq: event.seq }
  if (event.kind === 'message:created') {
    const { author, seq, threadId, createdAt } = event.message
    if (threadId || author.id === personId || seq <= unread.lastReadSeq) return next
    const since = unread.messages.count === 0 ? createdAt : unread.since
    const counted = { ...next, messages: withNumber(unread.messages, seq), since }
    return isMentioned(author.id, event.message, personId)
      ? { ...counted, mentions: withNumber(unread.mentions, seq) }
      : counted
  }
  const { kind } = event
  if (kind !== 'message:edited' && kind !== 'message:deleted' && kind !== 'message:restored')
    return next
  const { messageSeq, threadId } = event
  if (threadId || messageSeq === null || messageSeq <= unread.lastReadSeq) return next
  if (kind !== 'message:deleted' && event.authorId === personId) return next
  const { messages, mentions } = unread
  if ((kind !== 'message:edited' && beyond(messages, messageSeq)) || beyond(mentions, messageSeq))
    return { ...next, certain: false }
  const mentioned = kind !== 'message:deleted' && isMentioned(event.authorId, event, personId)
  const counted = {
    ...next,
    mentions: (mentioned ? withNumber : withoutNumber)(mentions, messageSeq),
  }
  if (kind === 'message:edited') return counted
  const change = kind === 'message:deleted' ? withoutNumber : withNumber
  return keepSince(unread, { ...counted, messages: change(messages, messageSeq) })
}

/** What is left unread once everything up to a number is read. */
export function countRead(unread: Unread, lastReadSeq: number): Unread {
  if (lastReadSeq <= unread.lastReadSeq) return unread
  const messages = after(unread.messages, lastReadSeq)
  const mentions = after(unread.mentions, lastReadSeq)
  const known = !beyond(unread.messages, lastReadSeq) && !beyond(unread.mentions, lastReadSeq)
  const certain = unread.certain && known
  return keepSince(unread, { ...unread, lastReadSeq, certain, messages, mentions })
}

function after({ count, numbers }: UnreadCount, lastReadSeq: number): UnreadCount {
  const left = numbers.filter((seq) => seq > lastReadSeq)
  return { count: left.length === numbers.length ? count : left.length, numbers: left }
}

/** Older than the numbers that were told, while there are such: whether it counted is not known here. */
const beyond = ({ count, numbers }: UnreadCount, seq: number) =>
  count > numbers.length && seq < (numbers[0] ?? Number.POSITIVE_INFINITY)

function withNumber({ count, numbers }: UnreadCount, seq: number): UnreadCount {
  if (numbers.includes(seq)) return { count, numbers }
  const at = numbers.findLastIndex((each) => each < seq) + 1
  return { count: count + 1, numbers: numbers.toSpliced(at, 0, seq).slice(-keptUnread) }
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
