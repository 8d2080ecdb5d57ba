import { and, eq, lt } from 'drizzle-orm'
import type { ThreadPage } from '@/contracts/realtime'
import { db } from '@/db/client'
import { message } from '@/db/schema'
import { loadSeat, loadThreadRoot } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readDraft } from './read-draft'
import { messagePageSize, readMessageViews } from './read-messages'

/** A thread's page of replies before `beforeSeq`, ascending, as the room is at exactly `seq`. */
export async function loadThread(
  actor: Actor,
  input: { roomId: string; threadId: string; beforeSeq: number },
): Promise<ThreadPage> {
  const { roomId, threadId, beforeSeq } = input
  return db().transaction(
    async (tx) => {
      const seat = await loadSeat(tx, actor, roomId)
      await loadThreadRoot(tx, seat, threadId)
      const [root] = await readMessageViews(tx, eq(message.id, threadId), 1)
      if (!root) throw new Error(`Thread ${threadId} is gone.`)
      const replies = and(eq(message.threadId, threadId), lt(message.seq, beforeSeq))
      const found = await readMessageViews(tx, replies, messagePageSize + 1)
      return {
        root,
        messages: found.slice(-messagePageSize),
        more: found.length > messagePageSize,
        seq: seat.seq,
        draft: await readDraft(tx, actor.personId, { roomId, threadId }),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
