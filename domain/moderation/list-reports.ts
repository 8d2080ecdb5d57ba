import { sql } from 'drizzle-orm'
import type { PersonView } from '@/contracts/people'
import type { ReportView } from '@/contracts/views'
import type { ReportReason, RoomKind } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { requireModerator } from '@/domain/access/moderators'
import type { Actor } from '@/domain/actor'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { loadPolls } from '@/domain/polls/load-polls'
import { findStep } from '@/domain/roadmap/find-step'

const shown = 50

type Row = {
  id: string
  message_id: string
  created_at: string | Date
  body: string
  deleted: boolean
  said_at: string | Date
  author: PersonView
  kind: RoomKind
  project_title: string | null
  step_id: string | null
  reports: { reason: ReportReason; details: string; name: string | null }[]
}

/**
 * Messages that wait for a decision, the longest first, each with everybody's reasons. What was deleted since
 * has neither text nor files any more. @throws NotFound to all but moderators
 */
export async function listReports(actor: Actor): Promise<ReportView[]> {
  await requireModerator(db(), actor)
  const { rows } = await db().execute<Row>(sql`
    select first.id, first.message_id, first.created_at, m.body, m.deleted_at is not null as deleted, m.created_at as said_at,
      json_build_object('id', a.id, 'handle', a.handle, 'name', a.name, 'line', a.line) as author,
      r.kind, p.title as project_title, r.step_id, every.reports
    from (
      select distinct on (message_id) id, message_id, created_at from report
      where state = 'waiting' order by message_id, id
    ) first
    join message m on m.id = first.message_id
    join person a on a.id = m.author_id
    join room r on r.id = m.room_id
    left join project p on p.id = r.project_id
    cross join lateral (
      select json_agg(json_build_object('reason', x.reason, 'details', x.details, 'name', w.name)
        order by x.id) as reports
      from report x left join person w on w.id = x.reporter_id
      where x.message_id = m.id and x.state = 'waiting'
    ) every
    order by first.id limit ${shown}`)
  const ids = rows.map((row) => row.message_id)
  const attachments = await loadAttachments(db(), ids)
  const polls = await loadPolls(db(), ids)
  return rows.map((row) => ({
    id: row.id,
    createdAt: new Date(row.created_at).toISOString(),
    body: row.body,
    attachments: attachments.get(row.message_id) ?? [],
    options: polls.get(row.message_id)?.options.map(({ text }) => text) ?? [],
    deleted: row.deleted,
    saidAt: new Date(row.said_at).toISOString(),
    author: row.author,
    where:
      row.project_title ??
      (row.step_id ? (findStep(row.step_id)?.step.title ?? 'A step') : 'A direct room'),
    kind: row.kind,
    reports: row.reports,
  }))
}
