import type { MessagesPage } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readMessages } from './read-messages'

/** The page of messages before `beforeSeq`, ascending. */
export async function loadMessages(
  actor: Actor,
  input: { roomId: string; beforeSeq: number },
): Promise<MessagesPage> {
  await loadSeat(db(), actor, input.roomId)
  return readMessages(db(), input.roomId, input.beforeSeq)
}
