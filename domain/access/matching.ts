import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { opening } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { canInvite, loadProjectById, type ProjectAndStanding } from './projects'

/** After a no, or a removal, two do not meet again for so long. */
const apart = sql`interval '60 days'`

/*
 * Whom matching never brings together. Both lists say the same, seen from either side: the index proposes,
 * and these decide, in PostgreSQL, before anything is shown. Whoever is blocked from anybody on a team does not
 * meet the team.
 */

/** A subquery of ids of projects that are not for this person. */
export const projectsClosedTo = (personId: string) => sql`
  select project_id from membership where person_id = ${personId}
    and (status in ('active', 'inactive') or (status = 'removed' and ended_at > now() - ${apart}))
  union select project_id from application where person_id = ${personId}
    and ((status = 'pending' and expires_at > now())
      or (status = 'declined' and decided_at > now() - ${apart}))
  union select project_id from invitation where person_id = ${personId}
    and ((status = 'pending' and expires_at > now())
      or (status = 'declined' and decided_at > now() - ${apart}))
  union select m.project_id from block b
    join membership m on m.status in ('active', 'inactive')
      and m.person_id in (b.blocker_id, b.blocked_id) and m.person_id <> ${personId}
    where b.blocker_id = ${personId} or b.blocked_id = ${personId}`

/** A condition on `p`, a person, who may be offered to teams: in lists of people, and to be invited by anybody. */
export const isOffered = sql`p.listed and p.contactable = 'everybody'`

/** A subquery of ids of people who are not for this project. @param ever a no holds for good */
export const peopleClosedTo = (projectId: string, ever = false) => {
  const lately = (column: 'ended_at' | 'decided_at') =>
    ever ? sql`true` : sql`${sql.raw(column)} > now() - ${apart}`
  const past = ever ? sql`('removed', 'left')` : sql`('removed')`
  return sql`
    select person_id from membership where project_id = ${projectId}
      and (status in ('active', 'inactive') or (status in ${past} and ${lately('ended_at')}))
    union select person_id from application where project_id = ${projectId}
      and ((status = 'pending' and expires_at > now())
        or (status = 'declined' and ${lately('decided_at')}))
    union select person_id from invitation where project_id = ${projectId}
      and ((status = 'pending' and expires_at > now())
        or (status = 'declined' and ${lately('decided_at')}))
    union select case when m.person_id = b.blocker_id then b.blocked_id else b.blocker_id end
      from membership m join block b on m.person_id in (b.blocker_id, b.blocked_id)
      where m.project_id = ${projectId} and m.status in ('active', 'inactive')`
}

/** A project whose team the actor completes. @throws NotFound to everybody but its owner and maintainers. */
export async function loadProjectToFill(
  q: Queryable,
  actor: Actor,
  projectId: string,
): Promise<ProjectAndStanding> {
  const found = await loadProjectById(q, actor, projectId)
  if (!canInvite(found.project.status, found.standing)) throw new NotFound()
  return found
}

/** An opening of such a project. @throws NotFound as above. */
export async function loadOpeningToFill(q: Queryable, actor: Actor, openingId: string) {
  const [row] = await q.select().from(opening).where(eq(opening.id, openingId))
  if (!row) throw new NotFound()
  await loadProjectToFill(q, actor, row.projectId)
  return row
}
