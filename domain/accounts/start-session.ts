import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { person, session } from '@/db/schema'
import type { Requester } from './requester'
import { sessionExpiry } from './session-lifetime'

/** Opens a session for a person who has just proved who they are. */
export async function startSession(
  requester: Requester,
  { personId }: { personId: string },
): Promise<{ sessionId: string }> {
  const [row] = await db()
    .insert(session)
    .values({
      personId,
      userAgent: requester.userAgent.slice(0, 400),
      address: requester.address,
      expiresAt: sessionExpiry(),
    })
    .returning({ sessionId: session.id })
  await db().update(person).set({ activeAt: sql`now()` }).where(eq(person.id, personId))
  if (!row) throw new Error('The session was not stored.')
  return row
}
