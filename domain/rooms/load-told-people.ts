import { and, eq, inArray } from 'drizzle-orm'
import { isQuiet } from '@/contracts/quiet-hours'
import { levelOf } from '@/contracts/rooms'
import type { Queryable } from '@/db/client'
import { person, room, seat } from '@/db/schema'

/**
 * Of these people, those whom a message or a mention in a room may reach outside of it at this moment: with a
 * seat, by the level they chose, and not in their quiet hours. For whoever stores notifications.
 */
export async function loadToldPeople(
  q: Queryable,
  roomId: string,
  personIds: string[],
  what: 'message' | 'mention',
  now = new Date(),
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await q
    .select({
      id: person.id,
      kind: room.kind,
      level: seat.level,
      quietHours: person.quietHours,
      timeZone: person.timeZone,
    })
    .from(seat)
    .innerJoin(room, eq(room.id, seat.roomId))
    .innerJoin(person, eq(person.id, seat.personId))
    .where(and(eq(seat.roomId, roomId), inArray(seat.personId, personIds)))
  return rows.flatMap(({ id, kind, level, quietHours, timeZone }) => {
    const chosen = levelOf(kind, level)
    const through = chosen === 'all' || (chosen === 'mentions' && what === 'mention')
    return through && !isQuiet(quietHours, timeZone, now) ? [id] : []
  })
}
