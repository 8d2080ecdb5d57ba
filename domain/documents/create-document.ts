import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { type CreateDocumentInput, type DocumentView, textName } from '@/contracts/documents'
import type { RoomEvent } from '@/contracts/realtime'
import { db, type Transaction } from '@/db/client'
import { document, documentClient, documentUpdate } from '@/db/schema'
import { lockWriter } from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { takePlace } from './file-room'
import { toDocumentView } from './list-documents'

/**
 * Makes a file with its first text. The server writes that text, once: were each client to do it, a file
 * would begin as often as it is opened. Idempotent on `documentId`: a repeat answers the file as it is now.
 * @throws NotFound, Forbidden, Conflict
 */
export async function createDocument(
  actor: Actor,
  input: CreateDocumentInput,
): Promise<{ document: DocumentView }> {
  try {
    const { view, event } = await db().transaction((tx) => create(tx, actor, input))
    if (event) await publishToRoom(input.roomId, [event])
    return { document: view }
  } catch (error) {
    // The same request a second time, while the first was under way.
    if (isTaken(error))
      return { document: await db().transaction((tx) => repeat(tx, actor, input)) }
    throw error
  }
}

function isTaken(error: unknown): boolean {
  const { code, constraint } =
    (error as { cause?: { code?: string; constraint?: string } }).cause ?? {}
  return code === '23505' && constraint === 'document_pkey'
}

async function create(
  tx: Transaction,
  actor: Actor,
  input: CreateDocumentInput,
): Promise<{ view: DocumentView; event: RoomEvent | null }> {
  const { roomId, documentId: id, path } = input
  const seat = await lockWriter(tx, actor, roomId)
  const [first] = await tx.select().from(document).where(eq(document.id, id))
  if (first) return { view: own(first, roomId, actor), event: null }
  const seq = await takePlace(tx, roomId, { id, path, isMore: true })
  const seed = makeSeed(input.text)
  const [made] = await tx
    .insert(document)
    .values({
      id,
      roomId,
      path,
      createdById: seat.personId,
      seq: seed ? 1 : 0,
      size: seed?.bytes.length ?? 0,
    })
    .returning()
  if (!made) throw new Error('The file was not made.')
  if (seed) {
    const { bytes, client, clock } = seed
    const authorId = seat.personId
    await tx.insert(documentUpdate).values({ documentId: id, seq: 1, bytes, authorId })
    // A template or an imported file is nobody's typing.
    await tx.insert(documentClient).values({ documentId: id, client, clock, personId: null })
  }
  const view = toDocumentView(made)
  const draft = { kind: 'document:created', document: view } as const
  return { view, event: await appendRoomEvent(tx, roomId, actor.personId, draft, seq) }
}

async function repeat(tx: Transaction, actor: Actor, input: CreateDocumentInput) {
  await lockWriter(tx, actor, input.roomId)
  const [first] = await tx.select().from(document).where(eq(document.id, input.documentId))
  if (!first) throw new Conflict('The room changed in this moment. Try again.')
  return own(first, input.roomId, actor)
}

/** Ids are chosen by clients: one that is somebody else's must not look like a success. */
function own(first: typeof document.$inferSelect, roomId: string, actor: Actor): DocumentView {
  if (first.roomId !== roomId || first.createdById !== actor.personId)
    throw new Conflict('This file cannot be made under this id. Try again.')
  return toDocumentView(first)
}

function makeSeed(text: string) {
  // Editors count a line's end as one.
  const clean = text.replace(/\r\n?/g, '\n')
  if (clean === '') return null
  const seeded = new Y.Doc()
  seeded.getText(textName).insert(0, clean)
  const bytes = Y.encodeStateAsUpdate(seeded)
  const client = seeded.clientID
  seeded.destroy()
  return { bytes, client, clock: clean.length }
}
