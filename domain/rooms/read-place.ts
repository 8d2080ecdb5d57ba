import { and, asc, eq, inArray } from 'drizzle-orm'
import type { RoomMember, RoomPage, StepRef } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { membership, opening, person, project, projectStep, seat as seats } from '@/db/schema'
import { type RoomSeat, seatedStatuses } from '@/domain/access/rooms'
import { findStep, toStepRef } from '@/domain/roadmap/find-step'
import { goneName } from './title-of'

type Place = Pick<
  RoomPage,
  'id' | 'kind' | 'title' | 'project' | 'steps' | 'step' | 'people' | 'seats'
>

/** What a room is called and who is in it, by its kind; access is the caller's to check. */
export async function readPlace(q: Queryable, seat: RoomSeat): Promise<Place> {
  const { roomId: id, kind, projectId, stepId } = seat
  const place = { id, kind, project: null, step: null, steps: [] }
  if (projectId) {
    const people = await readTeam(q, projectId)
    const [found] = await q
      .select({ id: project.id, slug: project.slug, title: project.title })
      .from(project)
      .where(eq(project.id, projectId))
    const steps = await readSteps(q, projectId)
    return {
      ...{ ...place, people, steps },
      title: found?.title ?? '',
      project: found ?? null,
      seats: people.length,
    }
  }
  if (stepId) {
    const found = findStep(stepId)
    const step = found ? toStepRef(found) : null
    // They may be thousands: who writes comes along with their messages.
    const count = await q.$count(seats, eq(seats.roomId, id))
    return { ...place, title: step?.title ?? '', step, people: [], seats: count }
  }
  const people = await readPair(q, id)
  const other = people.find((one) => one.id !== seat.personId)
  return { ...place, title: other?.name ?? goneName, people, seats: people.length }
}

const asMember = {
  id: person.id,
  handle: person.handle,
  name: person.name,
  line: person.line,
  timeZone: person.timeZone,
}

async function readPair(q: Queryable, roomId: string): Promise<RoomMember[]> {
  const rows = await q
    .select({ ...asMember, joinedAt: seats.createdAt })
    .from(seats)
    .innerJoin(person, eq(person.id, seats.personId))
    .where(eq(seats.roomId, roomId))
    .orderBy(asc(person.id))
  return rows.map((row) => ({
    ...row,
    ...{ role: null, status: null, opening: null },
    joinedAt: row.joinedAt.toISOString(),
  }))
}

async function readSteps(q: Queryable, projectId: string): Promise<StepRef[]> {
  const rows = await q
    .select({ stepId: projectStep.stepId })
    .from(projectStep)
    .where(eq(projectStep.projectId, projectId))
  return rows
    .flatMap(({ stepId }) => {
      const placed = findStep(stepId)
      return placed ? [toStepRef(placed)] : []
    })
    .sort((one, other) => one.position - other.position)
}

/** Everybody with a seat, in order of their joining. */
async function readTeam(q: Queryable, projectId: string): Promise<RoomMember[]> {
  const rows = await q
    .select({
      ...asMember,
      role: membership.role,
      status: membership.status,
      opening: opening.title,
      joinedAt: membership.joinedAt,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(opening, eq(opening.id, membership.openingId))
    .where(
      and(eq(membership.projectId, projectId), inArray(membership.status, [...seatedStatuses])),
    )
    .orderBy(asc(membership.joinedAt), asc(membership.id))
  // Who shipped it and came back has two rows: the later one is live.
  const people = new Map<string, RoomMember>()
  for (const row of rows) people.set(row.id, { ...row, joinedAt: row.joinedAt.toISOString() })
  return [...people.values()]
}
