import type { VersionFile, VersionView } from '@/contracts/versions'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import { loadVersionFiles } from '@/domain/access/versions'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadVersions } from './load-versions'

/** A version with its files, without their texts. @throws NotFound without a seat in its room */
export async function openVersion(
  actor: Actor,
  { roomId, versionId }: { roomId: string; versionId: string },
): Promise<{ version: VersionView; files: VersionFile[] }> {
  const seat = await loadSeat(db(), actor, roomId)
  const files = await loadVersionFiles(db(), seat, versionId)
  const version = (await loadVersions(db(), [versionId])).get(versionId)
  if (!version) throw new NotFound('This version is not here any more.')
  return { version, files }
}
