import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { membership, room } from '@/db/schema'
import { seatedStatuses } from '@/domain/access/rooms'
import type { TeamMate } from './next-driver'

/** The room's team, in order of their joining. */
export async function listTeamMates(q: Queryable, roomId: string): Promise<TeamMate[]> {
  const rows = await q
    .select({ personId: membership.personId, status: membership.status })
    .from(room)
    .innerJoin(membership, eq(membership.projectId, room.projectId))
    .where(and(eq(room.id, roomId), inArray(membership.status, [...seatedStatuses])))
    .orderBy(asc(membership.joinedAt), asc(membership.id))
  // Who shipped it and came back has two rows: the later one is live.
  const mates = new Map<string, TeamMate>()
  for (const { personId, status } of rows)
    mates.set(personId, { personId, active: status !== 'inactive' })
  return [...mates.values()]
}
