import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { attachment } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/**
 * For statements that store a message: its files, locked, as far as they are its author's own in this room and
 * in no message. $1 is the room, $2 the person.
 * @param ids the parameter with their ids
 */
export const freeStatement = (ids: string) => `
  select id from attachment
  where id = any(${ids}::uuid[]) and room_id = $1 and person_id = $2 and message_id is null
  for update`

/** For the same: gives the files to the message `made`, in the order of their ids. */
export const bindStatement = (ids: string) => `
  update attachment
  set message_id = made.id, remove_at = null, place = array_position(${ids}::uuid[], attachment.id)
  from made where attachment.id = any(${ids}::uuid[])`

/** Whether a message could take these files. */
export async function areFree(actor: Actor, roomId: string, ids: string[]): Promise<boolean> {
  const free = and(
    inArray(attachment.id, ids),
    eq(attachment.roomId, roomId),
    eq(attachment.personId, actor.personId),
    isNull(attachment.messageId),
  )
  return (await db().$count(attachment, free)) === ids.length
}
