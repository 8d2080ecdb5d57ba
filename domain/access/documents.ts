import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { document, wheel } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Conflict, Forbidden, NotFound } from '@/domain/errors'
import { type Wheel, wheelAllows } from './pairing'
import { lockWorkingSeat, type RoomSeat, seatJoin } from './rooms'

export type LockedDocument = typeof document.$inferSelect

/**
 * Who may change the room's files: everybody with a seat while nobody drives, else the driver. A turn that
 * has run out ends when it is passed on, so that there is always somebody who can write.
 */
export function canWriteDocument(
  seat: Pick<RoomSeat, 'personId'>,
  turned: Pick<Wheel, 'driverId'> | null | undefined,
): boolean {
  return wheelAllows(turned, seat.personId)
}

/**
 * The right to write, held until the transaction ends: a removal or a turn of the wheel waits, or wins.
 * @throws NotFound without a seat, Forbidden while somebody else drives, and to whoever is muted
 */
export async function lockWriter(tx: Transaction, actor: Actor, roomId: string): Promise<RoomSeat> {
  const seat = await lockWorkingSeat(tx, actor, roomId)
  const [turned] = await tx
    .select({ driverId: wheel.driverId })
    .from(wheel)
    .where(eq(wheel.roomId, roomId))
    .for('share')
  if (!canWriteDocument(seat, turned))
    throw new Forbidden('Somebody else is at the wheel. Ask for it to write here.')
  return seat
}

/**
 * The rule of `lockWriter` for a statement about many at once: joins to each `i`, with its room and person,
 * the seat `s` to lock, and keeps those who may write. What somebody is changing counts as refused.
 */
export const lockedWriterJoin = `${seatJoin}
    left join wheel w on w.room_id = i.room_id
    left join lateral (
      select t.room_id, t.driver_id from wheel t where t.room_id = i.room_id for share skip locked
    ) turned on true
    join lateral (
      select where w.room_id is null
        or turned.room_id is not null and coalesce(turned.driver_id, i.person_id) = i.person_id
    ) allowed on true`

/** A file of the seat's own room, locked until the transaction ends. @throws NotFound */
export async function lockDocument(
  tx: Transaction,
  seat: RoomSeat,
  documentId: string,
): Promise<LockedDocument> {
  const [found] = await tx
    .select()
    .from(document)
    .where(and(eq(document.id, documentId), eq(document.roomId, seat.roomId)))
    .for('update')
  if (!found) throw new NotFound('This file is not here.')
  return found
}

/** @throws Conflict */
export function assertNotDeleted(found: Pick<LockedDocument, 'deletedAt'>) {
  if (found.deletedAt) throw new Conflict('This file was deleted. Bring it back to go on with it.')
}

/** A file of the seat's own room that is not deleted. @throws NotFound */
export async function loadDocument(
  q: Queryable,
  seat: RoomSeat,
  documentId: string,
): Promise<{ id: string; seq: number }> {
  const [found] = await q
    .select({ id: document.id, seq: document.seq })
    .from(document)
    .where(
      and(
        eq(document.id, documentId),
        eq(document.roomId, seat.roomId),
        isNull(document.deletedAt),
      ),
    )
  if (!found) throw new NotFound('This file is not here.')
  return found
}
