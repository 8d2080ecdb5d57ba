import { and, asc, eq, sql } from 'drizzle-orm'
import type { WheelView } from '@/contracts/documents'
import { db } from '@/db/client'
import { membership, roomEvent, wheel } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { addMember, createPerson, createProject } from '../../support/factories'

/** A team of an owner and four members, who joined in this order. */
export async function createTeam() {
  const [owner, ana, ben, cho, dee, outsider, removed] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  const members = [owner, ana, ben, cho, dee]
  for (const who of [ana, ben, cho, dee, removed]) await addMember(project.id, who)
  for (const [at, { personId }] of members.entries())
    await change(project.id, personId, { joinedAt: new Date(Date.UTC(2026, 0, 1 + at)) })
  await change(project.id, removed.personId, { status: 'removed', endedAt: new Date() })
  return { owner, ana, ben, cho, dee, outsider, removed, project, roomId: project.roomId }
}

export async function change(
  projectId: string,
  personId: string,
  values: Partial<typeof membership.$inferInsert>,
) {
  await db()
    .update(membership)
    .set(values)
    .where(and(eq(membership.projectId, projectId), eq(membership.personId, personId)))
}

/** Every wheel that the room was told of, oldest first. */
export async function toldWheels(roomId: string): Promise<WheelView[]> {
  const rows = await db()
    .select({ payload: roomEvent.payload })
    .from(roomEvent)
    .where(and(eq(roomEvent.roomId, roomId), eq(roomEvent.kind, 'wheel:turned')))
    .orderBy(asc(roomEvent.seq))
  return rows.map(({ payload }) => (payload as { wheel: WheelView }).wheel)
}

/** Moves the turn that runs in a room back by this much. */
export async function letPass(roomId: string, milliseconds: number) {
  const ago = sql`${milliseconds} * interval '1 millisecond'`
  await db()
    .update(wheel)
    .set({ endsAt: sql`${wheel.endsAt} - ${ago}`, givenAt: sql`${wheel.givenAt} - ${ago}` })
    .where(eq(wheel.roomId, roomId))
}

export const minutes = (count: number) => count * 60_000
export const idsOf = (...people: Actor[]) => new Set(people.map(({ personId }) => personId))

/** The name of the error that refused it. */
export const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: Error) => error.name,
  )
