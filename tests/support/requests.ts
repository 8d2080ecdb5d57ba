import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { application, invitation, membership, notification, opening } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { publishThrough } from '@/domain/publish'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { invitePerson } from '@/domain/teams/invite-person'

export const apply = async (who: Actor, openingId: string) =>
  (await applyForSeat(who, { openingId, message: 'I would like to help with this.' })).applicationId

export const invite = async (by: Actor, openingId: string, whom: Actor) =>
  (await invitePerson(by, { openingId, handle: whom.handle, message: '' })).invitationId

export const statusOfApplication = async (id: string) =>
  (await db().select().from(application).where(eq(application.id, id)))[0]?.status
export const statusOfInvitation = async (id: string) =>
  (await db().select().from(invitation).where(eq(invitation.id, id)))[0]?.status

export async function seatOf(openingId: string) {
  const [row] = await db().select().from(opening).where(eq(opening.id, openingId))
  return { filled: row?.filled, status: row?.status }
}

export const membershipsOf = (projectId: string) =>
  db().select().from(membership).where(eq(membership.projectId, projectId))

export const toldTo = async (who: Actor) =>
  (await db().select().from(notification).where(eq(notification.personId, who.personId))).map(
    (row) => row.text,
  )

export async function addOpeningTo(projectId: string, seats = 1) {
  const [row] = await db()
    .insert(opening)
    .values({ projectId, title: 'Designer', seats })
    .returning()
  if (!row) throw new Error('no opening')
  return row.id
}

/** Splits the outcomes of calls made at once into how many came through and the errors' names. */
export async function outcomes(calls: Promise<unknown>[]) {
  const settled = await Promise.allSettled(calls)
  const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  return {
    passed: settled.length - refused.length,
    refused: refused.map((error: unknown) => (error instanceof Error ? error.name : 'unknown')),
    messages: refused.map((error: unknown) => (error instanceof Error ? error.message : '')),
  }
}

export type Emitted = { channels: string[]; event: string; payload: unknown }

/** Collects what is published from now on, in place of a realtime server. */
export function recordPublished(): Emitted[] {
  const emitted: Emitted[] = []
  publishThrough({
    to: (channels) => ({
      emit: (event, payload) => emitted.push({ channels: [channels].flat(), event, payload }),
    }),
  })
  return emitted
}
