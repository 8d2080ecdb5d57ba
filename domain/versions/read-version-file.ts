import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import { loadVersionText } from '@/domain/access/versions'
import type { Actor } from '@/domain/actor'

/** The text that a file had in a version. @throws NotFound without a seat in its room */
export async function readVersionFile(
  actor: Actor,
  input: { roomId: string; versionId: string; documentId: string },
): Promise<{ text: string }> {
  const seat = await loadSeat(db(), actor, input.roomId)
  return { text: await loadVersionText(db(), seat, input) }
}
