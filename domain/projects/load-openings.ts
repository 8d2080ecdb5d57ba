import { eq, sql } from 'drizzle-orm'
import type { OpeningSkill, OpeningView } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { opening } from '@/db/schema'
import type { Viewer } from '@/domain/actor'

const skills = sql<OpeningSkill[]>`(
  select coalesce(json_agg(json_build_object(
    'slug', s.slug, 'name', s.name, 'required', os.required, 'minimumLevel', os.minimum_level
  ) order by os.required desc, s.name), '[]')
  from opening_skill os join skill s on s.id = os.skill_id
  where os.opening_id = opening.id)`

const own = (
  table: 'application' | 'invitation',
  column: 'id' | 'expires_at',
  personId: string | undefined,
) =>
  personId
    ? sql<string | null>`(
        select r.${sql.raw(column)} from ${sql.raw(table)} r
        where r.opening_id = opening.id and r.person_id = ${personId}
          and r.status = 'pending' and r.expires_at > now())`
    : sql<null>`null`

/** A project's openings in the order of their making, with the viewer's own waiting requests. */
export async function loadOpenings(
  q: Queryable,
  projectId: string,
  viewer: Viewer,
): Promise<OpeningView[]> {
  const rows = await q
    .select({
      id: opening.id,
      title: opening.title,
      status: opening.status,
      seats: opening.seats,
      filled: opening.filled,
      skills,
      pendingApplicationId: own('application', 'id', viewer?.personId),
      pendingApplicationExpiresAt: own('application', 'expires_at', viewer?.personId),
      pendingInvitationId: own('invitation', 'id', viewer?.personId),
    })
    .from(opening)
    .where(eq(opening.projectId, projectId))
    .orderBy(opening.id)
  return rows.map(({ pendingApplicationExpiresAt: at, ...row }) => ({
    ...row,
    pendingApplicationExpiresAt: at && new Date(at).toISOString(),
  }))
}
