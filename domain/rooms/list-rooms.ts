import { sql } from 'drizzle-orm'
import { messageExcerpt, type PersonView } from '@/contracts/realtime'
import { levelOf } from '@/contracts/rooms'
import type { RoomSummary } from '@/contracts/views'
import type { NoticeLevel, RoomKind } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { findStep, toStepRef } from '@/domain/roadmap/find-step'
import { quotedText } from './quoted-text'
import { isUnread, isUnreadMention } from './read-unread'
import { titleOf } from './title-of'
import { unreadThreads } from './unread-threads'

type Row = {
  id: string
  kind: RoomKind
  project_title: string | null
  step_id: string | null
  level: NoticeLevel | null
  person: PersonView | null
  unread: number
  mentions: number
  threads: number
  author_name: string | null
  body: string
  at: Date
}

/**
 * The person's rooms of every kind, the most recently used first; a direct room from its first message on.
 * `unread` counts others' messages of the main list that are not deleted and lie after the person's read mark:
 * a range of an index per room. The last message may stand in a thread: it says where something happens.
 */
export async function listRooms(actor: Actor): Promise<RoomSummary[]> {
  const { rows } = await db().execute<Row>(sql`
    select r.id, r.kind, p.title as project_title, r.step_id, s.level, other.person,
      u.unread, n.mentions + t.mentions as mentions, t.threads, l.author_name, l.body, l.at
    from seat s
    join room r on r.id = s.room_id
    left join project p on p.id = r.project_id
    left join lateral (
      select json_build_object('id', x.id, 'handle', x.handle, 'name', x.name, 'line', x.line) as person
      from seat o join person x on x.id = o.person_id
      where r.kind = 'direct' and o.room_id = r.id and o.person_id <> s.person_id
    ) other on true
    left join room_read rr on rr.person_id = ${actor.personId} and rr.room_id = r.id
    cross join lateral (
      select count(*)::int as unread from message x
      where x.room_id = r.id and ${isUnread(actor.personId)}
    ) u
    cross join lateral (
      select count(*)::int as mentions from mention n where ${isUnreadMention(actor.personId)}
    ) n
    cross join lateral (
      select (count(*) filter (where f.unread))::int as threads,
        coalesce(sum(f.mentions), 0)::int as mentions
      from (${unreadThreads(actor.personId, sql`r.id`)}) f
    ) t
    left join lateral (
      select a.name as author_name, ${sql.raw(quotedText('x'))} as body, x.created_at as at
      from message x join person a on a.id = x.author_id
      where x.room_id = r.id and x.deleted_at is null
      order by x.seq desc limit 1
    ) l on true
    where s.person_id = ${actor.personId} and (r.kind <> 'direct' or l.at is not null)
    order by coalesce(l.at, r.created_at) desc, r.id`)
  return rows.map((row) => ({
    ...placeOf(row),
    id: row.id,
    kind: row.kind,
    href: `/rooms/${row.id}`,
    unread: row.unread,
    mentions: row.mentions,
    threads: row.threads,
    ...toldOf(row),
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

function placeOf(row: Row) {
  const found = row.step_id ? findStep(row.step_id) : undefined
  return { title: titleOf(row), step: found ? toStepRef(found) : null, person: row.person }
}

function toldOf({ kind, level, unread, mentions, threads }: Row) {
  const chosen = levelOf(kind, level)
  const told = { all: unread + threads, mentions, none: 0 }
  return { level: chosen, told: told[chosen] }
}
