import { type SQL, sql } from 'drizzle-orm'
import { keptUnread, type UnreadView } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'

type Row = {
  room_id: string
  seq: string
  last_read_seq: string
  epoch: number
  count: number
  numbers: string[]
  since: Date | null
  mentions: number
  mention_numbers: string[]
}

/**
 * Whether message `x` of a room's main list is unread by a person whose mark there is the row `rr`, if there
 * is one. Threads have marks of their own.
 */
export const isUnread = (personId: string): SQL => sql`
  x.seq > coalesce(rr.last_read_seq, 0) and x.author_id <> ${personId} and x.deleted_at is null
  and x.thread_id is null`

/** Whether row `n` of `mention` is about an unread message of room `r`, by the same mark. */
export const isUnreadMention = (personId: string): SQL => sql`
  n.person_id = ${personId} and n.room_id = r.id and n.thread_id is null
  and n.seq > coalesce(rr.last_read_seq, 0)`

/**
 * What a person has not read of each of these rooms, by the room's id: one snapshot, a range of the index on
 * (room, seq) per room. Access is the caller's to check.
 */
export async function readUnread(
  q: Queryable,
  personId: string,
  roomIds: string[],
): Promise<Map<string, UnreadView>> {
  if (roomIds.length === 0) return new Map()
  const { rows } = await q.execute<Row>(sql`
    select r.id as room_id, r.seq, coalesce(rr.last_read_seq, 0) as last_read_seq,
      coalesce(rr.epoch, 0) as epoch, u.count, u.numbers, u.since,
      n.count as mentions, n.numbers as mention_numbers
    from room r
    left join room_read rr on rr.person_id = ${personId} and rr.room_id = r.id
    cross join lateral (
      select count(*)::int as count, min(x.created_at) as since,
        coalesce((array_agg(x.seq order by x.seq desc))[1:${keptUnread}::int], '{}') as numbers
      from message x where x.room_id = r.id and ${isUnread(personId)}
    ) u
    cross join lateral (
      select count(*)::int as count,
        coalesce((array_agg(n.seq order by n.seq desc))[1:${keptUnread}::int], '{}') as numbers
      from mention n where ${isUnreadMention(personId)}
    ) n
    where r.id in (${sql.join(
      roomIds.map((roomId) => sql`${roomId}::uuid`),
      sql`, `,
    )})`)
  return new Map(
    rows.map((row) => [
      row.room_id,
      {
        seq: Number(row.seq),
        lastReadSeq: Number(row.last_read_seq),
        epoch: row.epoch,
        messages: toCount(row.count, row.numbers),
        since: row.since && new Date(row.since).toISOString(),
        mentions: toCount(row.mentions, row.mention_numbers),
      },
    ]),
  )
}

const toCount = (count: number, newestFirst: string[]) => ({
  count,
  numbers: newestFirst.map(Number).reverse(),
})

export async function readUnreadOf(
  q: Queryable,
  personId: string,
  roomId: string,
): Promise<UnreadView> {
  const unread = (await readUnread(q, personId, [roomId])).get(roomId)
  if (!unread) throw new Error(`Room ${roomId} is gone.`)
  return unread
}
