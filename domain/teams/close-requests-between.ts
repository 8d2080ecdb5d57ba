import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { News } from '@/domain/change-and-tell'

type Closed = { id: string; project_id: string; person_id: string; title: string }

/**
 * Closes what waits between a person who blocks and the one who is blocked: the blocker's own requests as
 * if withdrawn or declined by them, the other's as the blocker's team would. Nobody is told of a block.
 */
export async function closeRequestsBetween(
  tx: Transaction,
  news: News,
  { blockerId, blockedId }: { blockerId: string; blockedId: string },
): Promise<void> {
  const between = sql`r.status = 'pending' and m.project_id = r.project_id and p.id = r.project_id
    and m.role = 'owner' and m.status in ('active', 'inactive')
    and ((r.person_id = ${blockerId} and m.person_id = ${blockedId})
      or (r.person_id = ${blockedId} and m.person_id = ${blockerId}))`
  const { rows: applications } = await tx.execute<Closed>(sql`
    update application r set decided_at = now(),
      status = case when r.person_id = ${blockerId} then 'withdrawn' else 'declined' end
    from membership m, project p where ${between}
    returning r.id, r.project_id, r.person_id, p.title`)
  const { rows: invitations } = await tx.execute<Closed>(sql`
    update invitation r set decided_at = now(),
      status = case when r.person_id = ${blockerId} then 'declined' else 'revoked' end
    from membership m, project p where ${between}
    returning r.id, r.project_id, r.person_id, p.title`)
  for (const { id, project_id: projectId, person_id: personId, title } of applications) {
    const ids = { projectId, applicationId: id }
    const text = `${title} said no to your request.`
    if (personId === blockedId)
      news.tell({ personId, signal: 'application:declined', ids, text, href: '/teams' })
    else news.tell({ personId, signal: 'application:withdrawn', ids })
  }
  for (const { id, project_id: projectId, person_id: personId } of invitations)
    news.tell({ personId, signal: 'invitation:revoked', ids: { projectId, invitationId: id } })
}
