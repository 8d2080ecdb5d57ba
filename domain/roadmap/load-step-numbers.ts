import { sql } from 'drizzle-orm'
import type { StepState } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import { openProjectCondition } from './open-projects'

export type StepNumbers = {
  openProjects: number
  learners: number
  state: StepState
  since: string | null
}
const none: StepNumbers = { openProjects: 0, learners: 0, state: 'not_started', since: null }

/**
 * Live numbers of steps and the viewer's own progress, in three queries however many steps there are.
 * `openProjects` of the whole counts a project once, also when it stands on several of the steps.
 */
export async function loadStepNumbers(
  q: Queryable,
  stepIds: string[],
  { viewerId, hidden }: { viewerId: string | undefined; hidden: string[] },
): Promise<{ of: (stepId: string) => StepNumbers; openProjects: number }> {
  const among = sql`step_id in ${stepIds}`
  const [open, learning, own] = await Promise.all([
    q.execute<{ step_id: string | null; n: number }>(sql`
      select ps.step_id, count(distinct p.id)::int as n
      from project_step ps join project p on p.id = ps.project_id
      where ps.${among} and ${openProjectCondition(hidden)}
      group by grouping sets ((ps.step_id), ())`),
    q.execute<{ step_id: string; n: number }>(sql`
      select step_id, count(*)::int as n from step_progress
      where ${among} and state = 'learning' group by step_id`),
    viewerId
      ? q.execute<{ step_id: string; state: StepState; since: string }>(sql`
          select step_id, state, to_char(changed_at at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
          from step_progress where person_id = ${viewerId} and ${among}`)
      : { rows: [] },
  ])
  const openAt = new Map(open.rows.map((row) => [row.step_id, row.n]))
  const learningAt = new Map(learning.rows.map((row) => [row.step_id, row.n]))
  const ownAt = new Map(own.rows.map((row) => [row.step_id, row]))
  return {
    openProjects: openAt.get(null) ?? 0,
    of: (stepId) => ({
      openProjects: openAt.get(stepId) ?? none.openProjects,
      learners: learningAt.get(stepId) ?? none.learners,
      state: ownAt.get(stepId)?.state ?? none.state,
      since: ownAt.get(stepId)?.since ?? none.since,
    }),
  }
}
