import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { QuietMember } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { membership, opening, person } from '@/db/schema'
import type { Standing } from '@/domain/access/projects'

/** Members of a project who are away or gave no answer, whoever may see or remove them. */
export async function loadQuietMembers(
  q: Queryable,
  projectId: string,
): Promise<(QuietMember & NonNullable<Standing>)[]> {
  const rows = await q
    .select({
      id: person.id,
      handle: person.handle,
      name: person.name,
      line: person.line,
      opening: opening.title,
      reason: sql<QuietMember['reason']>`case
        when ${membership.status} = 'inactive' then 'inactive' else 'unanswered' end`,
      role: membership.role,
      status: membership.status,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(opening, eq(opening.id, membership.openingId))
    .where(
      and(
        eq(membership.projectId, projectId),
        or(
          eq(membership.status, 'inactive'),
          and(eq(membership.status, 'active'), isNotNull(membership.unansweredAt)),
        ),
      ),
    )
    .orderBy(asc(person.name))
  return rows
}
