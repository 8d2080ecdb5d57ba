import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** How long a deleted text waits for an undo, in seconds: longer than `restoreMessage` gives back. */
const keptSeconds = 60
const batch = 500

/** Deletes for good what nobody can bring back any more, with what stood there before. */
export async function purgeDeletedMessages(): Promise<void> {
  for (let found = batch; found === batch; ) {
    const { rows } = await db().execute(sql`
      with due as (
        select message_id from deleted_message
        where deleted_at < clock_timestamp() - make_interval(secs => ${keptSeconds})
        limit ${batch} for update skip locked
      ),
      texts as (delete from message_version v using due where v.message_id = due.message_id),
      polls as (delete from poll p using due where p.message_id = due.message_id)
      delete from deleted_message d using due where d.message_id = due.message_id
      returning d.message_id`)
    found = rows.length
  }
}
