import { and, count, eq, isNull } from 'drizzle-orm'
import { type AddMarkInput, type MarkView, maximumMarks } from '@/contracts/marks'
import type { RoomEvent } from '@/contracts/realtime'
import { db, type Transaction } from '@/db/client'
import { mark } from '@/db/schema'
import { assertNotDeleted, lockDocument } from '@/domain/access/documents'
import { lockWorkingSeat, type RoomSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from '@/domain/rooms/append-room-event'
import { loadMarks } from './load-marks'

/**
 * Pins a question to a range of a file. Whoever is in the room may, also while somebody else drives: asking
 * is what navigators do. Idempotent on `markId`: a repeat answers the mark as it is now.
 * @throws NotFound, Conflict
 */
export async function addMark(actor: Actor, input: AddMarkInput): Promise<{ mark: MarkView }> {
  const { view, event } = await db().transaction((tx) => add(tx, actor, input))
  if (event) await publishToRoom(input.roomId, [event])
  return { mark: view }
}

async function add(
  tx: Transaction,
  actor: Actor,
  input: AddMarkInput,
): Promise<{ view: MarkView; event: RoomEvent | null }> {
  const { roomId, markId, documentId, from, to, quote, body } = input
  const seat = await lockWorkingSeat(tx, actor, roomId)
  assertNotDeleted(await lockDocument(tx, seat, documentId))
  const authorId = seat.personId
  const added = await tx
    .insert(mark)
    .values({ id: markId, roomId, documentId, authorId, from, to, quote, body })
    .onConflictDoNothing({ target: mark.id })
    .returning({ id: mark.id })
  if (added.length === 0) {
    await assertOwnRepeat(tx, seat, input)
    return { view: await load(tx, markId), event: null }
  }
  const seq = await takeSequence(tx, roomId)
  await assertRoomForMarks(tx, roomId)
  const view = await load(tx, markId)
  const draft = { kind: 'mark:added', mark: view } as const
  return { view, event: await appendRoomEvent(tx, roomId, actor.personId, draft, seq) }
}

async function load(tx: Transaction, markId: string): Promise<MarkView> {
  const found = (await loadMarks(tx, [markId])).get(markId)
  if (!found) throw new Error(`Mark ${markId} is gone.`)
  return found
}

/** Ids are chosen by clients: one that is somebody else's must not look like a success. */
async function assertOwnRepeat(tx: Transaction, seat: RoomSeat, input: AddMarkInput) {
  const [own] = await tx
    .select({ id: mark.id })
    .from(mark)
    .where(
      and(
        eq(mark.id, input.markId),
        eq(mark.roomId, seat.roomId),
        eq(mark.authorId, seat.personId),
      ),
    )
  if (!own) throw new Conflict('This question cannot be kept under this id. Ask it again.')
}

/**
 * Call it with the newly opened mark stored, under the room's lock: then the one mark too many is counted
 * whatever others do at the same time.
 * @throws Conflict
 */
export async function assertRoomForMarks(tx: Transaction, roomId: string) {
  const [sum] = await tx
    .select({ open: count() })
    .from(mark)
    .where(and(eq(mark.roomId, roomId), isNull(mark.resolvedAt)))
  if ((sum?.open ?? 0) > maximumMarks)
    throw new Conflict(`A room holds ${maximumMarks} open marks. Resolve one first.`)
}
