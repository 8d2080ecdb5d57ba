import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BrowseInput, browseInput, postProjectInput } from '@/contracts/inputs'
import { type ProjectStatus, projectStatuses } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { block, project } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { browseProjects } from '@/domain/projects/browse-projects'
import { listFreeSeats } from '@/domain/projects/list-free-seats'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { postProject } from '@/domain/projects/post-project'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson } from '@/tests/support/factories'

let owner: Actor
const slugs = (page: { projects: { slug: string }[] }) => page.projects.map((each) => each.slug)
const browse = (input: object = {}, viewer: Actor | null = null) =>
  browseProjects(viewer, browseInput.parse(input))

async function post(
  title: string,
  overrides: { steps?: string[]; skills?: string[]; seats?: number; status?: ProjectStatus } = {},
) {
  const { slug } = await postProject(
    owner,
    postProjectInput.parse({
      title,
      pitch: 'A small project about something worth building.',
      description: 'Longer words about what we build, why, and how we mean to build it.',
      stepIds: overrides.steps ?? ['internet'],
      openings: [
        {
          title: 'Developer',
          seats: overrides.seats ?? 1,
          skills: (overrides.skills ?? []).map((name) => ({
            ...{ slug: name, required: true, minimumLevel: 1 },
          })),
        },
      ],
      hoursPerWeek: 5,
      timeZone: 'UTC',
    }),
  )
  if (overrides.status)
    await db().update(project).set({ status: overrides.status }).where(eq(project.slug, slug))
  return slug
}

beforeAll(async () => {
  await createCatalogue()
  owner = await createPerson()
  await post('Tidewatch database', { steps: ['databases'], skills: ['postgresql'], seats: 4 })
  await post('Gateway of tides', { steps: ['apis', 'databases'], skills: ['go'], seats: 2 })
  await post('Container garden', { steps: ['testing'], skills: ['docker', 'go'], seats: 3 })
  await post('Running already', { steps: ['apis'], status: 'in_progress' })
  await post('Shipped last year', { steps: ['apis'], skills: ['go'], status: 'completed' })
  await post('Full house', { steps: ['apis'] })
  await db().execute(sql`update opening o set filled = 1, status = 'filled'
    from project p where p.id = o.project_id and p.slug = 'full-house'`)
  await post('Closed door', { steps: ['apis'] })
  await db().execute(sql`update project set accepting_members = false where slug = 'closed-door'`)
  for (const status of ['draft', 'archived', 'paused', 'abandoned'] as const)
    await post(`Never mind ${status}`, { status })
})

describe('filters', () => {
  it('shows what one can join, the newest first, and no drafts or archived ones anywhere', async () => {
    expect(slugs(await browse())).toEqual([
      'running-already',
      'container-garden',
      'gateway-of-tides',
      'tidewatch-database',
    ])
    expect(slugs(await browse({ stage: 'in_progress' }))).toEqual(['running-already'])
    expect(slugs(await browse({ stage: 'completed' }))).toEqual(['shipped-last-year'])
    const any = slugs(await browse({ stage: 'any' }, owner))
    expect(any).toHaveLength(9)
    expect(any).not.toContain('never-mind-draft')
    expect(any).not.toContain('never-mind-archived')
    expect(slugs(await browse({ q: 'never mind draft', stage: 'any' }, owner))).not.toContain(
      'never-mind-draft',
    )
  })

  it('finds words in any form, titles mistyped, and nothing for nonsense', async () => {
    expect(slugs(await browse({ q: 'tide' }))).toContain('gateway-of-tides')
    expect(slugs(await browse({ q: 'tidewach' }))).toEqual(['tidewatch-database'])
    expect(slugs(await browse({ q: 'contaner gardn' }))).toEqual(['container-garden'])
    expect(slugs(await browse({ q: 'gateway -tides' }))).not.toContain('tidewatch-database')
    for (const q of [
      'zzzzqqqq',
      "'; drop table project; --",
      '"unclosed or (',
      '\u0000x\u0000',
      '% _',
    ])
      expect((await browse({ q })).total.count).toBe(0)
  })

  it('takes any of several steps and any of several skills, and both together', async () => {
    expect(slugs(await browse({ step: ['databases', 'testing'] }))).toHaveLength(3)
    expect(slugs(await browse({ skill: 'go' }))).toEqual(['container-garden', 'gateway-of-tides'])
    expect(slugs(await browse({ skill: ['go'], step: ['databases'] }))).toEqual([
      'gateway-of-tides',
    ])
    expect((await browse({ step: 'no-such-step' })).projects).toEqual([])
  })

  it('counts each facet under the other filters', async () => {
    const page = await browse({ skill: 'go', step: 'testing' })
    expect(page.total).toEqual({ count: 1, about: false })
    expect(page.steps.map((each) => [each.id, each.count])).toEqual([
      ['internet', 0],
      ['databases', 1],
      ['apis', 1],
      ['testing', 1],
    ])
    expect(page.skills.map((each) => [each.slug, each.count])).toEqual([
      ['go', 1],
      ['docker', 1],
    ])
    expect(page.stages).toEqual([
      { stage: 'open', count: 1, about: false },
      { stage: 'in_progress', count: 0, about: false },
      { stage: 'completed', count: 0, about: false },
    ])
    expect((await browse({ skill: 'go' })).stages.map((each) => each.count)).toEqual([2, 0, 1])
  })

  it('keeps projects of blocked people out of lists and counts, both ways', async () => {
    const viewer = await createPerson()
    for (const [blockerId, blockedId] of [
      [viewer.personId, owner.personId],
      [owner.personId, viewer.personId],
    ] as const) {
      await db().insert(block).values({ blockerId, blockedId })
      const page = await browse({ stage: 'any' }, viewer)
      expect([page.total.count, page.projects]).toEqual([0, []])
      expect(page.steps.every((each) => each.count === 0)).toBe(true)
      expect(await listFreeSeats(viewer, { limit: 5 })).toEqual([])
      await db().delete(block)
    }
    expect(await listFreeSeats(viewer, { limit: 2 })).toHaveLength(2)
    expect(await listFreeSeats(owner, { limit: 2 })).toEqual([])
  })
})

describe('pages', () => {
  async function walk(input: Partial<BrowseInput>) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await browse({ ...input, after })
      seen.push(...slugs(page))
      after = page.next ?? undefined
    } while (after)
    return seen
  }

  it('walks every project once, also while newer ones are posted', async () => {
    for (let n = 0; n < 30; n += 1) await post(`Walker number ${n}`, { seats: (n % 5) + 1 })
    const newest = await walk({ q: 'walker' })
    expect(newest).toEqual(Array.from({ length: 30 }, (_, n) => `walker-number-${29 - n}`))
    const needed = await walk({ q: 'walker', sort: 'needed' })
    expect(new Set(needed).size).toBe(30)
    expect(needed.slice(0, 6).map((slug) => Number(slug.split('-').at(-1)) % 5)).toEqual([
      4, 4, 4, 4, 4, 4,
    ])
    const first = await browse({ q: 'walker' })
    await post('Walker who comes late')
    const second = await browse({ q: 'walker', after: first.next ?? '' })
    expect(slugs(second)).toEqual(newest.slice(12, 24))
    expect(second.total.count).toBe(31)
  })

  it('ignores a cursor that it did not make', async () => {
    const whole = slugs(await browse())
    for (const after of ['x', "' or 1=1", '9999999999.nonsense', '3.'])
      for (const sort of ['newest', 'needed'])
        expect((await browse({ after, sort })).projects).toHaveLength(whole.length)
  })
})

it('loads cards in the order asked for, with steps, people and seats', async () => {
  const member = await createPerson()
  const viewer = await createPerson()
  const slug = await post('Card of cards', { steps: ['testing', 'internet'], seats: 2 })
  const [row] = await db().select().from(project).where(eq(project.slug, slug))
  const [other] = await db().select().from(project).where(eq(project.slug, 'full-house'))
  if (!row || !other) throw new Error('no project')
  await addMember(row.id, member)
  await db().insert(block).values({ blockerId: member.personId, blockedId: viewer.personId })
  const cards = await loadProjectCards(db(), [other.id, row.id, crypto.randomUUID()])
  expect(cards.map((card) => card.slug)).toEqual(['full-house', 'card-of-cards'])
  expect(cards[0]).toMatchObject({ seats: 1, filled: 1 })
  expect(cards[1]).toMatchObject({ seats: 2, filled: 0, createdAt: row.createdAt.toISOString() })
  expect(cards[1]?.steps.map((each) => each.id)).toEqual(['internet', 'testing'])
  expect(cards[1]?.members.map((each) => each.handle)).toEqual([owner.handle, member.handle])
  const seen = await loadProjectCards(db(), [row.id], viewer.personId)
  expect(seen[0]?.members.map((each) => each.handle)).toEqual([owner.handle])
  expect(projectStatuses).toContain(seen[0]?.status)
})
