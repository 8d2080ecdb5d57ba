import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MembershipRole, NoticeLevel, RoomKind } from '@/contracts/vocabulary'
import type { Queryable, Transaction } from '@/db/client'
import { message, person, room, seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Forbidden, NotFound } from '@/domain/errors'

/** Memberships that open a project's room, as the triggers have it: who shipped the project keeps its room. */
export const seatedStatuses = ['active', 'inactive', 'completed'] as const

/** A person's place in a room. Whoever has none cannot tell the room from a missing one. */
export type RoomSeat = {
  roomId: string
  kind: RoomKind
  /** Null in rooms that belong to no project. */
  projectId: string | null
  /** Null in rooms that belong to no step. */
  stepId: string | null
  /** The room's sequence number at the moment of reading. */
  seq: number
  personId: string
  /** Null where roles do not exist. */
  role: MembershipRole | null
  /** Of the site; moderates the rooms of steps. */
  isModerator: boolean
  /** By the database's clock at the moment of reading. */
  muted: boolean
  /** Seconds between two messages of a person; 0: as they like. */
  slowSeconds: number
  /** Null: what rooms of its kind begin with. */
  level: NoticeLevel | null
  /** Whether its person lets others see how far they have read. */
  showsReading: boolean
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
      stepId: room.stepId,
      seq: room.seq,
      personId: seat.personId,
      role: seat.role,
      isModerator: person.isModerator,
      muted: sql<boolean>`coalesce(${seat.mutedUntil} > clock_timestamp(), false)`,
      slowSeconds: room.slowSeconds,
      level: seat.level,
      showsReading: person.showsReading,
    })
    .from(seat)
    .innerJoin(room, eq(room.id, seat.roomId))
    .innerJoin(person, eq(person.id, seat.personId))
    .where(and(eq(seat.roomId, roomId), eq(seat.personId, actor.personId)))
  const [found] = await (lock ? query.for('share', { of: seat }) : query)
  if (!found) throw new NotFound('This room is not here, or not open to you.')
  return found
}

/** The rule of `loadSeat` for many rooms: those that are open to the person, by id. */
export async function loadSeats(
  q: Queryable,
  actor: Pick<Actor, 'personId'>,
  roomIds: string[],
): Promise<Map<string, Pick<RoomSeat, 'roomId' | 'seq'>>> {
  const found = await q
    .select({ roomId: room.id, seq: room.seq })
    .from(seat)
    .innerJoin(room, eq(room.id, seat.roomId))
    .where(and(inArray(seat.roomId, roomIds), eq(seat.personId, actor.personId)))
  return new Map(found.map((each) => [each.roomId, each]))
}

/** Whether a seat may write: messages, edits, reactions, typing, and whatever else changes its room. */
export const canWrite = (seat: Pick<RoomSeat, 'muted'>): boolean => !seat.muted

/** @throws Forbidden */
export function assertCanWrite(seat: Pick<RoomSeat, 'muted'>) {
  if (!canWrite(seat)) throw new Forbidden('You are muted in this room: you can read, not write.')
}

/**
 * The right to write in a room, held until the transaction ends: a removal or a mute waits, or wins.
 * @throws NotFound without a seat, Forbidden to whoever is muted
 */
export async function lockWritingSeat(
  tx: Transaction,
  actor: Actor,
  roomId: string,
): Promise<RoomSeat> {
  const seat = await loadSeat(tx, actor, roomId, true)
  assertCanWrite(seat)
  return seat
}

/** Files, runs, marks, tasks and the wheel are in the rooms of projects alone; the others are for talking. */
export const hasWorkspace = (seat: Pick<RoomSeat, 'kind'>): boolean => seat.kind === 'project'

/** @throws Forbidden */
export function assertWorkspace(seat: Pick<RoomSeat, 'kind'>) {
  if (!hasWorkspace(seat))
    throw new Forbidden('This room is for talking. Files and tasks are in the rooms of projects.')
}

/** `lockWritingSeat` for what is not talking. @throws NotFound, Forbidden */
export async function lockWorkingSeat(
  tx: Transaction,
  actor: Actor,
  roomId: string,
): Promise<RoomSeat> {
  const seat = await lockWritingSeat(tx, actor, roomId)
  assertWorkspace(seat)
  return seat
}

/** Who keeps order in a room: a project's leads in theirs, the site's moderators in the rooms of steps. */
export function canModerate(seat: Pick<RoomSeat, 'kind' | 'role' | 'isModerator'>): boolean {
  if (seat.kind === 'project') return seat.role === 'owner' || seat.role === 'maintainer'
  return seat.kind === 'step' && seat.isModerator
}

/** Whether slow mode is for this seat: those who keep order are not slowed down. */
export const isSlowed = (
  seat: Pick<RoomSeat, 'kind' | 'role' | 'isModerator' | 'slowSeconds'>,
): boolean => seat.slowSeconds > 0 && !canModerate(seat)

/** Whether others in the room see how far its person has read; among thousands, nobody does. */
export const canShowReading = (seat: Pick<RoomSeat, 'kind' | 'showsReading'>): boolean =>
  seat.kind !== 'step' && seat.showsReading

const notMuted = `(s.muted_until is null or s.muted_until <= clock_timestamp())`
/** `isSlowed`, turned round, of a seat `s`. */
const notSlowed = `(select r.slow_seconds = 0
    or r.kind = 'project' and coalesce(s.role in ('owner', 'maintainer'), false)
    or r.kind = 'step' and (select p.is_moderator from person p where p.id = s.person_id)
    from room r where r.id = s.room_id)`

/**
 * The rule of `lockWritingSeat` for a message, for statements written by hand: $1 is the room, $2 the person.
 * Where slow mode holds for the person there is no seat: see `takeSlowTurn`.
 */
export const lockedSeatStatement = `
  select s.room_id, s.person_id from seat s
  where s.room_id = $1 and s.person_id = $2 and ${notMuted} and ${notSlowed} for share of s`

/** The same for whoever has had their turn in slow mode. */
export const lockedSlowSeatStatement = `
  select s.room_id, s.person_id from seat s
  where s.room_id = $1 and s.person_id = $2 and ${notMuted} for no key update of s`

/** The rule of `lockWritingSeat` for a statement about many: the one seat `s` of `i` in its room. */
export const seatJoin = `
    join seat s on s.room_id = i.room_id and s.person_id = i.person_id and ${notMuted}`

/** `lockedSeatStatement` for a statement about many messages: the one seat `s` of `i` in its room. */
export const speakingSeatJoin = `${seatJoin} and ${notSlowed}`

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
      seq: message.seq,
      authorId: message.authorId,
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

/** The place of a message in a room that the person has a seat in. */
export async function findMessagePlace(
  q: Queryable,
  actor: Pick<Actor, 'personId'>,
  roomId: string,
  messageId: string,
): Promise<{ seq: number; threadId: string | null }> {
  const [found] = await q
    .select({ seq: message.seq, threadId: message.threadId })
    .from(message)
    .innerJoin(seat, and(eq(seat.roomId, message.roomId), eq(seat.personId, actor.personId)))
    .where(and(eq(message.id, messageId), eq(message.roomId, roomId)))
  if (!found) throw new NotFound('This message is not here.')
  return found
}

export function canEditMessage(seat: RoomSeat, found: Pick<LockedMessage, 'authorId'>): boolean {
  return found.authorId === seat.personId
}

export function canDeleteMessage(seat: RoomSeat, found: Pick<LockedMessage, 'authorId'>): boolean {
  return found.authorId === seat.personId || canModerate(seat)
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
