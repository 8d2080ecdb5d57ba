import { and, eq } from 'drizzle-orm'
import type { MarkView } from '@/contracts/marks'
import { db } from '@/db/client'
import { mark } from '@/db/schema'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { selectMarks } from './load-marks'

/** One mark, resolved or not, for whoever meets a link to it. @throws NotFound */
export async function getMark(
  actor: Actor,
  input: { roomId: string; markId: string },
): Promise<{ mark: MarkView }> {
  const seat = await loadSeat(db(), actor, input.roomId)
  const own = and(eq(mark.id, input.markId), eq(mark.roomId, seat.roomId))
  const [found] = await selectMarks(db(), own)
  if (!found) throw new NotFound('This mark is not here.')
  return { mark: found }
}
