import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** Lets go of changes that every index has followed long ago, and of exposure too old to matter. */
export async function pruneMatching(): Promise<void> {
  await db().execute(sql`delete from match_change where at < now() - interval '6 hours'`)
  await db().execute(sql`delete from project_exposure where day < current_date - 30`)
}
