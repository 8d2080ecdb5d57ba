import { and, asc, eq, inArray, lt, notExists, sql } from 'drizzle-orm'
import type { ProfilePage } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { application, invitation, membership, opening, project } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** Openings with a free seat to which the actor may invite this person, who is not in that team yet. */
export async function listSeatsToOffer(
  q: Queryable,
  actor: Actor,
  personId: string,
): Promise<ProfilePage['viewer']['canInviteTo']> {
  const one = { one: sql`1` }
  const rows = await q
    .select({ openingId: opening.id, title: opening.title, project: project.title })
    .from(membership)
    .innerJoin(project, eq(project.id, membership.projectId))
    .innerJoin(opening, eq(opening.projectId, project.id))
    .where(
      and(
        eq(membership.personId, actor.personId),
        eq(membership.status, 'active'),
        inArray(membership.role, ['owner', 'maintainer']),
        inArray(project.status, ['open', 'in_progress']),
        eq(opening.status, 'open'),
        lt(opening.filled, opening.seats),
        sql`not exists (select from membership m where m.project_id = ${project.id}
          and m.person_id = ${personId} and m.status in ('active', 'inactive'))`,
        notExists(
          q
            .select(one)
            .from(invitation)
            .where(
              and(
                eq(invitation.openingId, opening.id),
                eq(invitation.personId, personId),
                eq(invitation.status, 'pending'),
              ),
            ),
        ),
        notExists(
          q
            .select(one)
            .from(application)
            .where(
              and(
                eq(application.openingId, opening.id),
                eq(application.personId, personId),
                eq(application.status, 'pending'),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(project.title), asc(opening.id))
    .limit(50)
  return rows.map((row) => ({ openingId: row.openingId, label: `${row.project}: ${row.title}` }))
}
