import { db } from '@/db/client'
import { loadAttachment } from '@/domain/access/attachments'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { fileStore, type Range } from './file-store'

export type OpenedAttachment = {
  name: string
  /** A picture that we drew; everything else is only downloaded. */
  type: string | null
  /** Of the whole file; null for a small picture, whose length nobody noted. */
  bytes: number | null
  read(range?: Range): Promise<ReadableStream<Uint8Array>>
}

/** A file for whoever may see it at this moment; each request asks anew. */
export async function openAttachment(
  actor: Actor,
  input: { attachmentId: string; small?: boolean },
): Promise<OpenedAttachment> {
  const found = await loadAttachment(db(), actor, input.attachmentId)
  const small = input.small ? found.thumbnailKey : null
  return {
    name: found.name,
    type: found.thumbnailKey ? (small ? 'image/webp' : found.type) : null,
    bytes: small ? null : found.bytes,
    async read(range) {
      const stream = await fileStore().read(small ?? found.key, range)
      if (!stream) throw new NotFound('This file is not here, or not open to you.')
      return stream
    },
  }
}
