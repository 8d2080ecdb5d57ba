import { sql } from 'drizzle-orm'
import type { ProjectCard } from '@/contracts/views'
import { db } from '@/db/client'
import { loadHiddenPeople } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { loadProjectCards } from './load-project-cards'
import { projectFilters } from './project-filters'

/**
 * The newest projects that anybody could join now, on any of `stepIds` when given.
 * A signed-in person is not offered what they are part of, or wait for.
 */
export async function listFreeSeats(
  viewer: Viewer,
  input: { limit: number; stepIds?: string[] },
): Promise<ProjectCard[]> {
  const hidden = await loadHiddenPeople(db(), viewer?.personId)
  const where = projectFilters(
    { q: '', step: input.stepIds ?? [], skill: [], stage: 'open' },
    hidden,
  )
  const notMine = viewer
    ? sql`and not exists (
        select from membership m where m.project_id = project.id
          and m.person_id = ${viewer.personId} and m.status in ('active', 'inactive'))
      and not exists (
        select from application a where a.project_id = project.id
          and a.person_id = ${viewer.personId} and a.status = 'pending' and a.expires_at > now())`
    : sql``
  const { rows } = await db().execute<{ id: string }>(sql`
    select project.id from project where ${where} ${notMine}
    order by project.id desc limit ${input.limit}`)
  return loadProjectCards(
    db(),
    rows.map((row) => row.id),
    viewer?.personId,
  )
}
