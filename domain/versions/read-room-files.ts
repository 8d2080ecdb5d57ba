import { createHash } from 'node:crypto'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { document, version, versionFile } from '@/db/schema'
import { readDocumentText } from '@/domain/documents/read-document-text'
import { Conflict } from '@/domain/errors'
import { storableText } from '@/domain/runs/storable-text'

/** Longest that the files of one room may take to read, in milliseconds: nobody writes meanwhile. */
const patience = 10_000

/** A file of a room as it is at one moment. */
export type RoomFile = {
  documentId: string
  path: string
  documentSeq: number
  hash: string
  /** Null when the newest version has it already. */
  text: string | null
}

export const hashText = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * All files of a room as they are together: nobody writes until the transaction ends. What has not changed
 * since the newest version is not read again.
 * @throws Conflict when it takes too long
 */
export async function readRoomFiles(tx: Transaction, roomId: string): Promise<RoomFile[]> {
  const live = await tx
    .select({ documentId: document.id, path: document.path, documentSeq: document.seq })
    .from(document)
    .where(and(eq(document.roomId, roomId), isNull(document.deletedAt)))
    .orderBy(asc(document.id))
    .for('share')
  const known = new Map(
    (await readNewestFiles(tx, roomId)).map((file) => [
      `${file.documentId} ${file.documentSeq}`,
      file.hash,
    ]),
  )
  const until = Date.now() + patience
  const files: RoomFile[] = []
  for (const file of live) {
    const hash = known.get(`${file.documentId} ${file.documentSeq}`)
    if (hash) files.push({ ...file, hash, text: null })
    else {
      if (Date.now() > until) throw new Conflict('The files took too long to read. Try again.')
      const text = storableText(await readDocumentText(tx, file.documentId))
      files.push({ ...file, hash: hashText(text), text })
    }
  }
  return files
}

/** The files of a room's newest version; none when there is no version yet. */
export async function readNewestFiles(tx: Transaction, roomId: string) {
  const newest = tx
    .select({ id: version.id })
    .from(version)
    .where(eq(version.roomId, roomId))
    .orderBy(desc(version.seq))
    .limit(1)
  return tx.select().from(versionFile).where(eq(versionFile.versionId, newest))
}
