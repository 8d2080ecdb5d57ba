import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type PollView, startPoll } from '@/contracts/polls'
import type { Queryable } from '@/db/client'
import { message, poll, pollVote } from '@/db/schema'

/** The polls in these messages with all votes; a deleted message has none. Access is the caller's to check. */
export async function loadPolls(
  q: Queryable,
  messageIds: string[],
): Promise<Map<string, PollView>> {
  const found = new Map<string, PollView>()
  if (messageIds.length === 0) return found
  const rows = await q
    .select({ poll })
    .from(poll)
    .innerJoin(message, eq(message.id, poll.messageId))
    .where(and(inArray(poll.messageId, messageIds), isNull(message.deletedAt)))
  if (rows.length === 0) return found
  for (const { poll } of rows)
    found.set(poll.messageId, { ...startPoll(poll), closed: poll.closedAt !== null })
  const votes = await q
    .select()
    .from(pollVote)
    .where(inArray(pollVote.messageId, [...found.keys()]))
    .orderBy(asc(pollVote.personId))
  for (const { messageId, personId, choices } of votes)
    for (const at of choices) found.get(messageId)?.options[at]?.personIds.push(personId)
  return found
}
