import { eq } from 'drizzle-orm'
import type { QuietHours } from '@/contracts/quiet-hours'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** Sets when rooms leave the actor alone, by the clock of their own zone; null: never. */
export async function editQuietHours(
  actor: Actor,
  input: { hours: QuietHours | null },
): Promise<void> {
  await db().update(person).set({ quietHours: input.hours }).where(eq(person.id, actor.personId))
}
