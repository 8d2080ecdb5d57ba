import { and, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { document, run } from '@/db/schema'
import { NotFound } from '@/domain/errors'
import type { RoomSeat } from './rooms'

/** A run of the seat's own room, with the code that ran. @throws NotFound */
export async function loadRun(q: Queryable, seat: RoomSeat, runId: string) {
  const [found] = await q
    .select({ id: run.id, code: run.code, path: document.path, language: run.language })
    .from(run)
    .innerJoin(document, eq(document.id, run.documentId))
    .where(and(eq(run.id, runId), eq(run.roomId, seat.roomId)))
  if (!found) throw new NotFound('This run is not here.')
  return found
}
