import type { SaveVersionInput, VersionView } from '@/contracts/versions'
import { db, type Transaction } from '@/db/client'
import { lockWorkingSeat } from '@/domain/access/rooms'
import { loadVersion } from '@/domain/access/versions'
import type { Actor } from '@/domain/actor'
import { Conflict, NotFound } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { keepVersion } from './keep-version'
import { loadVersions } from './load-versions'

/**
 * Keeps the files of a room as they are now under a name. Whoever has a seat may: nothing is changed by it.
 * Idempotent on `versionId`: a repeat is answered with the version as it is now.
 * @throws NotFound, Conflict for an id in use
 */
export async function saveVersion(
  actor: Actor,
  input: SaveVersionInput,
): Promise<{ version: VersionView }> {
  try {
    const { view, event } = await db().transaction((tx) => save(tx, actor, input))
    if (event) await publishToRoom(input.roomId, [event])
    return { version: view }
  } catch (error) {
    if (!isTaken(error)) throw error
    // The same request a second time, while the first was under way; or an id of another room.
    const view = await db().transaction((tx) => findOwn(tx, actor, input))
    if (!view) throw inUse()
    return { version: view }
  }
}

async function save(tx: Transaction, actor: Actor, input: SaveVersionInput) {
  const { roomId, versionId, name } = input
  const first = await findOwn(tx, actor, input)
  if (first) return { view: first, event: null }
  const draft = { roomId, versionId, name, reason: 'named', personId: actor.personId } as const
  const kept = await keepVersion(tx, draft)
  if (!kept) throw new Error(`Version ${versionId} was not kept.`)
  return kept
}

/** Ids are chosen by clients: one that is somebody else's must not look like a success. */
async function findOwn(
  tx: Transaction,
  actor: Actor,
  { roomId, versionId }: SaveVersionInput,
): Promise<VersionView | null> {
  const seat = await lockWorkingSeat(tx, actor, roomId)
  const found = await loadVersion(tx, seat, versionId).catch((error) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (!found) return null
  if (found.personId !== actor.personId || found.reason !== 'named') throw inUse()
  return (await loadVersions(tx, [versionId])).get(versionId) ?? null
}

const inUse = () => new Conflict('The version cannot be saved under this id. Try again.')

function isTaken(error: unknown): boolean {
  const { code, constraint } =
    (error as { cause?: { code?: string; constraint?: string } }).cause ?? {}
  return code === '23505' && constraint === 'version_pkey'
}
