import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { MutedView } from '@/contracts/rooms'
import { db } from '@/db/client'
import { person, roomMute } from '@/db/schema'
import { canModerate, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { untilOf } from './store-mute'

const most = 200

/** Who may not write in a room, for those who keep order there. @throws NotFound, Forbidden */
export async function listMuted(actor: Actor, input: { roomId: string }): Promise<MutedView[]> {
  const seat = await loadSeat(db(), actor, input.roomId)
  if (!canModerate(seat)) throw new Forbidden('Only those who keep order in this room can do this.')
  const by = alias(person, 'muted_by')
  const rows = await db()
    .select({
      person: { id: person.id, handle: person.handle, name: person.name, line: person.line },
      reason: roomMute.reason,
      until: roomMute.until,
      mutedBy: by.name,
    })
    .from(roomMute)
    .innerJoin(person, eq(person.id, roomMute.personId))
    .leftJoin(by, eq(by.id, roomMute.mutedById))
    .where(and(eq(roomMute.roomId, seat.roomId), gt(roomMute.until, sql`clock_timestamp()`)))
    .orderBy(asc(roomMute.createdAt))
    .limit(most)
  return rows.map((row) => ({ ...row, until: untilOf(row.until) }))
}
