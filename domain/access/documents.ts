import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { document, wheel } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Conflict, Forbidden, NotFound } from '@/domain/errors'
import { type Wheel, wheelAllows } from './pairing'
import { loadSeat, lockedSeatStatement, type RoomSeat } from './rooms'

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
 * @throws NotFound without a seat, Forbidden while somebody else drives
 */
export async function lockWriter(tx: Transaction, actor: Actor, roomId: string): Promise<RoomSeat> {
  const seat = await loadSeat(tx, actor, roomId, true)
  const [turned] = await tx
    .select({ driverId: wheel.driverId })
    .from(wheel)
    .where(eq(wheel.roomId, roomId))
    .for('share')
  if (!canWriteDocument(seat, turned))
    throw new Forbidden('Somebody else is at the wheel. Ask for it to write here.')
  return seat
}

/** The rule of `lockWriter` for statements written by hand: $1 is the room, $2 the person. */
export const lockedWriterStatement = `
  writer as materialized (${lockedSeatStatement}),
  turned as materialized (
    select w.driver_id from wheel w join writer on w.room_id = writer.room_id for share of w
  ),
  allowed as materialized (
    select writer.room_id from writer
    where not exists (select from turned where driver_id is not null and driver_id <> $2)
  )`

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
