import { inArray, sql } from 'drizzle-orm'
import type { FollowedThread } from '@/contracts/realtime'
import { db } from '@/db/client'
import { message } from '@/db/schema'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readMessageViews } from './read-messages'

/** How many threads the list holds. */
const most = 50

type Row = { id: string; unread: number; mentions: number; last_read_seq: string }

/** The threads of a room that a person follows, those with something unread first, then the newest. */
export async function listThreads(
  actor: Actor,
  { roomId }: { roomId: string },
): Promise<{ threads: FollowedThread[] }> {
  await loadSeat(db(), actor, roomId)
  const { personId } = actor
  const { rows } = await db().execute<Row>(sql`
    select t.thread_id as id, t.last_read_seq, u.unread, n.mentions
    from thread_read t join message root on root.id = t.thread_id
    cross join lateral (
      select count(*)::int as unread from message x
      where x.thread_id = t.thread_id and x.seq > t.last_read_seq and x.author_id <> ${personId}
        and x.deleted_at is null
    ) u
    cross join lateral (
      select count(*)::int as mentions from mention n
      where n.person_id = ${personId} and n.thread_id = t.thread_id and n.seq > t.last_read_seq
    ) n
    where t.person_id = ${personId} and t.room_id = ${roomId}
      and (root.reply_count > 0 or root.deleted_at is null)
    order by u.unread > 0 desc, root.thread_seq desc limit ${most}`)
  if (rows.length === 0) return { threads: [] }
  const ids = rows.map((row) => row.id)
  const roots = await readMessageViews(db(), inArray(message.id, ids), most)
  const byId = new Map(roots.map((root) => [root.id, root]))
  const threads = rows.flatMap(({ id, unread, mentions, last_read_seq }) => {
    const root = byId.get(id)
    return root ? [{ root, unread, mentions, lastReadSeq: Number(last_read_seq) }] : []
  })
  return { threads }
}
