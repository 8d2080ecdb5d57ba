import { and, eq, sql } from 'drizzle-orm'
import type { StepPage, StepRoomView } from '@/contracts/views'
import { db, type Queryable } from '@/db/client'
import { room, seat } from '@/db/schema'
import { loadHiddenPeople } from '@/domain/access/blocks'
import { mayEnterStepRoom } from '@/domain/access/step-rooms'
import type { Viewer } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { findStep, toStarterIdeas, toStepRef } from './find-step'
import { loadLearners } from './load-learners'
import { loadStepNumbers } from './load-step-numbers'
import { openProjectCondition } from './open-projects'

const shownProjects = 12
const shownPeople = 24

/**
 * A step with its texts, its newest open projects and the people learning it.
 * @throws NotFound when no roadmap has this step.
 */
export async function getStep(viewer: Viewer, input: { stepId: string }): Promise<StepPage> {
  const found = findStep(input.stepId)
  if (!found) throw new NotFound('This step is not on the roadmap.')
  const { roadmap, step, position } = found
  const viewerId = viewer?.personId
  const hidden = await loadHiddenPeople(db(), viewerId)
  const [numbers, projectIds, people] = await Promise.all([
    loadStepNumbers(db(), [step.id], { viewerId, hidden }),
    loadOpenProjectIds(db(), step.id, hidden),
    loadLearners(db(), step.id, { hidden, limit: shownPeople }),
  ])
  const at = (place: number) => {
    const neighbour = roadmap.steps[place - 1]
    return neighbour ? toStepRef({ step: neighbour, position: place }) : null
  }
  return {
    ...toStepRef(found),
    room: await readRoom(viewer, step.id),
    summary: step.summary,
    topics: step.topics,
    prerequisites: step.prerequisites,
    ...numbers.of(step.id),
    outcomes: step.outcomes,
    ideas: toStarterIdeas(step),
    previous: at(position - 1),
    next: at(position + 1),
    prerequisiteSteps: step.prerequisites.flatMap((stepId) => {
      const earlier = findStep(stepId)
      return earlier ? [toStepRef(earlier)] : []
    }),
    projects: await loadProjectCards(db(), projectIds, viewerId),
    people,
  }
}

async function readRoom(viewer: Viewer, stepId: string): Promise<StepRoomView> {
  if (!viewer) return { roomId: null, mayEnter: false }
  const [[own], mayEnter] = await Promise.all([
    db()
      .select({ roomId: seat.roomId })
      .from(room)
      .innerJoin(seat, and(eq(seat.roomId, room.id), eq(seat.personId, viewer.personId)))
      .where(eq(room.stepId, stepId)),
    mayEnterStepRoom(db(), viewer, stepId),
  ])
  return { roomId: own?.roomId ?? null, mayEnter }
}

/** Ids sort by time of creation, so this is newest first. */
async function loadOpenProjectIds(
  q: Queryable,
  stepId: string,
  hidden: string[],
): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(sql`
    select p.id from project_step ps join project p on p.id = ps.project_id
    where ps.step_id = ${stepId} and ${openProjectCondition(hidden)}
    order by ps.project_id desc limit ${shownProjects}`)
  return rows.map((row) => row.id)
}
