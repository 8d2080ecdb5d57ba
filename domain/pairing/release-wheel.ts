import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { wheel } from '@/db/schema'
import { freeWheel } from '@/domain/access/pairing'
import type { News } from '@/domain/change-and-tell'
import { toWheelView } from './wheel-view'

/**
 * Takes somebody who goes from the team off the wheel: what they drove is free, and what they asked for or
 * could take back is forgotten. The caller holds the project's lock.
 */
export async function releaseWheel(
  tx: Transaction,
  news: News,
  { roomId, personId, actorId }: { roomId: string; personId: string; actorId: string },
): Promise<void> {
  const [turned] = await tx.select().from(wheel).where(eq(wheel.roomId, roomId)).for('update')
  if (!turned) return
  const { driverId, askedById, givenById } = turned
  if (driverId !== personId && askedById !== personId && givenById !== personId) return
  const after =
    driverId === personId
      ? freeWheel
      : {
          ...turned,
          ...(askedById === personId && { askedById: null }),
          ...(givenById === personId && { givenById: null, givenAt: null }),
        }
  await tx.update(wheel).set(after).where(eq(wheel.roomId, roomId))
  if (driverId === personId || askedById === personId)
    news.record(roomId, actorId, { kind: 'wheel:turned', wheel: toWheelView(after) })
}
