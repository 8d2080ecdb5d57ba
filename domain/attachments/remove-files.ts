import { fileStore } from './file-store'

/**
 * Removes the bytes of attachments whose rows are gone. A store that is away at this moment keeps them
 * until `sweepAttachments` compares it with the table.
 */
export async function removeFiles(rows: { key: string; thumbnailKey: string | null }[]) {
  for (const { key, thumbnailKey } of rows)
    for (const each of thumbnailKey ? [key, thumbnailKey] : [key])
      await fileStore()
        .remove(each)
        .catch(() => {})
}
