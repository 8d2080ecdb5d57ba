import { and, eq, isNull } from 'drizzle-orm'
import type { MarkView } from '@/contracts/marks'
import type { Queryable } from '@/db/client'
import { mark } from '@/db/schema'
import { selectMarks } from './load-marks'

/** The open marks of a room, oldest first; access is the caller's to check. */
export async function listMarks(q: Queryable, roomId: string): Promise<MarkView[]> {
  const marks = await selectMarks(q, and(eq(mark.roomId, roomId), isNull(mark.resolvedAt)))
  const age = ({ at, id }: MarkView) => at + id
  return marks.sort((one, other) => (age(one) < age(other) ? -1 : 1))
}
