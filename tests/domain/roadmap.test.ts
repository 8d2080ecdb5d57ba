import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { block, opening, project, projectStep, skill, step, userSkill } from '@/db/schema'
import { syncReferenceData } from '@/db/seed'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'
import { getStep } from '@/domain/roadmap/get-step'
import { loadLearners } from '@/domain/roadmap/load-learners'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { addMember, createPerson, createProject } from '../support/factories'

const databaseUrl = () => process.env.DATABASE_URL ?? ''

beforeAll(() => syncReferenceData(databaseUrl()))
beforeEach(async () => {
  await db().execute(sql`truncate person, project cascade`)
})

async function projectOn(...stepIds: string[]) {
  const owner = await createPerson()
  const made = await createProject(owner)
  await db()
    .insert(projectStep)
    .values(stepIds.map((stepId) => ({ projectId: made.id, stepId })))
  return { ...made, owner }
}
const stepOf = async (stepId: string, viewer: Parameters<typeof getRoadmap>[0] = null) =>
  (await getRoadmap(viewer)).steps.find((each) => each.id === stepId)

describe('get-roadmap', () => {
  it('shows a signed-out viewer the path, with no progress and its beginning as current', async () => {
    const page = await getRoadmap(null)
    expect(page.steps).toHaveLength(15)
    expect(page.steps.every((each) => each.state === 'not_started' && each.since === null)).toBe(
      true,
    )
    expect(page).toMatchObject({ done: 0, openProjects: 0, currentStepId: 'internet' })
    expect(page.currentIdeas.map((idea) => idea.difficulty)).toEqual([1, 2, 3])
  })

  it('counts open projects live, and one on two steps once in all', async () => {
    await projectOn('databases', 'database-caching')
    await projectOn('databases')
    expect(await stepOf('databases')).toMatchObject({ openProjects: 2 })
    expect(await stepOf('database-caching')).toMatchObject({ openProjects: 1 })
    expect((await getRoadmap(null)).openProjects).toBe(2)
  })

  it.each([
    ['in progress', true, (id: string) => set(id, { status: 'in_progress' })],
    ['a draft', false, (id: string) => set(id, { status: 'draft' })],
    ['paused', false, (id: string) => set(id, { status: 'paused' })],
    ['not accepting members', false, (id: string) => set(id, { acceptingMembers: false })],
    ['full', false, (id: string) => seats(id, { filled: 2 })],
    ['holding its opening', false, (id: string) => seats(id, { status: 'on_hold' })],
  ])('a project that is %s counts as open: %s', async (_, counts, change) => {
    const { id } = await projectOn('apis')
    await change(id)
    expect((await stepOf('apis'))?.openProjects).toBe(counts ? 1 : 0)
    expect((await getStep(null, { stepId: 'apis' })).projects).toHaveLength(counts ? 1 : 0)
  })

  it('takes the step being learned as the current one, else the first not done or skipped', async () => {
    const me = await createPerson()
    await setStepState(me, { stepId: 'internet', state: 'done' })
    await setStepState(me, { stepId: 'frontend', state: 'skipped' })
    expect(await getRoadmap(me)).toMatchObject({ done: 1, currentStepId: 'operating-systems' })
    await setStepState(me, { stepId: 'databases', state: 'learning' })
    expect((await getRoadmap(me)).currentStepId).toBe('databases')
  })
})

describe('set-step-state', () => {
  it('keeps the date of a state that is set again, and moves it with a new one', async () => {
    const me = await createPerson()
    await setStepState(me, { stepId: 'apis', state: 'learning' })
    await db().execute(sql`update step_progress set changed_at = '2020-01-01T00:00:00Z'`)
    await setStepState(me, { stepId: 'apis', state: 'learning' })
    expect((await stepOf('apis', me))?.since).toBe('2020-01-01T00:00:00.000Z')
    await setStepState(me, { stepId: 'apis', state: 'done' })
    const done = await stepOf('apis', me)
    expect(done?.state).toBe('done')
    expect(done?.since).not.toBe('2020-01-01T00:00:00.000Z')
  })

  it('goes back to not started, and changes nobody else’s progress', async () => {
    const [me, other] = [await createPerson(), await createPerson()]
    for (const who of [me, other]) await setStepState(who, { stepId: 'apis', state: 'learning' })
    await setStepState(me, { stepId: 'apis', state: 'not_started' })
    expect(await stepOf('apis', me)).toMatchObject({
      state: 'not_started',
      since: null,
      learners: 1,
    })
    expect(await stepOf('apis', other)).toMatchObject({ state: 'learning' })
  })

  it('refuses a step that no roadmap has', async () => {
    const me = await createPerson()
    const setting = setStepState(me, { stepId: 'no-such-step', state: 'done' })
    await expect(setting).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('get-step', () => {
  it('shows a signed-out viewer everything of the step', async () => {
    const { id, owner } = await projectOn('databases')
    await setStepState(owner, { stepId: 'databases', state: 'learning' })
    const page = await getStep(null, { stepId: 'databases' })
    expect(page).toMatchObject({
      position: 8,
      line: 3,
      state: 'not_started',
      learners: 1,
      openProjects: 1,
      previous: { id: 'frameworks' },
      next: { id: 'apis' },
    })
    expect(page.prerequisiteSteps.map((each) => each.id)).toEqual([
      'choose-a-language',
      'data-structures-and-algorithms',
    ])
    expect(page.projects.map((card) => card.id)).toEqual([id])
    expect(page.people.map((person) => person.handle)).toEqual([owner.handle])
    expect(page.ideas).toHaveLength(3)
  })

  it('has no neighbour beyond either end', async () => {
    expect((await getStep(null, { stepId: 'internet' })).previous).toBeNull()
    expect((await getStep(null, { stepId: 'web-servers' })).next).toBeNull()
  })

  it('lists projects newest first', async () => {
    const first = await projectOn('testing')
    const second = await projectOn('testing')
    const page = await getStep(null, { stepId: 'testing' })
    expect(page.projects.map((card) => card.id)).toEqual([second.id, first.id])
  })

  it('lists people who learn it, the latest first, with their best skills', async () => {
    const [early, late] = [await createPerson(), await createPerson()]
    await setStepState(early, { stepId: 'apis', state: 'learning' })
    await setStepState(late, { stepId: 'apis', state: 'learning' })
    await db().execute(
      sql`update step_progress set changed_at = '2020-01-01' where person_id = ${early.personId}`,
    )
    const known = await db().select().from(skill).where(sql`slug in ('go', 'rust', 'sql')`)
    const level = (slug: string) => ({ go: 2, rust: 5, sql: 3 })[slug] ?? 1
    await db()
      .insert(userSkill)
      .values(
        known.map(({ id, slug }) => ({
          personId: late.personId,
          skillId: id,
          level: level(slug),
          intent: slug === 'sql' ? ('wants' as const) : ('has' as const),
        })),
      )
    const { people } = await getStep(null, { stepId: 'apis' })
    expect(people.map((person) => person.handle)).toEqual([late.handle, early.handle])
    expect(people[0]?.skills.map((each) => each.slug)).toEqual(['rust', 'go'])
  })

  it('hides people behind a block from each other, both ways, in lists and on cards', async () => {
    const { id, owner } = await projectOn('apis')
    const [blocker, blocked, other] = [
      await createPerson(),
      await createPerson(),
      await createPerson(),
    ]
    await addMember(id, blocked)
    await addMember(id, blocker)
    for (const who of [blocker, blocked, other])
      await setStepState(who, { stepId: 'apis', state: 'learning' })
    await db().insert(block).values({ blockerId: blocker.personId, blockedId: blocked.personId })
    const seenBy = async (viewer: typeof other) => {
      const page = await getStep(viewer, { stepId: 'apis' })
      const handles = (list: { handle: string }[]) => list.map((each) => each.handle)
      return [...handles(page.people), ...handles(page.projects[0]?.members ?? [])]
    }
    expect(await seenBy(blocker)).not.toContain(blocked.handle)
    expect(await seenBy(blocked)).not.toContain(blocker.handle)
    expect(await seenBy(other)).toEqual(
      expect.arrayContaining([blocker.handle, blocked.handle, owner.handle]),
    )
  })

  it('shows and counts no project of a person behind a block', async () => {
    const { owner } = await projectOn('apis')
    const [blocked, other] = [await createPerson(), await createPerson()]
    await db().insert(block).values({ blockerId: owner.personId, blockedId: blocked.personId })
    expect(await getStep(other, { stepId: 'apis' })).toMatchObject({ openProjects: 1 })
    expect(await getStep(blocked, { stepId: 'apis' })).toMatchObject({
      openProjects: 0,
      projects: [],
    })
    expect((await getRoadmap(blocked)).openProjects).toBe(0)
  })

  it('refuses a step that no roadmap has', async () => {
    await expect(getStep(null, { stepId: 'no-such-step' })).rejects.toMatchObject({
      code: 'NotFound',
    })
  })
})

describe('with many people', () => {
  it('finds the learners of a step by the index, without sorting all of them', async () => {
    await db().execute(sql`
      insert into person (email, handle, name)
      select 'many' || n || '@example.com', 'many-' || n, 'Many' from generate_series(1, 1500) n`)
    await db().execute(sql`
      insert into step_progress (person_id, step_id, state, changed_at)
      select p.id, s.id, 'learning', now() - random() * interval '300 days'
      from person p cross join step s`)
    await db().execute(sql`analyze`)
    const plan = await planOf((tx) => loadLearners(tx, 'apis', { hidden: [], limit: 24 }))
    expect(plan).toContain('step_progress_step')
    expect(plan).not.toContain('Seq Scan on step_progress')
    expect(plan).not.toContain('Seq Scan on person')
  })
})

/** The plan of the one statement that `run` executes. */
async function planOf(run: (q: Parameters<typeof loadLearners>[0]) => Promise<unknown>) {
  let plan = ''
  const explaining = Object.assign(Object.create(db()), {
    execute: async (query: Parameters<ReturnType<typeof db>['execute']>[0]) => {
      const { rows } = await db().execute(sql`explain ${query}`)
      plan = JSON.stringify(rows)
      return { rows: [] }
    },
  })
  await run(explaining)
  return plan
}

describe('sync-reference-data', () => {
  it('is safe to run again, renames in place, and keeps what vanished from the files', async () => {
    await db().insert(step).values({
      id: 'old-step',
      roadmapId: 'backend',
      position: 99,
      title: 'Old step',
      line: 1,
    })
    await db().update(step).set({ position: 98 }).where(eq(step.id, 'apis'))
    await db().update(step).set({ position: 9 }).where(eq(step.id, 'old-step'))
    await db().insert(skill).values({ slug: 'old-skill', name: 'Old skill' })
    const before = await db().select().from(skill).where(eq(skill.slug, 'go'))
    await db().update(skill).set({ name: 'Golang' }).where(eq(skill.slug, 'go'))
    await syncReferenceData(databaseUrl())
    await syncReferenceData(databaseUrl())
    expect(await db().select().from(skill).where(eq(skill.slug, 'go'))).toEqual(before)
    expect(await db().select().from(skill).where(eq(skill.slug, 'old-skill'))).toHaveLength(1)
    const steps = await db().select().from(step).orderBy(step.position)
    expect(steps.map((row) => row.id).slice(8, 10)).toEqual(['apis', 'database-caching'])
    expect(steps.at(-1)?.id).toBe('old-step')
    expect(steps.slice(0, 15).map((row) => row.position)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    )
  })
})

async function set(id: string, values: Partial<typeof project.$inferInsert>) {
  await db().update(project).set(values).where(eq(project.id, id))
}
async function seats(id: string, values: Partial<typeof opening.$inferInsert>) {
  await db().update(opening).set(values).where(eq(opening.projectId, id))
}
