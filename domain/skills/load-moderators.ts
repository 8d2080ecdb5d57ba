import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { person } from '@/db/schema'

/** Whose pages show how many proposals wait. */
export async function loadModerators(q: Queryable): Promise<string[]> {
  const rows = await q.select({ id: person.id }).from(person).where(sql`${person.isModerator}`)
  return rows.map(({ id }) => id)
}
