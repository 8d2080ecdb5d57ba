import { eq } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import type { Transaction } from '@/db/client'
import { wheel } from '@/db/schema'
import { holdTeam, readClock, type Wheel } from '@/domain/access/pairing'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { listTeamMates } from '@/domain/pairing/list-team-mates'
import { storeWheel } from '@/domain/pairing/store-wheel'
import { pass } from '@/domain/pairing/wheel-turns'

/**
 * Ping-pong: locks the wheel that a run of the driver may pass on; null when it cannot, and nothing is locked.
 * Comes before the seat and the file are locked, for that is the order of locks.
 * @param mayBeGreen the run passed, with tests
 */
export async function lockPingPong(
  tx: Transaction,
  actor: Actor,
  roomId: string,
  mayBeGreen: boolean,
): Promise<Wheel | null> {
  if (!mayBeGreen) return null
  const { projectId } = await loadSeat(tx, actor, roomId)
  // Looked at before it is locked: few runs are a driver's in this mode, and the others need not wait for it.
  const drives = ({ pingPong, driverId }: Wheel) => pingPong && driverId === actor.personId
  const [seen] = await tx.select().from(wheel).where(eq(wheel.roomId, roomId))
  if (!seen || !drives(seen)) return null
  await holdTeam(tx, projectId)
  await loadSeat(tx, actor, roomId, true)
  const [row] = await tx.select().from(wheel).where(eq(wheel.roomId, roomId)).for('update')
  if (!row || !drives(row)) return null
  const { roomId: _, ...turned } = row
  return turned
}

/**
 * Passes a wheel from `lockPingPong` on, for the driver's tests have turned green, if somebody else is there.
 * @param present who is in the room; nobody is assumed to be there
 */
export async function passPingPong(
  tx: Transaction,
  {
    turned,
    actor,
    roomId,
    present,
  }: { turned: Wheel; actor: Actor; roomId: string; present?: ReadonlySet<string> },
): Promise<RoomEvent | null> {
  if (!present?.size) return null
  const team = await listTeamMates(tx, roomId)
  const next = pass({ turned, now: await readClock(tx), team, present })
  if (next.driverId === null || next.driverId === turned.driverId) return null
  return storeWheel(tx, roomId, actor.personId, next)
}
