import { and, eq, isNull } from 'drizzle-orm'
import type { MembershipRole, RoomKind } from '@/contracts/vocabulary'
import type { Queryable, Transaction } from '@/db/client'
import { message, room, seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Memberships that open a project's room, as the triggers have it: who shipped the project keeps its room. */
export const seatedStatuses = ['active', 'inactive', 'completed'] as const

/** A person's place in a room. Whoever has none cannot tell the room from a missing one. */
export type RoomSeat = {
  roomId: string
  kind: RoomKind
  /** Null in rooms that belong to no project. */
  projectId: string | null
  /** The room's sequence number at the moment of reading. */
  seq: number
  personId: string
  /** Null where roles do not exist. */
  role: MembershipRole | null
}

/**
 * A room, found only through one's own seat in it.
 * @param lock holds the seat until the transaction ends, so that a removal waits or wins.
 * @throws NotFound for a missing room and for one that the person may not see.
 */
export async function loadSeat(
  q: Queryable,
  actor: Pick<Actor, 'personId'>,
  roomId: string,
  lock = false,
): Promise<RoomSeat> {
  const query = q
    .select({
      roomId: room.id,
      kind: room.kind,
      projectId: room.projectId,
      seq: room.seq,
      personId: seat.personId,
      role: seat.role,
    })
    .from(seat)
    .innerJoin(room, eq(room.id, seat.roomId))
    .where(and(eq(seat.roomId, roomId), eq(seat.personId, actor.personId)))
  const [found] = await (lock ? query.for('share', { of: seat }) : query)
  if (!found) throw new NotFound('This room is not here, or not open to you.')
  return found
}

/** The rule of `loadSeat`, locking, for statements written by hand: $1 is the room, $2 the person. */
export const lockedSeatStatement = `
  select room_id, person_id from seat where room_id = $1 and person_id = $2 for share`

/** The rule of `loadSeat` for a statement about many: the one seat `s` of `i` in its room. */
export const seatJoin = `
    join seat s on s.room_id = i.room_id and s.person_id = i.person_id`

export type LockedMessage = Pick<
  typeof message.$inferSelect,
  'id' | 'authorId' | 'seq' | 'threadId' | 'body' | 'createdAt' | 'editedAt' | 'deletedAt'
>

/** A message of the seat's own room, locked until the transaction ends. */
export async function lockMessage(
  tx: Transaction,
  seat: RoomSeat,
  messageId: string,
): Promise<LockedMessage> {
  const [found] = await tx
    .select({
      id: message.id,
      authorId: message.authorId,
      seq: message.seq,
      threadId: message.threadId,
      body: message.body,
      createdAt: message.createdAt,
      editedAt: message.editedAt,
      deletedAt: message.deletedAt,
    })
    .from(message)
    .where(and(eq(message.id, messageId), eq(message.roomId, seat.roomId)))
    .for('update')
  if (!found) throw new NotFound('This message is not here.')
  return found
}

export function canEditMessage(seat: RoomSeat, found: Pick<LockedMessage, 'authorId'>): boolean {
  return found.authorId === seat.personId
}

export function canDeleteMessage(seat: RoomSeat, found: Pick<LockedMessage, 'authorId'>): boolean {
  return found.authorId === seat.personId || seat.role === 'owner' || seat.role === 'maintainer'
}

/** A message of the seat's own room under which replies may stand. */
export async function loadThreadRoot(
  q: Queryable,
  seat: RoomSeat,
  threadId: string,
): Promise<{ id: string; seq: number }> {
  const [found] = await q
    .select({ id: message.id, seq: message.seq })
    .from(message)
    .where(and(eq(message.id, threadId), eq(message.roomId, seat.roomId), isNull(message.threadId)))
  if (!found) throw new NotFound('This thread is not here.')
  return found
}
