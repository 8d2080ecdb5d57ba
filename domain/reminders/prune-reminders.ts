import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** Forgets what was told a month ago; its notification has said it. */
export async function pruneReminders(): Promise<void> {
  await db().execute(sql`delete from reminder where told_at < now() - interval '30 days'`)
}
