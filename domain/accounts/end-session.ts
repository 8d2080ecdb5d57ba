import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { session } from '@/db/schema'
import { loadOwnSession } from '@/domain/access/sessions'
import type { Actor } from '@/domain/actor'
import { revoke } from '@/domain/publish'

/** Signs one device out and cuts its sockets; one that is out already stays so. @throws NotFound */
export async function endSession(actor: Actor, input: { sessionId: string }): Promise<void> {
  await db().transaction(async (tx) => {
    const row = await loadOwnSession(tx, actor, input.sessionId)
    if (row.endedAt) return
    await tx.update(session).set({ endedAt: new Date() }).where(eq(session.id, row.id))
    await revoke(tx, { sessionIds: [row.id] })
  })
}
