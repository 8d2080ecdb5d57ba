import type { ListVersionsInput, VersionView } from '@/contracts/versions'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { listVersions } from './list-versions'

/** A page of a room's versions from before `beforeSeq`, newest first. @throws NotFound without a seat */
export async function loadOlderVersions(
  actor: Actor,
  { roomId, beforeSeq }: ListVersionsInput,
): Promise<{ versions: VersionView[]; more: boolean }> {
  const seat = await loadSeat(db(), actor, roomId)
  return listVersions(db(), seat.roomId, beforeSeq)
}
