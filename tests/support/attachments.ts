import { randomUUID } from 'node:crypto'
import type { AttachmentView } from '@/contracts/attachments'
import type { Actor } from '@/domain/actor'
import { receiveAttachment } from '@/domain/attachments/receive-attachment'

export const streamOf = (bytes: Uint8Array | string) =>
  new Blob([bytes as BlobPart]).stream() as ReadableStream<Uint8Array>

/** A file of somebody's in a room; no message carries it. */
export function upload(
  actor: Actor,
  roomId: string,
  content: Uint8Array | string = `notes ${randomUUID()}`,
  name = 'notes.txt',
): Promise<AttachmentView> {
  const bytes = Buffer.byteLength(content)
  return receiveAttachment(actor, { roomId, name, bytes }, streamOf(content))
}
