import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { application, invitation, opening } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Forbidden, NotFound } from '@/domain/errors'
import { canDecideRequests, lockProject } from './projects'

/** Read off the database's clock at this moment; `now()` would be the moment before the wait for a lock. */
const past = (column: typeof application.expiresAt | typeof invitation.expiresAt) =>
  sql<boolean>`${column} <= clock_timestamp()`

async function lockOpening(tx: Transaction, openingId: string) {
  const [row] = await tx.select().from(opening).where(eq(opening.id, openingId)).for('update')
  if (!row) throw new NotFound()
  return row
}

/**
 * An application for the team to decide on, with its project, opening and row locked in that order.
 * @throws NotFound to everybody but the team's owner and maintainers; Forbidden to the applicant.
 */
export async function lockApplicationToDecide(tx: Transaction, actor: Actor, id: string) {
  const [known] = await tx
    .select({
      projectId: application.projectId,
      openingId: application.openingId,
      personId: application.personId,
    })
    .from(application)
    .where(eq(application.id, id))
  if (!known) throw new NotFound()
  const { project, standing } = await lockProject(tx, actor, known.projectId)
  if (!canDecideRequests(standing))
    throw known.personId === actor.personId
      ? new Forbidden('The team decides on this. You can withdraw it.')
      : new NotFound()
  const seat = await lockOpening(tx, known.openingId)
  const [request] = await tx
    .select({
      id: application.id,
      personId: application.personId,
      status: application.status,
      expired: past(application.expiresAt),
    })
    .from(application)
    .where(eq(application.id, id))
    .for('update')
  if (!request) throw new NotFound()
  return { project, standing, opening: seat, application: request }
}

/**
 * An invitation with its project, opening and row locked in that order.
 * @throws NotFound to everybody but the invited person and the team's owner and maintainers.
 */
async function lockInvitation(tx: Transaction, actor: Actor, id: string) {
  const [known] = await tx
    .select({
      projectId: invitation.projectId,
      openingId: invitation.openingId,
      personId: invitation.personId,
    })
    .from(invitation)
    .where(eq(invitation.id, id))
  if (!known) throw new NotFound()
  const { project, standing } = await lockProject(tx, actor, known.projectId)
  if (known.personId !== actor.personId && !canDecideRequests(standing)) throw new NotFound()
  const seat = await lockOpening(tx, known.openingId)
  const [request] = await tx
    .select({
      id: invitation.id,
      personId: invitation.personId,
      invitedById: invitation.invitedById,
      status: invitation.status,
      expired: past(invitation.expiresAt),
    })
    .from(invitation)
    .where(eq(invitation.id, id))
    .for('update')
  if (!request) throw new NotFound()
  return { project, standing, opening: seat, invitation: request }
}

/** For the invited person alone. @throws NotFound, or Forbidden to the team that sent it. */
export async function lockInvitationToAnswer(tx: Transaction, actor: Actor, id: string) {
  const found = await lockInvitation(tx, actor, id)
  if (found.invitation.personId !== actor.personId)
    throw new Forbidden('Only the invited person can answer this.')
  return found
}

/** For the team's owner and maintainers. @throws NotFound, or Forbidden to the invited person. */
export async function lockInvitationToRevoke(tx: Transaction, actor: Actor, id: string) {
  const found = await lockInvitation(tx, actor, id)
  if (!canDecideRequests(found.standing))
    throw new Forbidden('The team sent this. You can decline it.')
  return found
}
