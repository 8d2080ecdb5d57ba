import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { removeFiles } from './remove-files'

const batch = 200

type Gone = { key: string; thumbnail_key: string | null }

/**
 * Removes files that no message took for a day, and those of messages deleted more than a minute ago: until
 * then a delete can be undone. Rows go first, so that nothing points at bytes that are gone.
 */
export async function pruneAttachments(): Promise<number> {
  for (let removed = 0; ; ) {
    const { rows } = await db().execute<Gone>(sql`
      delete from attachment where id in (
        (select id from attachment
         where message_id is null and created_at < now() - interval '1 day' limit ${batch})
        union all
        (select a.id from message m join attachment a on a.message_id = m.id
         where m.deleted_at < now() - interval '70 seconds' limit ${batch})
      )
      -- Asked again once the row is locked: a message may have taken it at this moment.
      and (message_id is null or exists (
        select from message m where m.id = message_id and m.deleted_at is not null
      ))
      returning key, thumbnail_key`)
    await removeFiles(rows.map((row) => ({ key: row.key, thumbnailKey: row.thumbnail_key })))
    removed += rows.length
    if (rows.length < batch) return removed
  }
}
