import { type SQL, sql } from 'drizzle-orm'
import type { InvitationCard } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { currentStatus } from './load-application-cards'
import { personCard } from './person-card'

/**
 * Invitations in one query; those that wait come first, and of each kind the newest. It decides nothing
 * about who may see them. People in `hidden` are neither shown as invited nor as inviting.
 *
 * @param where a condition over `r`, the invitation, and `pr`, its project.
 */
export async function loadInvitationCards(
  q: Queryable,
  where: SQL,
  { hidden = [], limit = 100 }: { hidden?: string[]; limit?: number } = {},
): Promise<InvitationCard[]> {
  const visible =
    hidden.length > 0
      ? sql`and r.person_id not in ${hidden} and r.invited_by_id not in ${hidden}`
      : sql``
  const { rows } = await q.execute<InvitationCard>(sql`
    select r.id, ${currentStatus} as status, r.message, r.reason,
      r.created_at as "createdAt", r.expires_at as "expiresAt",
      json_build_object('id', o.id, 'title', o.title, 'seats', o.seats, 'filled', o.filled) as opening,
      json_build_object('id', pr.id, 'slug', pr.slug, 'title', pr.title, 'pitch', pr.pitch) as project,
      ${personCard} as person,
      json_build_object('id', b.id, 'handle', b.handle, 'name', b.name, 'line', b.line) as "invitedBy"
    from invitation r
    join opening o on o.id = r.opening_id
    join project pr on pr.id = r.project_id
    join person p on p.id = r.person_id
    join person b on b.id = r.invited_by_id
    where ${where} ${visible}
    order by (r.status = 'pending' and r.expires_at > now()) desc, r.id desc
    limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
  }))
}
