import { eq } from 'drizzle-orm'
import type { QuietHours } from '@/contracts/quiet-hours'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** When rooms leave the actor alone, and by which zone's clock. */
export async function getQuietHours(
  actor: Actor,
): Promise<{ hours: QuietHours | null; timeZone: string }> {
  const [own] = await db()
    .select({ hours: person.quietHours, timeZone: person.timeZone })
    .from(person)
    .where(eq(person.id, actor.personId))
  return own ?? { hours: null, timeZone: actor.timeZone }
}
