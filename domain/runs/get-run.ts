import type { RunView } from '@/contracts/documents'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import { loadRun } from '@/domain/access/runs'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadRuns } from './load-runs'

/** One run of a room, for whoever meets a link to it. @throws NotFound without a seat in the run's room */
export async function getRun(
  actor: Actor,
  { roomId, runId }: { roomId: string; runId: string },
): Promise<{ run: RunView }> {
  const seat = await loadSeat(db(), actor, roomId)
  const { id } = await loadRun(db(), seat, runId)
  const run = (await loadRuns(db(), [id])).get(id)
  // Its author's account ended in between, and the run with it.
  if (!run) throw new NotFound('This run is not here.')
  return { run }
}
