import { and, count, eq, gt, lte, sql } from 'drizzle-orm'
import type { ApplyInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { application, opening, person } from '@/db/schema'
import { applyRefusal } from '@/domain/access/applications'
import { isBlockedFrom } from '@/domain/access/blocks'
import { lockProject } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, NotFound } from '@/domain/errors'
import { askLimit } from './limits'
import { loadLeads, loadOwners } from './load-leads'
import { requestExpiry } from './request-expiry'

/** @throws Conflict with the reason when the person cannot ask for this seat now; RateLimited. */
export async function applyForSeat(
  actor: Actor,
  input: ApplyInput,
): Promise<{ applicationId: string }> {
  await askLimit.take(actor.personId)
  return changeAndTell(async (tx, news) => {
    const [place] = await tx
      .select({ projectId: opening.projectId })
      .from(opening)
      .where(eq(opening.id, input.openingId))
    if (!place) throw new NotFound()
    // Whoever fills the seat or ends the project waits for us or we for them: no request is left
    // waiting for a seat that has just gone.
    const { project, standing } = await lockProject(tx, actor, place.projectId, 'share')
    const [seat] = await tx.select().from(opening).where(eq(opening.id, input.openingId))
    if (!seat) throw new NotFound()
    const pending = await settlePending(tx, actor.personId, seat.id)
    const refusal = applyRefusal({
      signedIn: true,
      standing,
      status: project.status,
      acceptingMembers: project.acceptingMembers,
      freeSeats: seat.status === 'open' ? seat.seats - seat.filled : 0,
      blocked: await isBlockedFrom(tx, actor.personId, await loadOwners(tx, project.id)),
      pending: pending.total,
    })
    if (pending.here) throw new Conflict('You have already asked for this seat.')
    if (refusal) throw new Conflict(refusal)

    const [made] = await tx
      .insert(application)
      .values({
        openingId: seat.id,
        projectId: project.id,
        personId: actor.personId,
        message: input.message,
        expiresAt: requestExpiry,
      })
      .returning({ id: application.id })
    if (!made) throw new Error('The application was not stored.')
    const ids = { projectId: project.id, applicationId: made.id }
    news.tell({ personId: actor.personId, signal: 'application:created', ids })
    for (const personId of await loadLeads(tx, project.id, actor.personId))
      news.tell({
        personId,
        signal: 'application:created',
        ids,
        text: `${actor.name} asks to join ${project.title} as ${seat.title}.`,
        href: `/projects/${project.slug}/requests`,
      })
    return { applicationId: made.id }
  })
}

/**
 * Counts the person's waiting requests while holding their row: two requests sent at once count one after
 * the other. A request for this seat that expired unnoticed is marked, for it would stand in the way.
 */
async function settlePending(tx: Transaction, personId: string, openingId: string) {
  await tx
    .select({ id: person.id })
    .from(person)
    .where(eq(person.id, personId))
    .for('no key update')
  const waiting = and(eq(application.personId, personId), eq(application.status, 'pending'))
  await tx
    .update(application)
    .set({ status: 'expired', decidedAt: sql`now()` })
    .where(
      and(waiting, eq(application.openingId, openingId), lte(application.expiresAt, sql`now()`)),
    )
  const [row] = await tx
    .select({
      total: count(),
      here: sql<boolean>`coalesce(bool_or(${application.openingId} = ${openingId}), false)`,
    })
    .from(application)
    .where(and(waiting, gt(application.expiresAt, sql`now()`)))
  return row ?? { total: 0, here: false }
}
