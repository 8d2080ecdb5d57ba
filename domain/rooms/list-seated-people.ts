import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { membership, room } from '@/db/schema'
import { seatedStatuses } from '@/domain/access/rooms'

/** Ids of everybody with a seat in the room; for telling them, never for showing. */
export async function listSeatedPeople(roomId: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ personId: membership.personId })
    .from(room)
    .innerJoin(membership, eq(membership.projectId, room.projectId))
    .where(and(eq(room.id, roomId), inArray(membership.status, [...seatedStatuses])))
  return rows.map((row) => row.personId)
}
