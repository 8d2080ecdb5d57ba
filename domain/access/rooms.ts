import { and, eq, inArray, sql } from 'drizzle-orm'
import type { MembershipRole, RoomKind } from '@/contracts/vocabulary'
import type { Queryable, Transaction } from '@/db/client'
import { membership, message, room } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Memberships that open a project's room: who shipped the project keeps its room. */
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
 * @param lock holds the membership until the transaction ends, so that a removal waits or wins.
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
      personId: membership.personId,
      role: membership.role,
    })
    .from(room)
    .innerJoin(membership, eq(membership.projectId, room.projectId))
    .where(
      and(
        eq(room.id, roomId),
        eq(membership.personId, actor.personId),
        inArray(membership.status, [...seatedStatuses]),
      ),
    )
    // Someone who shipped it and came back has two rows: the live one counts.
    .orderBy(sql`${membership.status} = 'completed'`)
    .limit(1)
  const [seat] = await (lock ? query.for('share', { of: membership }) : query)
  if (!seat) throw new NotFound('This room is not here, or not open to you.')
  return seat
}

/** The rule of `loadSeat`, locking, for statements written by hand: $1 is the room, $2 the person. */
export const lockedSeatStatement = `
  select r.id as room_id, m.person_id
  from room r join membership m on m.project_id = r.project_id
  where r.id = $1 and m.person_id = $2
    and m.status in (${seatedStatuses.map((status) => `'${status}'`).join(', ')})
  order by m.status = 'completed' limit 1
  for share of m`

/** The rule of `loadSeat` for a statement about many: the one seat `m` of `i` in its room. */
export const seatJoin = `
    join room r on r.id = i.room_id
    join membership m on m.id = (
      select s.id from membership s
      where s.project_id = r.project_id and s.person_id = i.person_id
        and s.status in (${seatedStatuses.map((status) => `'${status}'`).join(', ')})
      order by s.status = 'completed' limit 1
    )`

export type LockedMessage = Pick<
  typeof message.$inferSelect,
  'id' | 'authorId' | 'body' | 'deletedAt'
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
      body: message.body,
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
