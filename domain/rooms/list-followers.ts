import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { threadRead } from '@/db/schema'

/** Ids of everybody who follows a thread; for telling them, never for showing. */
export async function listFollowers(threadId: string): Promise<string[]> {
  const rows = await db()
    .select({ personId: threadRead.personId })
    .from(threadRead)
    .where(eq(threadRead.threadId, threadId))
  return rows.map((row) => row.personId)
}
