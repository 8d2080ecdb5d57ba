import { eq } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import type { Transaction } from '@/db/client'
import { wheel } from '@/db/schema'
import type { Wheel } from '@/domain/access/pairing'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { toWheelView } from './wheel-view'

/** Stores what became of a locked wheel, with the room's event of it. `actorId` null: the clock did it. */
export async function storeWheel(
  tx: Transaction,
  roomId: string,
  actorId: string | null,
  turned: Wheel,
): Promise<RoomEvent> {
  await tx.update(wheel).set(turned).where(eq(wheel.roomId, roomId))
  const view = toWheelView(turned)
  return appendRoomEvent(tx, roomId, actorId, { kind: 'wheel:turned', wheel: view })
}
