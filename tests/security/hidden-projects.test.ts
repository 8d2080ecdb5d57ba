import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { browseInput } from '@/contracts/inputs'
import { projectStatuses } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { membership, opening, openingSkill, project, projectStep, skill } from '@/db/schema'
import { getProfile } from '@/domain/accounts/get-profile'
import type { Viewer } from '@/domain/actor'
import { browseProjects } from '@/domain/projects/browse-projects'
import { getProject } from '@/domain/projects/get-project'
import { listFeed } from '@/domain/projects/list-feed'
import { listFreeSeats } from '@/domain/projects/list-free-seats'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'
import { getStep } from '@/domain/roadmap/get-step'
import { listSuggestions } from '@/domain/search/list-suggestions'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { getHome } from '@/domain/teams/get-home'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { createCatalogue } from '../support/catalogue'
import { addMember, createPerson, createProject } from '../support/factories'

/*
 * A draft and an archived project exist for their members alone: not in a list, not in a count, not in
 * a word of an error, whether one is signed out, signed in, or was on the team once.
 */
beforeAll(createCatalogue)

const secretTitle = 'Quietwater'
async function setUp() {
  const [owner, former, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const [any] = await db().select().from(skill).limit(1)
  if (!any) throw new Error('no skill')
  const hidden = []
  for (const status of ['draft', 'archived'] as const) {
    const made = await createProject(owner, { status, title: secretTitle })
    await addMember(made.id, former)
    await db()
      .update(membership)
      .set({ status: 'left' })
      .where(and(eq(membership.projectId, made.id), eq(membership.personId, former.personId)))
    await db().insert(projectStep).values({ projectId: made.id, stepId: 'databases' })
    await db().insert(openingSkill).values({ openingId: made.openingId, skillId: any.id })
    hidden.push(made)
  }
  return { owner, former, outsider, hidden, skillSlug: any.slug }
}

async function everythingThat(viewer: Viewer, ownerHandle: string, skillSlug: string) {
  const seen: unknown[] = []
  for (const stage of ['open', 'in_progress', 'completed', 'any', ...projectStatuses])
    for (const filter of [
      {},
      { q: secretTitle },
      { q: 'quietwatre' },
      { step: 'databases' },
      { skill: skillSlug },
    ])
      seen.push(await browseProjects(viewer, browseInput.parse({ stage, ...filter })))
  seen.push(
    await listFreeSeats(viewer, { limit: 50 }),
    await listFeed(viewer, browseInput.parse({ stage: 'any' })),
    await listSuggestions(viewer, { q: secretTitle.slice(0, 6) }),
    await getRoadmap(viewer),
    await getStep(viewer, { stepId: 'databases' }),
    await getProfile(viewer, ownerHandle),
  )
  if (viewer) {
    seen.push(await getHome(viewer))
    seen.push((await listMyTeams(viewer)).past.filter((each) => each.status === 'archived'))
  }
  return seen
}

describe.each(['signed out', 'outsider', 'former'] as const)('%s', (who) => {
  it('finds neither its name nor a count of it anywhere', async () => {
    const { owner, former, outsider, hidden, skillSlug } = await setUp()
    const viewer = { 'signed out': null, outsider, former }[who]
    const shown = JSON.stringify(await everythingThat(viewer, owner.handle, skillSlug))
    expect(shown).not.toContain(secretTitle)
    for (const { id, slug, openingId, roomId } of hidden)
      for (const word of [id, slug, openingId, roomId]) expect(shown).not.toContain(word)
    const page = await browseProjects(viewer, browseInput.parse({ stage: 'any' }))
    expect(page.total.count).toBe(0)
    for (const { count } of [...page.steps, ...page.skills, ...page.roles, ...page.stages])
      expect(count).toBe(0)
    const roadmap = await getRoadmap(viewer)
    expect([roadmap.openProjects, ...roadmap.steps.map((step) => step.openProjects)]).toEqual(
      Array.from({ length: roadmap.steps.length + 1 }, () => 0),
    )
    for (const { slug } of hidden)
      await expect(getProject(viewer, { slug })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

it('asks for a seat of it as for one that never was', async () => {
  const { outsider, hidden } = await setUp()
  const words = async (openingId: string) =>
    applyForSeat(outsider, { openingId, message: 'I would like to help.' }).then(
      () => 'ok',
      (error: Error) => `${error.name}: ${error.message}`,
    )
  const missing = await words('0198a5c2-1111-7000-8000-000000000001')
  for (const { openingId } of hidden) expect(await words(openingId)).toBe(missing)
})

it('ignores what is malformed in the address, instead of failing on it', async () => {
  for (const nonsense of [
    '\u0000',
    'a\u0000b',
    "'; drop table project; --",
    '\ud800',
    '<svg>',
    'ﬁ',
  ]) {
    const input = browseInput.parse({
      q: nonsense,
      step: nonsense,
      skill: [nonsense],
      after: nonsense,
    })
    expect([input.step, input.skill]).toEqual([[], []])
    await expect(browseProjects(null, input)).resolves.toHaveProperty('total')
  }
  expect(await db().$count(project)).toBeGreaterThanOrEqual(0)
  expect(await db().$count(opening)).toBeGreaterThanOrEqual(0)
})
