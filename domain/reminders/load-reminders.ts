import { type SQL, sql } from 'drizzle-orm'
import type { PersonView } from '@/contracts/people'
import { messageExcerpt } from '@/contracts/realtime'
import type { ReminderView } from '@/contracts/reminders'
import { roomLink } from '@/contracts/room-links'
import type { Queryable } from '@/db/client'
import { reminderSeatJoin } from '@/domain/access/reminders'
import { quotedText } from '@/domain/rooms/quoted-text'
import { titleOf } from '@/domain/rooms/title-of'

type Row = {
  id: string
  room_id: string
  person_id: string
  note: string
  due_at: Date
  notification_id: string | null
  open: boolean
  project_title: string | null
  step_id: string | null
  person: Pick<PersonView, 'name'> | null
  message_id: string | null
  author_name: string
  body: string
  deleted: boolean
}
/** With the person whose it is. */
export type OwnedReminder = ReminderView & { personId: string }

/**
 * Reminders as their own people may see them now, the next one first; whose they are is the caller's to check.
 * @param which a condition on a reminder `m`
 */
export async function loadReminders(q: Queryable, which: SQL): Promise<OwnedReminder[]> {
  const { rows } = await q.execute<Row>(sql`
    select m.id, m.room_id, m.person_id, m.note, m.due_at, m.notification_id, s.person_id is not null as open,
      p.title as project_title, r.step_id, other.person,
      x.id as message_id, a.name as author_name, ${sql.raw(quotedText('x'))} as body,
      x.deleted_at is not null as deleted
    from reminder m
    ${reminderSeatJoin}
    join room r on r.id = m.room_id
    left join project p on p.id = r.project_id
    left join lateral (
      select json_build_object('name', o.name) as person
      from seat os join person o on o.id = os.person_id
      where r.kind = 'direct' and os.room_id = r.id and os.person_id <> m.person_id
    ) other on true
    left join message x on x.id = m.message_id
    left join person a on a.id = x.author_id
    where ${which}
    order by m.due_at, m.id`)
  return rows.map((row) => ({
    id: row.id,
    roomId: row.room_id,
    personId: row.person_id,
    note: row.note,
    dueAt: new Date(row.due_at).toISOString(),
    notificationId: row.notification_id,
    ...shownOf(row),
  }))
}

function shownOf(row: Row): Pick<ReminderView, 'roomTitle' | 'message' | 'href'> {
  if (!row.open) return { roomTitle: null, message: null, href: '/rooms' }
  const message = row.message_id && {
    id: row.message_id,
    authorName: row.author_name,
    excerpt: messageExcerpt(row.body),
    deleted: row.deleted,
  }
  return {
    roomTitle: titleOf(row),
    message: message || null,
    href: roomLink(row.room_id, row.message_id ? { message: row.message_id } : {}),
  }
}

/** Without whose it is: they know. */
export const toReminderView = ({ personId: _, ...view }: OwnedReminder): ReminderView => view
