import { sql } from 'drizzle-orm'
import type { LoadMessagesInput } from '@/contracts/inputs'
import type { MessagesPage } from '@/contracts/realtime'
import { db } from '@/db/client'
import { findMessagePlace, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { messagePageSize, readMessages } from './read-messages'

/** A page of a room's messages: before or after a number, or around a message, a number or a moment. */
export async function loadMessages(actor: Actor, input: LoadMessagesInput): Promise<MessagesPage> {
  const { roomId } = await loadSeat(db(), actor, input.roomId)
  if ('beforeSeq' in input) return readMessages(db(), roomId, { before: input.beforeSeq })
  if ('afterSeq' in input) return readMessages(db(), roomId, { from: input.afterSeq + 1 })
  const { seq, threadId } = await placeOf(actor, roomId, input)
  const half = messagePageSize / 2
  // Dense on either side of `seq`, whatever is written between the two: together they have no hole.
  const [older, rest] = await Promise.all([
    readMessages(db(), roomId, { before: seq }, half),
    readMessages(db(), roomId, { from: seq }, half),
  ])
  return {
    messages: [...older.messages, ...rest.messages],
    more: older.more,
    newer: rest.newer,
    target: (rest.messages[0] ?? older.messages.at(-1))?.id ?? null,
    threadId,
  }
}

async function placeOf(
  actor: Actor,
  roomId: string,
  input: Extract<
    LoadMessagesInput,
    { aroundId: string } | { aroundSeq: number } | { aroundTime: string }
  >,
): Promise<{ seq: number; threadId: string | null }> {
  if ('aroundSeq' in input) return { seq: input.aroundSeq, threadId: null }
  if ('aroundTime' in input)
    return { seq: await findSeqAt(roomId, input.aroundTime), threadId: null }
  const place = await findMessagePlace(db(), actor, roomId, input.aroundId)
  if (!place.threadId) return place
  // A reply is found where the thread begins that it stands in.
  const root = await findMessagePlace(db(), actor, roomId, place.threadId)
  return { seq: root.seq, threadId: place.threadId }
}

/**
 * The number of the first message at or after a moment. Times grow with numbers, for the room's row is locked
 * when both are taken: so halves are thrown away, some twenty steps on the index that orders the room, and
 * sending need not keep another index for this.
 */
async function findSeqAt(roomId: string, time: string): Promise<number> {
  const { rows } = await db().execute<{ seq: string }>(sql`
    with recursive search (low, high) as (
      select 0::bigint, r.seq + 1 from room r where r.id = ${roomId}
      union all
      select case when x.created_at < ${new Date(time)} then x.seq else s.low end,
        case when x.created_at < ${new Date(time)} then s.high else (s.low + s.high) / 2 end
      from search s
      left join lateral (
        select m.seq, m.created_at from message m
        where m.room_id = ${roomId} and m.seq >= (s.low + s.high) / 2 and m.seq < s.high
        order by m.seq limit 1
      ) x on true
      where s.high - s.low > 1
    )
    select high as seq from search order by high - low limit 1`)
  return Number(rows[0]?.seq ?? 0)
}
