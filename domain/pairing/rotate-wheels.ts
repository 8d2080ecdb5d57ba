import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import { db } from '@/db/client'
import { room, wheel } from '@/db/schema'
import { freeWheel, holdTeam, readClock, type Wheel } from '@/domain/access/pairing'
import { publishToRoom } from '@/domain/publish'
import { keepTurnVersion } from '@/domain/versions/keep-turn-version'
import { listTeamMates } from './list-team-mates'
import { storeWheel } from './store-wheel'
import { pass } from './wheel-turns'

/**
 * Passes the wheel on wherever a turn has run out, by the database's clock. Any number of processes may do
 * it at once: who comes second finds the turn not run out any more.
 * @param presentIn who is in which room. A room where nobody is waits: its turn passes as soon as somebody
 *   comes, to one who is there, instead of going round for ever among people who are away.
 * @param track takes over the keeping of versions, which never rejects: a room whose files take long to read
 *   must not hold up the clocks of others. Without it this call waits for them.
 * @returns the rooms whose wheel this call turned
 */
export async function rotateWheels(
  presentIn: ReadonlyMap<string, ReadonlySet<string>>,
  track?: (keeping: Promise<void>) => void,
): Promise<string[]> {
  const watched = [...presentIn].flatMap(([roomId, people]) => (people.size > 0 ? [roomId] : []))
  if (watched.length === 0) return []
  const due = await db()
    .select({ roomId: wheel.roomId, projectId: room.projectId })
    .from(wheel)
    .innerJoin(room, eq(room.id, wheel.roomId))
    .where(and(ranOut, inArray(wheel.roomId, watched)))
  const rotated: string[] = []
  for (const each of due) {
    const turn = await rotate(each, presentIn.get(each.roomId))
    if (!turn) continue
    rotated.push(each.roomId)
    await publishToRoom(each.roomId, [turn.event])
    const keeping = keepTurnVersion(each.roomId, turn.before, turn.after)
    if (track) track(keeping)
    else await keeping
  }
  return rotated
}

// now() rather than clock_timestamp(): the index of running clocks serves a value that stands still.
const ranOut = sql`${wheel.endsAt} <= now()`

async function rotate(
  { roomId, projectId }: { roomId: string; projectId: string | null },
  present: ReadonlySet<string> | undefined,
): Promise<{ before: Wheel; after: Wheel; event: RoomEvent } | null> {
  return db().transaction(async (tx) => {
    await holdTeam(tx, projectId)
    const [row] = await tx
      .select()
      .from(wheel)
      .where(and(eq(wheel.roomId, roomId), ranOut))
      .for('update')
    if (!row) return null
    const { roomId: _, ...before } = row
    const now = await readClock(tx)
    const team = await listTeamMates(tx, roomId)
    // The driver's account is gone: nobody's turn runs.
    const after =
      before.driverId === null ? freeWheel : pass({ turned: before, now, team, present })
    return { before, after, event: await storeWheel(tx, roomId, null, after) }
  })
}
