import { and, asc, eq, inArray } from 'drizzle-orm'
import type { MemberView, RoomPage, StepRef } from '@/contracts/views'
import { db, type Queryable } from '@/db/client'
import { membership, opening, person, project, projectStep, roomRead } from '@/db/schema'
import { loadSeat, seatedStatuses } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { listDocuments } from '@/domain/documents/list-documents'
import { listMarks } from '@/domain/marks/list-marks'
import { getWheel } from '@/domain/pairing/get-wheel'
import { findStep, toStepRef } from '@/domain/roadmap/find-step'
import { listRuns } from '@/domain/runs/list-runs'
import { listTasks } from '@/domain/tasks/list-tasks'
import { listVersions } from '@/domain/versions/list-versions'
import { readMessages } from './read-messages'
import { readPins } from './read-pins'

/** A room as it is at exactly `seq`: one snapshot, so that catching up from `seq` loses nothing. */
export async function getRoom(actor: Actor, input: { roomId: string }): Promise<RoomPage> {
  return db().transaction(
    async (tx) => {
      const seat = await loadSeat(tx, actor, input.roomId)
      const { messages, more } = await readMessages(tx, seat.roomId)
      const [place] = seat.projectId
        ? await tx
            .select({ id: project.id, slug: project.slug, title: project.title })
            .from(project)
            .where(eq(project.id, seat.projectId))
        : []
      const [read] = await tx
        .select({ lastReadSeq: roomRead.lastReadSeq })
        .from(roomRead)
        .where(and(eq(roomRead.personId, actor.personId), eq(roomRead.roomId, seat.roomId)))
      return {
        id: seat.roomId,
        title: place?.title ?? '',
        project: place ?? null,
        steps: seat.projectId ? await readSteps(tx, seat.projectId) : [],
        people: seat.projectId ? await readPeople(tx, seat.projectId) : [],
        messages,
        documents: await listDocuments(tx, seat.roomId),
        runs: await listRuns(tx, seat.roomId),
        wheel: await getWheel(tx, seat.roomId),
        versions: (await listVersions(tx, seat.roomId)).versions,
        marks: await listMarks(tx, seat.roomId),
        tasks: await listTasks(tx, seat.roomId),
        pins: await readPins(tx, seat.roomId),
        more,
        seq: seat.seq,
        lastReadSeq: read?.lastReadSeq ?? 0,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
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
async function readPeople(q: Queryable, projectId: string): Promise<MemberView[]> {
  const rows = await q
    .select({
      id: person.id,
      handle: person.handle,
      name: person.name,
      line: person.line,
      role: membership.role,
      status: membership.status,
      opening: opening.title,
      timeZone: person.timeZone,
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
  const people = new Map<string, MemberView>()
  for (const row of rows) people.set(row.id, { ...row, joinedAt: row.joinedAt.toISOString() })
  return [...people.values()]
}
