import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mark } from '@/db/schema'
import { NotFound } from '@/domain/errors'
import type { RoomSeat } from './rooms'

export type LockedMark = Pick<typeof mark.$inferSelect, 'id' | 'authorId' | 'resolvedAt'>

/**
 * A mark of the seat's own room, locked until the transaction ends; `share` only keeps it from going away.
 * @throws NotFound
 */
export async function lockMark(
  tx: Transaction,
  seat: RoomSeat,
  markId: string,
  purpose: 'change' | 'share' = 'change',
): Promise<LockedMark> {
  const [found] = await tx
    .select({ id: mark.id, authorId: mark.authorId, resolvedAt: mark.resolvedAt })
    .from(mark)
    .where(and(eq(mark.id, markId), eq(mark.roomId, seat.roomId)))
    .for(purpose === 'change' ? 'update' : 'share')
  if (!found) throw new NotFound('This mark is not here.')
  return found
}

export function canDeleteMark(
  seat: Pick<RoomSeat, 'personId' | 'role'>,
  found: Pick<LockedMark, 'authorId'>,
): boolean {
  return found.authorId === seat.personId || seat.role === 'owner' || seat.role === 'maintainer'
}
