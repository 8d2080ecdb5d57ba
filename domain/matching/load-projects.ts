import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import type { OpeningFacts } from './facts'
import type { ProjectEntry } from './index/entries'
import { chosen, words } from './load-people'

type Row = Omit<ProjectEntry, 'steps' | 'teaches' | 'openings'> & {
  steps: string | null
  teaches: string | null
  openings: { id: string; skills: string | null }[]
}

/** An opening that somebody could take now: of `o`, the opening, and `p`, its project. */
export const isJoinable = sql`o.status = 'open' and o.filled < o.seats
  and p.status in ('open', 'in_progress') and p.accepting_members`

/** What matching knows of projects with a seat to take, in the order of their ids; the others are left out. */
export async function loadProjects(q: Queryable, ids: string[]): Promise<ProjectEntry[]> {
  const { rows } = await q.execute<Row>(sql`
    with ${chosen(ids)}, free as materialized (
      select o.id, o.project_id from opening o join project p on p.id = o.project_id
      where o.project_id in (select id from chosen) and ${isJoinable}
    ), team as materialized (
      select m.project_id, us.skill_id, max(us.level) as level
      from membership m join user_skill us on us.person_id = m.person_id and us.intent = 'has'
      where m.project_id in (select id from chosen) and m.status = 'active' group by 1, 2
    ), needs as materialized (
      select free.project_id, free.id,
        string_agg(s.slug || ':' || os.minimum_level || ':' || os.required::int || ':' ||
          (team.skill_id is not null)::int, ' ') as skills
      from free
      left join opening_skill os on os.opening_id = free.id
      left join skill s on s.id = os.skill_id
      left join team on team.project_id = free.project_id and team.skill_id = os.skill_id
        and team.level >= os.minimum_level
      group by 1, 2
    ), openings as materialized (
      select project_id,
        json_agg(json_build_object('id', id, 'skills', skills) order by id) as openings
      from needs group by 1
    ), taught as materialized (
      select project_id, string_agg(slug, ' ') as teaches from (
        select distinct o.project_id, s.slug from opening o
        join opening_skill os on os.opening_id = o.id
        join skill s on s.id = os.skill_id
        where o.project_id in (select id from chosen) and o.status in ('open', 'filled')
      ) each group by 1
    ), steps as materialized (
      select project_id, string_agg(step_id, ' ') as steps
      from project_step where project_id in (select id from chosen) group by 1
    ), requests as materialized (
      select project_id, count(*) as asked,
        count(*) filter (where status in ('accepted', 'declined')) as answered
      from application
      where project_id in (select id from chosen) and status in ('accepted', 'declined', 'expired') group by 1
    )
    select p.id, p.hours_per_week as "hoursPerWeek", p.time_zone as "timeZone",
      p.window_start as "windowStart", p.window_end as "windowEnd", steps.steps, taught.teaches,
      openings.openings, coalesce(requests.answered, 0)::int as answered,
      coalesce(requests.asked, 0)::int as asked
    from project p
    join openings on openings.project_id = p.id
    left join steps on steps.project_id = p.id
    left join taught on taught.project_id = p.id
    left join requests on requests.project_id = p.id
    where p.id in (select id from chosen) order by p.id`)
  return rows.map((row) => ({
    ...row,
    steps: words(row.steps),
    teaches: words(row.teaches),
    openings: row.openings.map(({ id, skills }) => ({ id, skills: words(skills).map(readNeed) })),
  }))
}

function readNeed(word: string) {
  const [slug = '', level, required, covered] = word.split(':')
  return {
    slug,
    minimumLevel: Number(level),
    required: required === '1',
    covered: covered === '1',
  }
}

/** A project's openings as they are scored. */
export const openingsOf = ({ id, steps, openings, ...project }: ProjectEntry): OpeningFacts[] =>
  openings.map((opening) => ({ ...project, ...opening, projectId: id, stepIds: steps }))
