import { sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import type { BrowsePage, SkillRef, StepRef } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { projectFilters, stageConditions } from './project-filters'

const shownSkills = 30

/** How many projects each value of a facet would show under the other filters. */
export async function countFacets(
  q: Queryable,
  input: BrowseInput,
  hidden: string[],
): Promise<Pick<BrowsePage, 'total' | 'steps' | 'skills' | 'stages'>> {
  const total = await q.execute<{ n: number }>(sql`
    select count(*)::int as n from project where ${projectFilters(input, hidden)}`)
  const steps = await q.execute<StepRef & { count: number }>(sql`
    select s.id, s.position, s.title, s.line, coalesce(counted.n, 0)::int as count
    from step s left join (
      select ps.step_id, count(*) as n
      from project join project_step ps on ps.project_id = project.id
      where ${projectFilters(input, hidden, 'step')}
      group by ps.step_id
    ) counted on counted.step_id = s.id
    order by s.roadmap_id, s.position`)
  const chosen = input.skill.length > 0 ? sql`s.slug in ${input.skill}` : sql`false`
  const skills = await q.execute<SkillRef & { count: number }>(sql`
    select s.slug, s.name, coalesce(counted.n, 0)::int as count
    from skill s left join (
      select os.skill_id, count(distinct project.id) as n
      from project
      join opening o on o.project_id = project.id and o.status in ('open', 'filled')
      join opening_skill os on os.opening_id = o.id
      where ${projectFilters(input, hidden, 'skill')}
      group by os.skill_id
    ) counted on counted.skill_id = s.id
    where counted.n > 0 or ${chosen}
    order by case when ${chosen} then 0 else 1 end, 3 desc, s.name
    limit ${shownSkills}`)
  const stages = await q.execute<{ open: number; in_progress: number; completed: number }>(sql`
    select count(*) filter (where ${stageConditions.open})::int as open,
      count(*) filter (where ${stageConditions.in_progress})::int as in_progress,
      count(*) filter (where ${stageConditions.completed})::int as completed
    from project where ${projectFilters(input, hidden, 'stage')}`)
  const staged = stages.rows[0]
  return {
    total: total.rows[0]?.n ?? 0,
    steps: steps.rows,
    skills: skills.rows,
    stages: (['open', 'in_progress', 'completed'] as const).map((stage) => ({
      stage,
      count: staged?.[stage] ?? 0,
    })),
  }
}
