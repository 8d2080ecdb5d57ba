import { type SQL, sql } from 'drizzle-orm'

/**
 * The threads of a room that a person follows and in which something happened after their mark, for a query
 * around it: `thread_id`, whether others wrote what is `unread`, and how many of these `mentions` them.
 */
export function unreadThreads(personId: string, roomId: SQL | string): SQL {
  return sql`
    select t.thread_id,
      exists (
        select from message x where x.thread_id = t.thread_id and x.seq > t.last_read_seq
          and x.author_id <> ${personId} and x.deleted_at is null
      ) as unread,
      (
        select count(*) from mention n where n.person_id = ${personId}
          and n.thread_id = t.thread_id and n.seq > t.last_read_seq
      ) as mentions
    from thread_read t join message root on root.id = t.thread_id
    where t.person_id = ${personId} and t.room_id = ${roomId} and root.thread_seq > t.last_read_seq`
}
