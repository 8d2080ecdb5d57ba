import type { RunCode } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import { loadRun } from '@/domain/access/runs'
import type { Actor } from '@/domain/actor'

/** The code of a run as it was then. @throws NotFound without a seat in the run's room */
export async function getRunCode(
  actor: Actor,
  input: { roomId: string; runId: string },
): Promise<RunCode> {
  const seat = await loadSeat(db(), actor, input.roomId)
  const { code, path, language } = await loadRun(db(), seat, input.runId)
  return { code, path, language }
}
