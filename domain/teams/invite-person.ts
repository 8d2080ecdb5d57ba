import { and, eq, lte, sql } from 'drizzle-orm'
import type { InviteInput } from '@/contracts/inputs'
import { invitation, opening, person } from '@/db/schema'
import { isBlockedFrom } from '@/domain/access/blocks'
import { loadMembership } from '@/domain/access/memberships'
import { canContact } from '@/domain/access/people'
import { canDecideRequests, lockProject } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden, Invalid, NotFound } from '@/domain/errors'
import { inviteLimit } from './limits'
import { loadLeads, loadOwners } from './load-leads'
import { requestExpiry } from './request-expiry'
import { assertSeatIsFree } from './take-seat'

/** @throws Invalid near `handle`, Conflict with the reason, Forbidden to those who do not lead the team. */
export async function invitePerson(
  actor: Actor,
  input: InviteInput,
): Promise<{ invitationId: string }> {
  await inviteLimit.take(actor.personId)
  return changeAndTell(async (tx, news) => {
    const [place] = await tx
      .select({ projectId: opening.projectId })
      .from(opening)
      .where(eq(opening.id, input.openingId))
    if (!place) throw new NotFound()
    const { project, standing } = await lockProject(tx, actor, place.projectId)
    if (!canDecideRequests(standing)) throw new Forbidden()
    const [seat] = await tx.select().from(opening).where(eq(opening.id, input.openingId))
    if (!seat) throw new NotFound()
    assertSeatIsFree(project, seat)
    const [invited] = await tx
      .select({ id: person.id, name: person.name, contactable: person.contactable })
      .from(person)
      .where(eq(person.handle, input.handle))
    if (!invited)
      throw new Invalid('Nobody was invited.', { handle: 'There is nobody with this handle.' })
    if (await loadMembership(tx, invited.id, project.id))
      throw new Conflict(`${invited.name} is already on the team.`)
    // Neutral on purpose, and one sentence for both: it must not tell who blocked whom.
    if (
      !(await canContact(tx, actor, invited)) ||
      (await isBlockedFrom(tx, invited.id, [actor.personId, ...(await loadOwners(tx, project.id))]))
    )
      throw new Conflict('This person cannot be invited at the moment.')

    await tx
      .update(invitation)
      .set({ status: 'expired', decidedAt: sql`now()` })
      .where(
        and(
          eq(invitation.openingId, seat.id),
          eq(invitation.personId, invited.id),
          eq(invitation.status, 'pending'),
          lte(invitation.expiresAt, sql`now()`),
        ),
      )
    const [made] = await tx
      .insert(invitation)
      .values({
        openingId: seat.id,
        projectId: project.id,
        personId: invited.id,
        invitedById: actor.personId,
        message: input.message,
        expiresAt: requestExpiry,
      })
      .onConflictDoNothing()
      .returning({ id: invitation.id })
    if (!made) throw new Conflict(`${invited.name} already has an invitation for this seat.`)
    const ids = { projectId: project.id, invitationId: made.id }
    news.tell({
      personId: invited.id,
      signal: 'invitation:created',
      ids,
      text: `${actor.name} invites you to ${project.title} as ${seat.title}.`,
      href: '/teams',
    })
    for (const personId of await loadLeads(tx, project.id))
      news.tell({ personId, signal: 'invitation:created', ids })
    return { invitationId: made.id }
  })
}
