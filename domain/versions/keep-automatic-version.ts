import { db } from '@/db/client'
import { publishToRoom, reportFailure } from '@/domain/publish'
import { keepVersion } from './keep-version'

/**
 * Keeps a version because of something that has happened and is stored already: a turn of the wheel, a run.
 * Never rejects: a file that cannot be read in time must not make that fail, so it is reported instead.
 * @param draft.personId who runs the program, or who has come to the wheel
 */
export async function keepAutomaticVersion(draft: {
  roomId: string
  reason: 'turn' | 'green_run'
  personId: string | null
  runId?: string
}): Promise<void> {
  try {
    const kept = await db().transaction((tx) => keepVersion(tx, draft))
    if (kept) await publishToRoom(draft.roomId, [kept.event])
  } catch (error) {
    reportFailure(error)
  }
}
