import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import type { VersionReason, VersionView } from '@/contracts/versions'
import type { Transaction } from '@/db/client'
import { room, roomText, version, versionFile } from '@/db/schema'
import { appendRoomEvent, takeSequence } from '@/domain/rooms/append-room-event'
import { loadVersions } from './load-versions'
import { type RoomFile, readNewestFiles } from './read-room-files'

/** So many versions that nobody named are kept of each room. */
export const keptAutomatic = 200

export type VersionDraft = {
  roomId: string
  reason: VersionReason
  personId: string | null
  runId?: string | null
  /** The client's own id, for one that a person saves. */
  versionId?: string
  name?: string
}
export type KeptVersion = { view: VersionView; event: RoomEvent }

/**
 * Stores the files of a room, read in the same transaction, as a version. One that comes about on its own is
 * left out when nothing has changed since the newest. The room's row is locked from here on.
 */
export async function storeVersion(
  tx: Transaction,
  files: RoomFile[],
  draft: VersionDraft,
): Promise<KeptVersion | null> {
  const { roomId, reason, personId, runId = null, versionId: id = randomUUID(), name } = draft
  // Versions of a room come one after the other, or two could be made of one state, and texts be deleted
  // that another is about to use. No stronger lock: whoever refers to the room and then waits for its
  // number would be waited for.
  await tx.select({ id: room.id }).from(room).where(eq(room.id, roomId)).for('no key update')
  if (reason !== 'named' && (await isNewest(tx, roomId, files))) return null
  const seq = await takeSequence(tx, roomId)
  await storeTexts(tx, roomId, files)
  const at = sql`clock_timestamp()`
  await tx.insert(version).values({ id, roomId, seq, reason, name, personId, runId, createdAt: at })
  if (files.length > 0)
    await tx.insert(versionFile).values(
      files.map(({ documentId, path, documentSeq, hash }) => ({
        ...{ versionId: id, documentId, roomId, path, documentSeq, hash },
      })),
    )
  if (name === undefined) await dropOldest(tx, roomId)
  const view = (await loadVersions(tx, [id])).get(id)
  if (!view) throw new Error(`Version ${id} was not stored.`)
  const told = { kind: 'version:created', version: view } as const
  return { view, event: await appendRoomEvent(tx, roomId, personId, told, seq) }
}

async function isNewest(tx: Transaction, roomId: string, files: RoomFile[]): Promise<boolean> {
  const keys = (list: Pick<RoomFile, 'documentId' | 'path' | 'hash'>[]) =>
    list.map(({ documentId, path, hash }) => `${documentId} ${hash} ${path}`).sort()
  const [now, then] = [keys(files), keys(await readNewestFiles(tx, roomId))]
  return now.length === then.length && now.every((key, at) => key === then[at])
}

async function storeTexts(tx: Transaction, roomId: string, files: RoomFile[]) {
  // One by one: a room's texts together can be larger than a statement should be.
  for (const { hash, text } of files)
    if (text !== null)
      await tx
        .insert(roomText)
        .values({ roomId, hash, length: text.length, text })
        .onConflictDoNothing()
}

/** Keeps the newest of those that nobody named, and no text that no version has any more. */
async function dropOldest(tx: Transaction, roomId: string) {
  const unnamed = and(eq(version.roomId, roomId), isNull(version.name))
  const old = await tx
    .select({ id: version.id })
    .from(version)
    .where(unnamed)
    .orderBy(desc(version.seq))
    .offset(keptAutomatic)
  if (old.length === 0) return
  const ids = old.map(({ id }) => id)
  // One that is being given a name at this moment is passed over: it is about to stay.
  const free = await tx
    .select({ id: version.id })
    .from(version)
    .where(and(unnamed, inArray(version.id, ids)))
    .for('update', { skipLocked: true })
  if (free.length === 0) return
  const gone = free.map(({ id }) => id)
  // Looked up by what these versions had: all texts of the room would be a lot to look through each time.
  const had = await tx
    .selectDistinct({ hash: versionFile.hash })
    .from(versionFile)
    .where(inArray(versionFile.versionId, gone))
  await tx.delete(version).where(inArray(version.id, gone))
  await tx.delete(roomText).where(
    and(
      eq(roomText.roomId, roomId),
      inArray(
        roomText.hash,
        had.map(({ hash }) => hash),
      ),
      sql`not exists (select from version_file f where f.room_id = ${roomText.roomId} and f.hash = ${roomText.hash})`,
    ),
  )
}
