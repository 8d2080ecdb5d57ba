import { eq, sum } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { AttachmentView, ReceiveAttachmentInput } from '@/contracts/attachments'
import { db } from '@/db/client'
import { attachment } from '@/db/schema'
import { assertCanWrite, loadSeat, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { createTurns } from '@/domain/take-turns'
import { toAttachmentView } from './attachment-view'
import { drawPicture } from './draw-picture'
import { fileStore } from './file-store'
import { findType } from './find-type'
import { withIncoming, writeIncoming } from './incoming'
import { bytesOfRoom, filesOfPerson, filesOfRoom, megabytesOfPerson } from './limits'

/** Pictures take memory and every core while they are drawn. */
const takeTurn = createTurns({ most: 2, mostOfOne: 1 })

/**
 * Takes a file into a room; no message carries it yet. The bytes are stored before the row, so that no row
 * is without its bytes; what a crash leaves between the two, the job `sweepAttachments` removes.
 */
export async function receiveAttachment(
  actor: Actor,
  input: ReceiveAttachmentInput,
  body: ReadableStream<Uint8Array>,
): Promise<AttachmentView> {
  const { roomId, name } = input
  assertCanWrite(await loadSeat(db(), actor, roomId))
  await filesOfPerson.take(actor.personId)
  await megabytesOfPerson.take(actor.personId, Math.ceil(input.bytes / 1024 ** 2))
  await filesOfRoom.take(roomId)
  await checkSpace(roomId, input.bytes)
  return withIncoming(async (at) => {
    const from = at('as-sent')
    await writeIncoming(from, body, input.bytes)
    const type = await findType(from)
    const files = { from, picture: at('picture'), thumbnail: at('thumbnail') }
    const endTurn = await takeTurn(actor.personId)
    const picture = await drawPicture(type, files).finally(endTurn)
    const id = uuid()
    const key = `${roomId}/${id}`
    const thumbnailKey = picture ? `${key}-small` : null
    const kept = picture ?? { type, bytes: input.bytes, width: null, height: null }
    const store = fileStore()
    await store.put(key, picture ? files.picture : from)
    if (thumbnailKey) await store.put(thumbnailKey, files.thumbnail)
    try {
      return await db().transaction(async (tx) => {
        // An upload takes its time: the seat or its voice may be gone by now.
        const { personId } = await lockWritingSeat(tx, actor, roomId)
        const row = { id, roomId, personId, name, key, thumbnailKey, ...kept }
        const [made] = await tx.insert(attachment).values(row).returning()
        if (!made) throw new Error('The attachment was not stored.')
        return toAttachmentView(made)
      })
    } catch (error) {
      await store.remove(key)
      if (thumbnailKey) await store.remove(thumbnailKey)
      throw error
    }
  })
}

async function checkSpace(roomId: string, bytes: number) {
  const [row] = await db()
    .select({ kept: sum(attachment.bytes).mapWith(Number) })
    .from(attachment)
    .where(eq(attachment.roomId, roomId))
  if ((row?.kept ?? 0) + bytes > bytesOfRoom)
    throw new Conflict(
      'This room keeps 10 GB of files already. Delete messages with large files first.',
    )
}
