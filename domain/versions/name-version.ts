import { eq } from 'drizzle-orm'
import type { SaveVersionInput, VersionView } from '@/contracts/versions'
import { db } from '@/db/client'
import { version } from '@/db/schema'
import { lockWorkingSeat } from '@/domain/access/rooms'
import { loadVersion } from '@/domain/access/versions'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { loadVersions } from './load-versions'

/**
 * Gives a version a name, or another one. A name also keeps it: only versions without one are ever dropped.
 * The name that it has already changes nothing and takes no number.
 * @throws NotFound
 */
export async function nameVersion(
  actor: Actor,
  { roomId, versionId, name }: SaveVersionInput,
): Promise<{ version: VersionView }> {
  const { view, event } = await db().transaction(async (tx) => {
    const seat = await lockWorkingSeat(tx, actor, roomId)
    const found = await loadVersion(tx, seat, versionId, true)
    if (found.name !== name) await tx.update(version).set({ name }).where(eq(version.id, versionId))
    const view = (await loadVersions(tx, [versionId])).get(versionId)
    if (!view) throw new NotFound('This version is not here any more.')
    if (found.name === name) return { view, event: null }
    const draft = { kind: 'version:named', version: view } as const
    return { view, event: await appendRoomEvent(tx, roomId, actor.personId, draft) }
  })
  if (event) await publishToRoom(roomId, [event])
  return { version: view }
}
