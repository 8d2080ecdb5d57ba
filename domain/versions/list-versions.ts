import { and, desc, eq, lt } from 'drizzle-orm'
import { keptVersions, type VersionView } from '@/contracts/versions'
import type { Queryable } from '@/db/client'
import { version } from '@/db/schema'
import { selectVersions, toVersionView } from './load-versions'

/** The newest versions of a room from before `beforeSeq`, newest first; access is the caller's to check. */
export async function listVersions(
  q: Queryable,
  roomId: string,
  beforeSeq = Number.MAX_SAFE_INTEGER,
): Promise<{ versions: VersionView[]; more: boolean }> {
  const rows = await selectVersions(q, and(eq(version.roomId, roomId), lt(version.seq, beforeSeq)))
    .orderBy(desc(version.seq))
    .limit(keptVersions + 1)
  const versions = rows.slice(0, keptVersions).map(toVersionView)
  return { versions, more: rows.length > keptVersions }
}
