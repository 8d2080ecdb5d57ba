import { eq } from 'drizzle-orm'
import { isQuiet } from '@/contracts/quiet-hours'
import type { RoomSummary } from '@/contracts/views'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/**
 * How much of what is unread the shell may show: what each room's level lets through, and nothing in the
 * person's quiet hours. The rooms' own counts stay as they are.
 */
export async function countTold(actor: Actor, rooms: RoomSummary[], now = new Date()) {
  const told = rooms.reduce((sum, room) => sum + room.told, 0)
  if (told === 0) return 0
  const [own] = await db()
    .select({ quietHours: person.quietHours, timeZone: person.timeZone })
    .from(person)
    .where(eq(person.id, actor.personId))
  return own && isQuiet(own.quietHours, own.timeZone, now) ? 0 : told
}
