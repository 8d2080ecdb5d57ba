import type { UpdateDocumentInput } from '@/contracts/documents'
import { db } from '@/db/client'
import { loadDocument } from '@/domain/access/documents'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { TooSlow, tryStored } from './document-work'
import { readUpdates } from './read-updates'

/**
 * Applies an update to its file in a thread and within a deadline, and keeps nothing of it. Yjs compares
 * pieces that were written at one place with each other, so an update of many can be woven to take it
 * minutes: stored, it would hold up every browser that opens the file.
 * @throws NotFound, Invalid when it takes too long
 */
export async function tryUpdate(actor: Actor, input: UpdateDocumentInput): Promise<void> {
  const seat = await loadSeat(db(), actor, input.roomId)
  const { id } = await loadDocument(db(), seat, input.documentId)
  const rows = await readUpdates(db(), id, 0)
  try {
    await tryStored([...rows.map(({ update }) => update), input.update])
  } catch (error) {
    if (error instanceof TooSlow)
      throw new Invalid(
        'This change cannot be stored: merging it takes too long. Make it in smaller parts, or copy the text to a new file.',
      )
    throw error
  }
}
