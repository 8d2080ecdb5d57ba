import { and, asc, eq } from 'drizzle-orm'
import type { MessageVersion } from '@/contracts/realtime'
import { db } from '@/db/client'
import { message, messageVersion } from '@/db/schema'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Every text that a message has had, the oldest first and the present one last; none of a deleted one. */
export async function listMessageVersions(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ versions: MessageVersion[] }> {
  const { roomId, messageId } = input
  await loadSeat(db(), actor, roomId)
  return db().transaction(
    async (tx) => {
      const [now] = await tx
        .select()
        .from(message)
        .where(and(eq(message.id, messageId), eq(message.roomId, roomId)))
      if (!now) throw new NotFound('This message is not here.')
      if (now.deletedAt) return { versions: [] }
      const before = await tx
        .select()
        .from(messageVersion)
        .where(eq(messageVersion.messageId, messageId))
        .orderBy(asc(messageVersion.seq))
      const present = { body: now.body, since: now.editedAt ?? now.createdAt }
      const versions = [...before, present]
      return { versions: versions.map(({ body, since }) => ({ body, at: since.toISOString() })) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
