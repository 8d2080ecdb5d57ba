import { eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '@/db/client'
import { room, roomRead, seat } from '@/db/schema'
import { mayEnterStepRoom } from '@/domain/access/step-rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden, NotFound } from '@/domain/errors'
import { findStep } from '@/domain/roadmap/find-step'

/**
 * Takes a seat in the room of a step; the first to enter makes the room. Repeating it changes nothing.
 * @throws NotFound when no roadmap has this step, Forbidden to whoever does not learn it
 */
export async function enterStepRoom(
  actor: Actor,
  input: { stepId: string },
): Promise<{ roomId: string }> {
  const { stepId } = input
  if (!findStep(stepId)) throw new NotFound('This step is not on the roadmap.')
  return db().transaction(async (tx) => {
    // Locked: who puts the step back at this moment takes the seat away after it was made.
    if (!(await mayEnterStepRoom(tx, actor, stepId, true)))
      throw new Forbidden('This room is for people who learn the step. Start learning it to enter.')
    const roomId = await findOrMakeRoom(tx, stepId)
    const own = { roomId, personId: actor.personId }
    await tx.insert(seat).values(own).onConflictDoNothing()
    // What was said before one came is there to read, and waits for nobody.
    await tx
      .insert(roomRead)
      .values({
        ...own,
        lastReadSeq: sql`(${tx.select({ seq: room.seq }).from(room).where(eq(room.id, roomId))})`,
      })
      .onConflictDoNothing()
    return { roomId }
  })
}

async function findOrMakeRoom(tx: Transaction, stepId: string): Promise<string> {
  const find = async () => {
    const [found] = await tx.select({ id: room.id }).from(room).where(eq(room.stepId, stepId))
    return found?.id
  }
  const there = await find()
  if (there) return there
  const [made] = await tx
    .insert(room)
    .values({ kind: 'step', stepId })
    .onConflictDoNothing()
    .returning({ id: room.id })
  const roomId = made?.id ?? (await find())
  if (!roomId) throw new Error('The room was not made.')
  return roomId
}
