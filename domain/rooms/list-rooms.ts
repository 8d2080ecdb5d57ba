import { sql } from 'drizzle-orm'
import { messageExcerpt } from '@/contracts/realtime'
import type { RoomSummary } from '@/contracts/views'
import { db } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { unreadThreads } from './unread-threads'

type Row = {
  id: string
  title: string
  unread: number
  mentions: number
  threads: number
  author_name: string | null
  body: string
  at: Date
}

/**
 * The person's rooms, the most recently used first. `unread` counts others' messages of the main list that
 * are not deleted and lie after the person's read mark: a range of the index on (room, seq) per room. The
 * last message may stand in a thread: it says where something happens.
 */
export async function listRooms(actor: Actor): Promise<RoomSummary[]> {
  const { rows } = await db().execute<Row>(sql`
    select r.id, p.title, u.unread, n.mentions + t.mentions as mentions, t.threads, l.author_name, l.body, l.at
    from seat s
    join room r on r.id = s.room_id
    join project p on p.id = r.project_id
    left join room_read rr on rr.person_id = ${actor.personId} and rr.room_id = r.id
    cross join lateral (
      select count(*)::int as unread from message x
      where x.room_id = r.id and x.seq > coalesce(rr.last_read_seq, 0)
        and x.author_id <> ${actor.personId} and x.deleted_at is null
        and x.thread_id is null
    ) u
    cross join lateral (
      select count(*)::int as mentions from mention n
      where n.person_id = ${actor.personId} and n.room_id = r.id and n.thread_id is null
        and n.seq > coalesce(rr.last_read_seq, 0)
    ) n
    cross join lateral (
      select (count(*) filter (where f.unread))::int as threads,
        coalesce(sum(f.mentions), 0)::int as mentions
      from (${unreadThreads(actor.personId, sql`r.id`)}) f
    ) t
    left join lateral (
      select a.name as author_name, x.body, x.created_at as at
      from message x join person a on a.id = x.author_id
      where x.room_id = r.id and x.deleted_at is null
      order by x.seq desc limit 1
    ) l on true
    where s.person_id = ${actor.personId}
    order by coalesce(l.at, r.created_at) desc, r.id`)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    href: `/rooms/${row.id}`,
    unread: row.unread,
    mentions: row.mentions,
    threads: row.threads,
    lastMessage:
      row.author_name === null
        ? null
        : {
            authorName: row.author_name,
            excerpt: messageExcerpt(row.body),
            at: new Date(row.at).toISOString(),
          },
  }))
}
