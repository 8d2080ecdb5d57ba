import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { project, wheel } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { assertCanWrite, assertWorkspace, loadSeat, type RoomSeat } from './rooms'

export type Wheel = Omit<typeof wheel.$inferSelect, 'roomId'>

/** Nobody drives: everybody edits freely. */
export const freeWheel: Wheel = {
  driverId: null,
  rotation: null,
  endsAt: null,
  pausedMs: null,
  askedById: null,
  givenById: null,
  givenAt: null,
  pingPong: false,
}

/** Whether this person may change the room's files now: everybody while nobody drives, else the driver. */
export function wheelAllows(
  turned: Pick<Wheel, 'driverId'> | null | undefined,
  personId: string,
): boolean {
  const driverId = turned?.driverId ?? null
  return driverId === null || driverId === personId
}

/** Release, pause, resume and skip: whoever drives, and whoever leads the project. */
export function canSteer(
  seat: Pick<RoomSeat, 'personId' | 'role'>,
  turned: Pick<Wheel, 'driverId'>,
): boolean {
  return turned.driverId === seat.personId || seat.role === 'owner' || seat.role === 'maintainer'
}

/** Only who gave the wheel away can take it back. */
export function canTakeBack(
  seat: Pick<RoomSeat, 'personId'>,
  turned: Pick<Wheel, 'givenById'>,
): boolean {
  return turned.givenById === seat.personId
}

/**
 * Keeps the team of a room as it is until the transaction ends. Changes of a team lock the project first
 * and the wheel later; so does everything that turns the wheel.
 */
export async function holdTeam(tx: Transaction, projectId: string | null): Promise<void> {
  if (projectId)
    await tx.select({ id: project.id }).from(project).where(eq(project.id, projectId)).for('share')
}

/**
 * The wheel of a room, locked, for somebody with a seat in it, with the database's clock after the wait:
 * the one clock of all nodes.
 * @throws NotFound to everybody without a seat, Forbidden to whoever may not write.
 */
export async function lockWheel(
  tx: Transaction,
  actor: Actor,
  roomId: string,
): Promise<{ seat: RoomSeat; turned: Wheel; now: Date }> {
  const { projectId } = await loadSeat(tx, actor, roomId)
  await holdTeam(tx, projectId)
  const seat = await loadSeat(tx, actor, roomId)
  assertWorkspace(seat)
  assertCanWrite(seat)
  const [row] = await tx.select().from(wheel).where(eq(wheel.roomId, roomId)).for('update')
  if (!row) throw new Error(`Room ${roomId} has no wheel.`)
  const { roomId: _, ...turned } = row
  return { seat, turned, now: await readClock(tx) }
}

/** The database's clock at this moment; `now()` would be the moment before the wait for a lock. */
export async function readClock(tx: Transaction): Promise<Date> {
  const { rows } = await tx.execute<{ now: Date | string }>(
    sql`select clock_timestamp()::timestamptz(3) as now`,
  )
  return new Date(rows[0]?.now ?? Date.now())
}
