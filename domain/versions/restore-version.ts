import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import type { RestoreVersionInput } from '@/contracts/versions'
import { db, type Transaction } from '@/db/client'
import { document } from '@/db/schema'
import { type LockedDocument, lockWriter } from '@/domain/access/documents'
import { loadVersionFiles } from '@/domain/access/versions'
import type { Actor } from '@/domain/actor'
import { compactDocument } from '@/domain/documents/compact-document'
import { NotFound } from '@/domain/errors'
import { publishToDocument, publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { movePaths } from './move-paths'
import { planRestore } from './plan-restore'
import { readRoomFiles } from './read-room-files'
import { FileFull, planTexts, storeTexts } from './restore-texts'
import { storeVersion } from './store-version'

/**
 * Makes one file, or all files of the room, as they were in a version: as a change that goes forward, so
 * that nobody's old tab undoes it, and what they type meanwhile merges with it. What is there now is kept as
 * a version first. Files that the version does not have are deleted when all are restored; one that came
 * into being in this very moment stays. What is so already changes nothing and takes no number.
 * @throws NotFound, Forbidden while somebody else drives, Conflict for a full room, Invalid for a full file
 */
export async function restoreVersion(
  actor: Actor,
  input: RestoreVersionInput,
): Promise<{ seq: number }> {
  const compacted = new Set<string>()
  for (;;)
    try {
      return await restore(actor, input)
    } catch (error) {
      if (!(error instanceof FileFull) || compacted.has(error.documentId)) throw error
      // Often it is full of what was deleted long ago.
      compacted.add(error.documentId)
      await compactDocument(error.documentId)
    }
}

async function restore(actor: Actor, input: RestoreVersionInput): Promise<{ seq: number }> {
  const { roomId } = input
  const { seq, events, stored } = await db().transaction((tx) => store(tx, actor, input))
  await publishToRoom(roomId, events)
  for (const { documentId, seq, update } of stored)
    await publishToDocument(documentId, [{ seq, update }])
  return { seq }
}

async function store(tx: Transaction, actor: Actor, input: RestoreVersionInput) {
  const { roomId, versionId, documentId } = input
  const seat = await lockWriter(tx, actor, roomId)
  const files = await loadVersionFiles(tx, seat, versionId)
  const wanted = documentId ? files.filter((file) => file.documentId === documentId) : files
  if (documentId && wanted.length === 0) throw new NotFound('This version does not have the file.')
  const held = await lockFiles(tx, roomId, wanted)
  const live = await readRoomFiles(tx, roomId)
  // All that can take long comes before the room's row is locked.
  const texts = await planTexts(tx, { seat, versionId, wanted, held, live })
  const removable = new Set(documentId ? [] : held.keys())
  if (texts.length === 0 && planRestore(wanted, live, removable).length === 0)
    return { seq: seat.seq, events: [], stored: [] }
  const { personId } = actor
  const kept = await storeVersion(tx, live, { roomId, reason: 'before_restore', personId })
  const events: RoomEvent[] = kept ? [kept.event] : []
  // Under that lock nobody comes to a path any more.
  const places = await readPlaces(tx, roomId)
  const changes = planRestore(wanted, places, removable)
  for (const draft of await movePaths(tx, changes, places.length))
    events.push(await appendRoomEvent(tx, roomId, personId, draft))
  const stored = await storeTexts(tx, actor, texts)
  const [only] = documentId ? wanted : []
  const place = changes.find((change) => change.documentId === documentId)
  const path = place && 'path' in place ? place.path : only?.path
  const { handle, name, line } = actor
  const person = { id: personId, handle, name, line }
  const told = { kind: 'version:restored', versionId, person, path: path ?? null } as const
  const last = await appendRoomEvent(tx, roomId, personId, told)
  return { seq: last.seq, events: [...events, last], stored }
}

/** The files that the room has now and those that come back, locked in the order of their ids. */
async function lockFiles(
  tx: Transaction,
  roomId: string,
  wanted: { documentId: string }[],
): Promise<Map<string, LockedDocument>> {
  const ids = wanted.map((file) => file.documentId)
  const rows = await tx
    .select()
    .from(document)
    .where(
      and(eq(document.roomId, roomId), or(isNull(document.deletedAt), inArray(document.id, ids))),
    )
    .orderBy(asc(document.id))
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

function readPlaces(tx: Transaction, roomId: string) {
  return tx
    .select({ documentId: document.id, path: document.path })
    .from(document)
    .where(and(eq(document.roomId, roomId), isNull(document.deletedAt)))
    .orderBy(asc(document.path))
}
