import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { session } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** A session of one's own, locked; nobody else's can be seen. @throws NotFound */
export async function loadOwnSession(tx: Transaction, actor: Actor, sessionId: string) {
  const [row] = await tx
    .select({ id: session.id, endedAt: session.endedAt })
    .from(session)
    .where(and(eq(session.id, sessionId), eq(session.personId, actor.personId)))
    .for('update')
  if (!row) throw new NotFound('This session is not one of yours.')
  return row
}
