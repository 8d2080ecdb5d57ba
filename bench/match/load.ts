import pg from 'pg'
import { roadmaps } from '@/db/roadmaps'
import { skills as catalogue } from '@/db/skills'
import type { PersonFacts } from '@/domain/matching/facts'
import type { ProjectEntry } from '@/domain/matching/index/entries'
import { openWorld, type SkillRow } from './world'

const batch = 2_000

type Columns = Record<string, { type: string; values: unknown[] }>

/** Rows of one table, gathered by column and written with one `unnest`. */
function gather(table: string, types: Record<string, string>) {
  const columns: Columns = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, { type, values: [] }]),
  )
  return {
    add(row: Record<string, unknown>) {
      for (const [name, column] of Object.entries(columns)) column.values.push(row[name])
    },
    async write(client: pg.Client) {
      const entries = Object.entries(columns)
      if (entries[0]?.[1].values.length === 0) return
      const names = entries.map(([name]) => name).join(', ')
      const arrays = entries.map(([, { type }], at) => `$${at + 1}::${type}[]`).join(', ')
      await client.query(
        `insert into ${table} (${names}) select * from unnest(${arrays})`,
        entries.map(([, { values }]) => values),
      )
      for (const [, column] of entries) column.values = []
    },
  }
}

/** Fills the database with a world of so many projects and as many people. */
export async function loadWorld(url: string, size: number, seed: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // No triggers: foreign keys hold by construction, and there is no index yet that would follow a log.
  await client.query("set session_replication_role = 'replica'")
  // Matching reads no names; their indexes would take much of the time.
  await client.query('drop index person_words, person_name_prefix, person_last_name_prefix')
  const steps = gather('step', {
    ...{ id: 'text', roadmap_id: 'text', position: 'int', title: 'text', line: 'int' },
  })
  for (const [at, { id, title, line }] of roadmaps[0].steps.entries())
    steps.add({ id, roadmap_id: 'backend', position: at + 1, title, line })
  await steps.write(client)
  const { rows: skills } = await client.query<SkillRow>(
    'insert into skill (slug, name) select * from unnest($1::text[], $2::text[]) returning id, slug, name',
    [catalogue.map(({ slug }) => slug), catalogue.map(({ name }) => name)],
  )
  const world = openWorld(seed, skills)
  const ids = new Map(skills.map(({ slug, id }) => [slug, id]))
  const people: string[] = []
  const writePeople = peopleWriter(client, (slug) => ids.get(slug) ?? '')
  for (let made = 0; made < size; made += batch) {
    const some = Array.from({ length: Math.min(batch, size - made) }, world.person)
    for (const { id } of some) people.push(id)
    await writePeople(some, made)
  }
  const writeProjects = projectsWriter(client, (slug) => ids.get(slug) ?? '')
  for (let made = 0; made < size; made += batch) {
    const some = Array.from({ length: Math.min(batch, size - made) }, world.project)
    await writeProjects(some, () => world.random.pick(people), made)
  }
  await client.query("set session_replication_role = 'origin'")
  await client.query('analyze')
  await client.end()
}

function peopleWriter(client: pg.Client, idOf: (slug: string) => string) {
  const person = gather('person', {
    ...{ id: 'uuid', email: 'text', handle: 'text', name: 'text', time_zone: 'text' },
    weekly_hours: 'int',
  })
  const skill = gather('user_skill', {
    ...{ person_id: 'uuid', skill_id: 'uuid', intent: 'text', level: 'int' },
  })
  const progress = gather('step_progress', { person_id: 'uuid', step_id: 'text', state: 'text' })
  const window = gather('availability_window', {
    ...{ person_id: 'uuid', weekday: 'int', start_minute: 'int', end_minute: 'int' },
  })
  return async (people: PersonFacts[], made: number) => {
    for (const [at, each] of people.entries()) {
      const { id: person_id, timeZone: time_zone, weeklyHours: weekly_hours } = each
      const name = `p${made + at}`
      person.add({
        ...{ id: person_id, email: `${name}@example.com`, handle: `person-${name}`, name },
        ...{ time_zone, weekly_hours },
      })
      for (const { slug, level } of each.has)
        skill.add({ person_id, skill_id: idOf(slug), intent: 'has', level })
      for (const slug of each.wants)
        skill.add({ person_id, skill_id: idOf(slug), intent: 'wants', level: 1 })
      for (const { stepId, state } of each.steps)
        progress.add({ person_id, step_id: stepId, state })
      for (const { weekday, startMinute, endMinute } of each.windows)
        window.add({ person_id, weekday, start_minute: startMinute, end_minute: endMinute })
    }
    for (const table of [person, skill, progress, window]) await table.write(client)
  }
}

function projectsWriter(client: pg.Client, idOf: (slug: string) => string) {
  const project = gather('project', {
    ...{ id: 'uuid', slug: 'text', title: 'text', pitch: 'text', description: 'text' },
    ...{ status: 'text', hours_per_week: 'int', time_zone: 'text', window_start: 'int' },
    window_end: 'int',
  })
  const step = gather('project_step', { project_id: 'uuid', step_id: 'text' })
  const opening = gather('opening', {
    ...{ id: 'uuid', project_id: 'uuid', title: 'text', seats: 'int' },
  })
  const need = gather('opening_skill', {
    ...{ opening_id: 'uuid', skill_id: 'uuid', required: 'boolean', minimum_level: 'int' },
  })
  const membership = gather('membership', { project_id: 'uuid', person_id: 'uuid', role: 'text' })
  return async (projects: ProjectEntry[], owner: () => string, made: number) => {
    for (const [at, each] of projects.entries()) {
      const { id: project_id, timeZone: time_zone, hoursPerWeek: hours_per_week } = each
      const title = `Project ${made + at}`
      project.add({
        ...{ id: project_id, slug: `project-${made + at}`, title, pitch: title },
        ...{ description: title, status: 'open', hours_per_week, time_zone },
        ...{ window_start: each.windowStart, window_end: each.windowEnd },
      })
      for (const step_id of each.steps) step.add({ project_id, step_id })
      membership.add({ project_id, person_id: owner(), role: 'owner' })
      for (const { id, skills } of each.openings) {
        opening.add({ id, project_id, title: 'Developer', seats: 1 + (at % 3) })
        for (const { slug, required, minimumLevel } of skills)
          need.add({
            ...{ opening_id: id, skill_id: idOf(slug), required, minimum_level: minimumLevel },
          })
      }
    }
    for (const table of [project, step, opening, need, membership]) await table.write(client)
  }
}
