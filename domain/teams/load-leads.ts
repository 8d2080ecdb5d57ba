import { and, eq, inArray } from 'drizzle-orm'
import type { MembershipRole } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import { membership } from '@/db/schema'
import { loadBlocksAround, loadHiddenPeople } from '@/domain/access/blocks'

const leadingRoles: MembershipRole[] = ['owner', 'maintainer']

/**
 * Ids of the people who decide a project's requests: its owner and maintainers.
 * @param about leaves out those whom a block hides from this person: they are to hear nothing of them.
 */
export async function loadLeads(
  q: Queryable,
  projectId: string,
  about?: string,
): Promise<string[]> {
  const leads = (await loadLeadsOf(q, [projectId], leadingRoles)).get(projectId) ?? []
  const hidden = await loadHiddenPeople(q, about)
  return leads.filter((lead) => !hidden.includes(lead))
}

/**
 * Who is to hear of each of many people who ask or are asked, in two queries: the leads of its project, but
 * for those whom a block hides from the person it is about.
 */
export async function loadLeadsAbout(
  q: Queryable,
  requests: { projectId: string; personId: string }[],
  roles: MembershipRole[] = leadingRoles,
): Promise<(request: { projectId: string; personId: string }) => string[]> {
  const leads = await loadLeadsOf(
    q,
    requests.map((request) => request.projectId),
    roles,
  )
  const isBlocked = await loadBlocksAround(
    q,
    requests.map((request) => request.personId),
  )
  return ({ projectId, personId }) =>
    (leads.get(projectId) ?? []).filter((lead) => !isBlocked(lead, personId))
}

async function loadLeadsOf(
  q: Queryable,
  projectIds: string[],
  roles: MembershipRole[],
): Promise<Map<string, string[]>> {
  const rows = await q
    .select({ projectId: membership.projectId, personId: membership.personId })
    .from(membership)
    .where(
      and(
        inArray(membership.projectId, [...new Set(projectIds)]),
        eq(membership.status, 'active'),
        inArray(membership.role, roles),
      ),
    )
  const leads = new Map<string, string[]>()
  for (const { projectId, personId } of rows)
    leads.set(projectId, [...(leads.get(projectId) ?? []), personId])
  return leads
}

/** Ids of a project's owners, whatever became of the project. */
export async function loadOwners(q: Queryable, projectId: string): Promise<string[]> {
  const rows = await q
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, projectId),
        eq(membership.role, 'owner'),
        inArray(membership.status, ['active', 'inactive', 'completed']),
      ),
    )
  return rows.map((row) => row.personId)
}
