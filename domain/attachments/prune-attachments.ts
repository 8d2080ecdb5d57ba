import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { removeFiles } from './remove-files'

const batch = 200

type Gone = { key: string; thumbnail_key: string | null }

/**
 * Removes files whose time has come: those that no message took for a day, and those of deleted messages. Rows
 * go first, so that nothing points at bytes that are gone.
 */
export async function pruneAttachments(): Promise<number> {
  for (let removed = 0; ; ) {
    const { rows } = await db().execute<Gone>(sql`
      delete from attachment where id in (
        select a.id from attachment a
        where a.remove_at < now()
          -- Whoever takes a delete back has the files back, too.
          and not exists (select from message m where m.id = a.message_id and m.deleted_at is null)
        limit ${batch} for update skip locked
      )
      returning key, thumbnail_key`)
    await removeFiles(rows.map((row) => ({ key: row.key, thumbnailKey: row.thumbnail_key })))
    removed += rows.length
    if (rows.length < batch) return removed
  }
}
