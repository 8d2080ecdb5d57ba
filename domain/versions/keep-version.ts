import type { Transaction } from '@/db/client'
import { readRoomFiles } from './read-room-files'
import { type KeptVersion, storeVersion, type VersionDraft } from './store-version'

/**
 * Keeps the files of a room as they are now, inside the caller's transaction: documents are locked by it
 * (in order of their ids), then the room's row. Null when nothing has changed since the newest version and
 * nobody asked for this one. The caller publishes the event after the commit.
 * @throws Conflict when the files take too long to read
 */
export async function keepVersion(
  tx: Transaction,
  draft: VersionDraft,
): Promise<KeptVersion | null> {
  return storeVersion(tx, await readRoomFiles(tx, draft.roomId), draft)
}
