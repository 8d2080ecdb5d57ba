import { desc, eq } from 'drizzle-orm'
import type { RunView } from '@/contracts/documents'
import type { Queryable } from '@/db/client'
import { run } from '@/db/schema'
import { loadRuns } from './load-runs'

/** How many runs a room shows. */
export const listedRuns = 20

/** The newest runs of a room, newest first; access is the caller's to check. */
export async function listRuns(q: Queryable, roomId: string): Promise<RunView[]> {
  const newest = await q
    .select({ id: run.id })
    .from(run)
    .where(eq(run.roomId, roomId))
    .orderBy(desc(run.createdAt), desc(run.id))
    .limit(listedRuns)
  const ids = newest.map(({ id }) => id)
  const runs = await loadRuns(q, ids)
  return ids.flatMap((id) => runs.get(id) ?? [])
}
