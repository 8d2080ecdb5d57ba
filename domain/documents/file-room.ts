import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { maximumDocuments } from '@/contracts/documents'
import type { Transaction } from '@/db/client'
import { document } from '@/db/schema'
import { Conflict } from '@/domain/errors'
import { takeSequence } from '@/domain/rooms/append-room-event'

/**
 * Takes the room's next number, and with it the lock under which paths and their number are settled: two
 * files cannot come to one path, and the hundred-and-first cannot slip in.
 * @throws Conflict when the path is taken or, for one file more, the room is full
 */
export async function takePlace(
  tx: Transaction,
  roomId: string,
  file: { id: string; path: string; isMore: boolean },
): Promise<number> {
  const seq = await takeSequence(tx, roomId)
  const live = and(eq(document.roomId, roomId), isNull(document.deletedAt))
  const [taken] = await tx
    .select({ id: document.id })
    .from(document)
    .where(and(live, eq(document.path, file.path), ne(document.id, file.id)))
  if (taken) throw new Conflict('There is already a file with this path. Choose another name.')
  if (file.isMore) {
    const [sum] = await tx.select({ files: count() }).from(document).where(live)
    if ((sum?.files ?? 0) >= maximumDocuments)
      throw new Conflict(`A room holds ${maximumDocuments} files. Delete one first.`)
  }
  return seq
}
