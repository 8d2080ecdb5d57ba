import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as Y from 'yjs'
import { textName } from '@/contracts/documents'
import { db } from '@/db/client'
import { document, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { createDocument } from '@/domain/documents/create-document'
import { readDocumentText } from '@/domain/documents/read-document-text'
import { restoreVersion } from '@/domain/versions/restore-version'
import { saveVersion } from '@/domain/versions/save-version'
import { append, change, openFile } from '@/tests/support/documents'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

/** Two people in a room, and what they do with its files and versions. */
export async function createRoom() {
  const [ana, ben, outsider] = await Promise.all([createPerson(), createPerson(), createPerson()])
  const { id: projectId, roomId } = await createProject(ana)
  await addMember(projectId, ben)

  const create = async (path: string, text = '', who: Actor = ana) => {
    const documentId = randomUUID()
    await createDocument(who, { roomId, documentId, path, text })
    return { roomId, documentId }
  }
  const save = async (name = 'A version', who: Actor = ana) =>
    (await saveVersion(who, { roomId, versionId: randomUUID(), name })).version
  const restore = (versionId: string, documentId: string | null = null, who: Actor = ana) =>
    restoreVersion(who, { roomId, versionId, documentId })
  /** The room's files as path and text. */
  const read = async () => {
    const files = await db()
      .select({ id: document.id, path: document.path })
      .from(document)
      .where(and(eq(document.roomId, roomId), isNull(document.deletedAt)))
      .orderBy(asc(document.path))
    const texts = files.map(async ({ id, path }) => [path, await readDocumentText(db(), id)])
    return Object.fromEntries(await Promise.all(texts)) as Record<string, string>
  }
  const events = async (after = 0) =>
    (
      await db()
        .select()
        .from(roomEvent)
        .where(eq(roomEvent.roomId, roomId))
        .orderBy(asc(roomEvent.seq))
    ).filter(({ seq }) => seq > after)
  return { ana, ben, outsider, projectId, roomId, create, save, restore, read, events }
}
type File = { roomId: string; documentId: string }

/** Replaces the whole text, as somebody in a newly opened editor. */
export async function write(who: Actor, file: File, text: string) {
  const doc = await openFile(who, file)
  const update = change(doc, (target) => {
    target.delete(0, target.length)
    target.insert(0, text)
  })
  await append(who, file, update)
  return doc
}

export const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: Error) => error.name,
  )
export const textIn = (doc: Y.Doc) => doc.getText(textName).toString()
