import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** Puts the first questions aside for good. Repeating it changes nothing. */
export async function skipWelcome(actor: Actor): Promise<void> {
  await db()
    .update(person)
    .set({ welcomedAt: sql`coalesce(${person.welcomedAt}, now())` })
    .where(eq(person.id, actor.personId))
}
