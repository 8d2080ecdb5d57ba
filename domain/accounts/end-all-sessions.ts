import { and, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { session } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { revoke } from '@/domain/publish'

/**
 * Signs the person out everywhere, or everywhere else, and cuts the sockets.
 * @returns how many sessions ended.
 */
export async function endAllSessions(
  actor: Actor,
  input: { keepCurrent: boolean },
): Promise<{ ended: number }> {
  return db().transaction(async (tx) => {
    const ended = await tx
      .update(session)
      .set({ endedAt: new Date() })
      .where(
        and(
          eq(session.personId, actor.personId),
          isNull(session.endedAt),
          input.keepCurrent ? ne(session.id, actor.sessionId) : undefined,
        ),
      )
      .returning({ id: session.id })
    await revoke(tx, { sessionIds: ended.map((row) => row.id) })
    return { ended: ended.length }
  })
}
