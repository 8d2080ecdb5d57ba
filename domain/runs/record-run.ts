import { and, eq, isNull, sql } from 'drizzle-orm'
import { maximumRunOutput, type RecordRunInput } from '@/contracts/documents'
import { db, type Transaction } from '@/db/client'
import { document, run } from '@/db/schema'
import { lockWorkingSeat, type RoomSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readDocumentText } from '@/domain/documents/read-document-text'
import { Conflict, NotFound } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from '@/domain/rooms/append-room-event'
import { keepAutomaticVersion } from '@/domain/versions/keep-automatic-version'
import { loadRuns } from './load-runs'
import { lockPingPong, passPingPong } from './ping-pong'
import { storableText } from './storable-text'
import { turnedGreen } from './turned-green'

/**
 * Keeps what a program printed in somebody's browser, with the code as it is now, and tells the room. In
 * ping-pong a driver's run that turns the tests green passes the wheel on with it.
 * Idempotent on `runId`: a repeat changes nothing and takes no number; `seq` is then the room's present one.
 * @param present who is in the room, as far as the caller knows: the wheel passes on to one of them.
 * @throws NotFound without a seat, or when the file is not in this room; Conflict for a run id in use
 */
export async function recordRun(
  actor: Actor,
  input: RecordRunInput,
  present?: ReadonlySet<string>,
): Promise<{ seq: number }> {
  const { roomId, runId } = input
  const { seq, events, green } = await db().transaction(async (tx) => {
    const mayBeGreen = input.outcome === 'passed' && input.tests.length > 0
    const turned = await lockPingPong(tx, actor, roomId, mayBeGreen)
    const seat = await lockWorkingSeat(tx, actor, roomId)
    if (!(await store(tx, seat, input))) {
      await assertOwnRepeat(tx, seat, runId)
      return { seq: seat.seq, events: [], green: false }
    }
    // Numbered before it is dated, so that runs by time are in the room's own order.
    const taken = await takeSequence(tx, roomId)
    await tx.update(run).set({ createdAt: sql`clock_timestamp()` }).where(eq(run.id, runId))
    const stored = (await loadRuns(tx, [runId])).get(runId)
    if (!stored) throw new Error(`Run ${runId} was not stored.`)
    const draft = { kind: 'run:recorded', run: stored } as const
    const appended = await appendRoomEvent(tx, roomId, actor.personId, draft, taken)
    const green = await turnedGreen(tx, stored)
    const passed = green && turned && (await passPingPong(tx, { turned, actor, roomId, present }))
    return { seq: appended.seq, events: passed ? [appended, passed] : [appended], green }
  })
  await publishToRoom(roomId, events)
  const { personId } = actor
  if (green) await keepAutomaticVersion({ roomId, reason: 'green_run', personId, runId })
  return { seq }
}

/** @returns false when there is such a run already */
async function store(tx: Transaction, seat: RoomSeat, input: RecordRunInput): Promise<boolean> {
  // Nobody writes to the file while its number and its text are read: they belong together.
  const [file] = await tx
    .select({ id: document.id, seq: document.seq })
    .from(document)
    .where(
      and(
        eq(document.id, input.documentId),
        eq(document.roomId, seat.roomId),
        isNull(document.deletedAt),
      ),
    )
    .for('share')
  if (!file) throw new NotFound('This file is not in this room.')
  const { runId, language, outcome, durationMs } = input
  const stored = await tx
    .insert(run)
    .values({
      id: runId,
      roomId: seat.roomId,
      documentId: file.id,
      personId: seat.personId,
      documentSeq: file.seq,
      language,
      outcome,
      durationMs,
      input: storableText(input.input),
      output: storableText(input.output, maximumRunOutput),
      tests: input.tests.map(({ name, passed, message }) => ({
        name: storableText(name),
        passed,
        message: storableText(message),
      })),
      code: storableText(await readDocumentText(tx, file.id)),
    })
    .onConflictDoNothing({ target: run.id })
    .returning({ id: run.id })
  return stored.length > 0
}

/** Ids are chosen by clients: one that is somebody else's must not look like a success. */
async function assertOwnRepeat(tx: Transaction, seat: RoomSeat, runId: string) {
  const [own] = await tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.id, runId), eq(run.roomId, seat.roomId), eq(run.personId, seat.personId)))
  if (!own) throw new Conflict('This run cannot be recorded. Run it again.')
}
