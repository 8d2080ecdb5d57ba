import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { attachment } from '@/db/schema'
import { fileStore } from './file-store'
import { clearIncoming } from './incoming'

const batch = 500
/** Bytes are stored before their row: what is younger may be about to get one. */
const grace = 60 * 60_000

/**
 * Compares the store with the table, and removes bytes that no row knows: of rooms and accounts that are
 * gone, and of uploads whose process was killed. @returns how many
 */
export async function sweepAttachments(now = Date.now()): Promise<number> {
  await clearIncoming(now)
  let removed = 0
  let keys: string[] = []
  for await (const { key, since } of fileStore().list()) {
    if (now - since.getTime() < grace) continue
    keys.push(key)
    if (keys.length < batch) continue
    removed += await removeUnknown(keys)
    keys = []
  }
  return removed + (await removeUnknown(keys))
}

async function removeUnknown(keys: string[]): Promise<number> {
  if (keys.length === 0) return 0
  // By the id in the key, which has an index; what has none in it is not ours to keep either.
  const ids = keys.map((key) => idIn(key)).filter((id) => id !== undefined)
  const known = new Set<string>()
  if (ids.length > 0)
    for (const row of await db()
      .select({ key: attachment.key, thumbnailKey: attachment.thumbnailKey })
      .from(attachment)
      .where(inArray(attachment.id, ids)))
      known.add(row.key).add(row.thumbnailKey ?? row.key)
  const unknown = keys.filter((key) => !known.has(key))
  for (const key of unknown) await fileStore().remove(key)
  return unknown.length
}

const idIn = (key: string) =>
  /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-small)?$/.exec(key)?.[1]
