import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { ProfilePage } from '@/contracts/views'
import { type MembershipStatus, membershipStatuses } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import { membership, project, step, stepProgress } from '@/db/schema'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { publicStatuses } from '@/domain/projects/project-status'

/** The steps a person learns or has finished, in the roadmap's order. */
export async function listStepEvidence(
  q: Queryable,
  personId: string,
): Promise<ProfilePage['steps']> {
  const rows = await q
    .select({
      id: step.id,
      position: step.position,
      title: step.title,
      line: step.line,
      state: stepProgress.state,
    })
    .from(stepProgress)
    .innerJoin(step, eq(step.id, stepProgress.stepId))
    .where(
      and(eq(stepProgress.personId, personId), inArray(stepProgress.state, ['learning', 'done'])),
    )
    .orderBy(asc(step.roadmapId), asc(step.position))
  return rows.map((row) => ({ ...row, line: row.line as 1 | 2 | 3 | 4 | 5 }))
}

const present: MembershipStatus[] = ['active', 'inactive']
// A removal is between the team and the person; it is nobody's evidence.
const shown = membershipStatuses.filter((status) => status !== 'removed')

/** The person's public projects, the latest joined first; one line each, however often they came back. */
export async function listProjectEvidence(
  q: Queryable,
  personId: string,
  viewerId: string | undefined,
): Promise<ProfilePage['projects']> {
  const rows = await q
    .select({ id: project.id, role: membership.role, status: membership.status })
    .from(membership)
    .innerJoin(project, eq(project.id, membership.projectId))
    .where(
      and(
        eq(membership.personId, personId),
        inArray(membership.status, shown),
        inArray(project.status, [...publicStatuses]),
      ),
    )
    .orderBy(desc(membership.joinedAt))
    .limit(100)
  const latest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) if (!latest.has(row.id)) latest.set(row.id, row)
  const cards = await loadProjectCards(q, [...latest.keys()], viewerId)
  return cards.flatMap((card) => {
    const row = latest.get(card.id)
    if (!row) return []
    return [{ ...card, role: row.role, ended: present.includes(row.status) ? null : row.status }]
  })
}
