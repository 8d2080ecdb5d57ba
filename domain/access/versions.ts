import { and, asc, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { roomText, version, versionFile } from '@/db/schema'
import { NotFound } from '@/domain/errors'
import type { RoomSeat } from './rooms'

export type VersionRow = typeof version.$inferSelect

/** A version of the seat's own room. @param lock holds it until the transaction ends. @throws NotFound */
export async function loadVersion(
  q: Queryable,
  seat: RoomSeat,
  versionId: string,
  lock = false,
): Promise<VersionRow> {
  const query = q
    .select()
    .from(version)
    .where(and(eq(version.id, versionId), eq(version.roomId, seat.roomId)))
  const [found] = await (lock ? query.for('update') : query)
  if (!found) throw new NotFound('This version is not here any more.')
  return found
}

/** The files of a version of the seat's own room, by path, without their texts. @throws NotFound */
export async function loadVersionFiles(q: Queryable, seat: RoomSeat, versionId: string) {
  await loadVersion(q, seat, versionId)
  return q
    .select({
      documentId: versionFile.documentId,
      path: versionFile.path,
      hash: versionFile.hash,
      length: roomText.length,
    })
    .from(versionFile)
    .innerJoin(
      roomText,
      and(eq(roomText.roomId, versionFile.roomId), eq(roomText.hash, versionFile.hash)),
    )
    .where(eq(versionFile.versionId, versionId))
    .orderBy(asc(versionFile.path))
}

/** The text of a file in a version of the seat's own room. @throws NotFound */
export async function loadVersionText(
  q: Queryable,
  seat: RoomSeat,
  { versionId, documentId }: { versionId: string; documentId: string },
): Promise<string> {
  const [found] = await q
    .select({ text: roomText.text })
    .from(versionFile)
    .innerJoin(
      roomText,
      and(eq(roomText.roomId, versionFile.roomId), eq(roomText.hash, versionFile.hash)),
    )
    .where(
      and(
        eq(versionFile.versionId, versionId),
        eq(versionFile.documentId, documentId),
        eq(versionFile.roomId, seat.roomId),
      ),
    )
  if (!found) throw new NotFound('This version does not have the file.')
  return found.text
}
