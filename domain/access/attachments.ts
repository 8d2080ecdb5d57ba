import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { attachment, message, person, report, seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

export type LoadedAttachment = typeof attachment.$inferSelect

/**
 * A file, found only through one's own seat in its room: the files of messages that are not deleted, and
 * one's own that no message carries yet. Moderators also find the files of messages that they are to decide on.
 * @param lock holds the file until the transaction ends
 * @throws NotFound for a missing file and for one that the person may not see.
 */
export async function loadAttachment(
  q: Queryable,
  actor: Pick<Actor, 'personId'>,
  attachmentId: string,
  lock = false,
): Promise<LoadedAttachment> {
  const query = q
    .select({ attachment })
    .from(attachment)
    .leftJoin(seat, and(eq(seat.roomId, attachment.roomId), eq(seat.personId, actor.personId)))
    .leftJoin(message, eq(message.id, attachment.messageId))
    .where(
      and(
        eq(attachment.id, attachmentId),
        isNull(message.deletedAt),
        or(
          and(
            isNotNull(seat.personId),
            or(isNotNull(attachment.messageId), eq(attachment.personId, actor.personId)),
          ),
          sql`exists (
            select from ${report} join ${person} on ${person.id} = ${actor.personId}
            where ${report.messageId} = ${attachment.messageId} and ${report.state} = 'waiting'
              and ${person.isModerator}
          )`,
        ),
      ),
    )
  const [found] = await (lock ? query.for('update', { of: attachment }) : query)
  if (!found) throw new NotFound('This file is not here, or not open to you.')
  return found.attachment
}

/** Its writer's own, while no message carries it. */
export function canChangeAttachment(actor: Pick<Actor, 'personId'>, found: LoadedAttachment) {
  return found.personId === actor.personId && found.messageId === null
}
