import { inArray, type SQL, sql } from 'drizzle-orm'
import type { PersonView } from '@/contracts/realtime'
import type { ProjectCard, StepRef } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { project } from '@/db/schema'

const steps = sql<StepRef[]>`(
  select coalesce(json_agg(json_build_object(
    'id', s.id, 'position', s.position, 'title', s.title, 'line', s.line
  ) order by s.position), '[]')
  from project_step ps join step s on s.id = ps.step_id
  where ps.project_id = project.id)`

const members = (hidden: SQL) => sql<PersonView[]>`(
  select coalesce(json_agg(json_build_object(
    'id', p.id, 'handle', p.handle, 'name', p.name, 'line', p.line
  ) order by array_position(array['owner', 'maintainer', 'member'], m.role), m.joined_at, m.id), '[]')
  from membership m join person p on p.id = m.person_id
  where m.project_id = project.id and m.status in ('active', 'completed') ${hidden})`

const sumOfSeats = (column: 'seats' | 'filled') => sql<number>`(
  select coalesce(sum(o.${sql.raw(column)}), 0)::int from opening o
  where o.project_id = project.id and o.status in ('open', 'filled'))`

/** Half of the answers of the last 90 days came sooner; of fewer than three nothing can be said. */
const answerSeconds = sql<number | null>`(
  select case when count(*) >= 3 then
    extract(epoch from percentile_disc(0.5) within group (order by a.decided_at - a.created_at))::int end
  from application a
  where a.project_id = project.id and a.status in ('accepted', 'declined')
    and a.decided_by_id is not null and a.decided_at > now() - interval '90 days')`

/**
 * Cards in the order of `ids`, in one query; ids that are gone are left out. It decides nothing about
 * who may see a project: the caller chose the ids. With a viewer, people blocked either way are hidden.
 */
export async function loadProjectCards(
  q: Queryable,
  ids: string[],
  viewerId?: string,
): Promise<ProjectCard[]> {
  if (ids.length === 0) return []
  const hidden = viewerId
    ? sql`and not exists (select from block b
        where (b.blocker_id = ${viewerId} and b.blocked_id = m.person_id)
           or (b.blocker_id = m.person_id and b.blocked_id = ${viewerId}))`
    : sql``
  const rows = await q
    .select({
      id: project.id,
      slug: project.slug,
      title: project.title,
      pitch: project.pitch,
      status: project.status,
      acceptingMembers: project.acceptingMembers,
      steps,
      members: members(hidden),
      seats: sumOfSeats('seats'),
      filled: sumOfSeats('filled'),
      hoursPerWeek: project.hoursPerWeek,
      timeZone: project.timeZone,
      answerSeconds,
      createdAt: project.createdAt,
    })
    .from(project)
    .where(inArray(project.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ ...row, createdAt: row.createdAt.toISOString() }] : []
  })
}
