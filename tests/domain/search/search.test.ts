import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { browseInput, postProjectInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { block, listingFacet, person, project, projectListing } from '@/db/schema'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import type { Actor } from '@/domain/actor'
import { browseProjects } from '@/domain/projects/browse-projects'
import { correctWords, editsBetween } from '@/domain/projects/correct-words'
import { listFeed } from '@/domain/projects/list-feed'
import { postProject } from '@/domain/projects/post-project'
import { zonesNear } from '@/domain/projects/zones-near'
import { listSuggestions } from '@/domain/search/list-suggestions'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

let owner: Actor
let viewer: Actor

const browse = (input: object, who: Actor | null = null) =>
  browseProjects(who, browseInput.parse(input))
const titles = async (input: object, who: Actor | null = null) =>
  (await browse(input, who)).projects.map((each) => each.title)

function post(title: string, more: Record<string, unknown> = {}) {
  return postProject(
    owner,
    postProjectInput.parse({
      ...{ title, pitch: 'A small project worth building.', stepIds: ['internet'] },
      description: 'What we build, why, and how we mean to build it.',
      openings: [{ title: 'Backend developer', seats: 1, skills: [] }],
      ...{ hoursPerWeek: 5, timeZone: 'UTC', ...more },
    }),
  )
}

beforeAll(async () => {
  await createCatalogue()
  owner = await createPerson()
  viewer = await createPerson()
  await db()
    .update(person)
    .set({ name: 'Ottoline Quarrymaker' })
    .where(eq(person.id, owner.personId))
  await post('Lighthouse ledger', { hoursPerWeek: 3, timeZone: 'Asia/Kolkata' })
  await post('A ledger for beekeepers', {
    hoursPerWeek: 12,
    openings: [
      { title: 'Tester', seats: 3, skills: [] },
      { title: 'backend developer', seats: 1, skills: [] },
    ],
  })
  await post('Weather balloons', { pitch: 'Keeps a ledger of every balloon that came down.' })
})

describe('the best match', () => {
  it('puts what has the words in its title before what has them elsewhere', async () => {
    const found = await titles({ q: 'ledger' })
    expect(found).toHaveLength(3)
    expect(found.at(-1)).toBe('Weather balloons')
    expect(await titles({ q: 'ledger', sort: 'newest' })).toEqual([
      ...['Weather balloons', 'A ledger for beekeepers', 'Lighthouse ledger'],
    ])
  })

  it('walks all of many matches once, those with the words in the title first', async () => {
    for (let n = 0; n < 20; n++) await post(`Quokka ${n}`)
    for (let n = 0; n < 20; n++) await post(`Other ${n}`, { pitch: 'About the quokka, at length.' })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await browse({ q: 'quokka', after })
      seen.push(...page.projects.map((each) => each.title))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(40)
    expect(seen).toHaveLength(40)
    expect(seen.slice(0, 20).every((title) => title.startsWith('Quokka'))).toBe(true)
    const longer = await browse({ q: 'quokka', pages: 3 })
    expect(longer.projects.map((each) => each.title)).toEqual(seen.slice(0, 36))
    const without = await titles({ q: 'quokka -length', pages: 4 })
    expect(new Set(without)).toEqual(new Set(seen.slice(0, 20)))
    expect(await titles({ q: 'quokka -7', pages: 4 })).toHaveLength(38)
    expect(await titles({ q: '"quokka 7"', pages: 4 })).toEqual(['Quokka 7'])
  })
})

describe('facets', () => {
  it('narrow by role, hours, seats and zone, each counted under the others', async () => {
    expect(await titles({ q: 'ledger', role: 'Tester' })).toEqual(['A ledger for beekeepers'])
    expect(await titles({ q: 'ledger', hours: ['3', 'more'] })).toHaveLength(2)
    expect(await titles({ q: 'ledger', seats: 3 })).toEqual(['A ledger for beekeepers'])
    expect(await titles({ q: 'ledger', near: 1, zone: 'Asia/Colombo' })).toEqual([
      'Lighthouse ledger',
    ])
    const page = await browse({ q: 'ledger', hours: '3' })
    expect(page.hours.map((each) => each.count)).toEqual([1, 1, 0, 1])
    expect(page.roles.map((each) => [each.role, each.count])).toEqual([['backend developer', 1]])
    expect(page.seats.map((each) => each.count)).toEqual([0, 0])
  })

  it('ignores values that it does not know', async () => {
    const odd = { hours: '4', seats: '9', near: '-1', zone: 'Mars/Olympus', pages: '1000' }
    expect(browseInput.parse(odd)).toMatchObject({
      ...{ hours: [], seats: 0, near: 0, zone: '', pages: 1 },
    })
    for (const role of ["o'brien", '\\', "'|'", ') | (', '~open'])
      expect(await titles({ role })).toEqual([])
  })

  it('knows how far apart clocks are, across the date line and in summer', () => {
    const july = new Date('2026-07-01T12:00:00Z')
    const january = new Date('2026-01-01T12:00:00Z')
    expect(zonesNear('Europe/London', 1, july)).toContain('Europe/Berlin')
    expect(zonesNear('Europe/London', 0, july)).not.toContain('Atlantic/Reykjavik')
    expect(zonesNear('Europe/London', 0, january)).toContain('Atlantic/Reykjavik')
    expect(zonesNear('Pacific/Auckland', 1, january)).toContain('Pacific/Tongatapu')
    expect(zonesNear('Pacific/Pago_Pago', 2, january)).toContain('Pacific/Tongatapu')
  })
})

describe('a mistyped word', () => {
  it('is taken for the nearest one that projects have', async () => {
    const page = await browse({ q: 'beekepers' })
    expect(page.corrected).toBe('beekeepers')
    expect(page.projects.map((each) => each.title)).toEqual(['A ledger for beekeepers'])
    expect((await browse({ q: 'lighthosue ledger' })).corrected).toBe('lighthouse ledger')
    expect((await browse({ q: 'xylophone' })).corrected).toBeNull()
    expect((await browse({ q: 'ledger' })).corrected).toBeNull()
  })

  it('is counted in edits, two letters that changed places being one', () => {
    expect(editsBetween('garden', 'garden')).toBe(0)
    expect(editsBetween('gardn', 'garden')).toBe(1)
    expect(editsBetween('agrden', 'garden')).toBe(1)
    expect(editsBetween('', 'abc')).toBe(3)
  })

  it('leaves short words and known ones alone', async () => {
    expect(await correctWords(db(), 'a an 12 ledger')).toBeNull()
    expect(await correctWords(db(), '\u{1F600} … "')).toBeNull()
  })
})

describe('suggestions', () => {
  it('finds projects, people and steps by how their words begin, and with a typo', async () => {
    const found = await listSuggestions(null, { q: 'ledger bee' })
    expect(found.projects.map((each) => each.title)).toEqual(['A ledger for beekeepers'])
    expect(
      (await listSuggestions(null, { q: 'quarry' })).people.map((each) => each.handle),
    ).toEqual([owner.handle])
    expect((await listSuggestions(null, { q: `@${owner.handle}` })).people).toHaveLength(1)
    expect((await listSuggestions(null, { q: 'datab' })).steps.map((each) => each.id)).toContain(
      'databases',
    )
    expect((await listSuggestions(null, { q: 'beekepers' })).projects).toHaveLength(1)
    for (const q of ['', 'l', '%', '__', "'':*", '\\', '\u0000\u0000', '!!'])
      expect(await listSuggestions(null, { q })).toEqual({ projects: [], people: [], steps: [] })
  })

  it('leave out whoever does not want to be listed', async () => {
    await editPrivacy(owner, { listed: false, contactable: 'everybody', showsReading: true })
    for (const q of ['quarry', `@${owner.handle}`])
      expect(await listSuggestions(viewer, { q })).toMatchObject({ people: [] })
    await editPrivacy(owner, { listed: true, contactable: 'everybody', showsReading: true })
    expect((await listSuggestions(viewer, { q: 'quarry' })).people).toHaveLength(1)
  })

  it('and feeds keep two blocked people apart, both ways', async () => {
    for (const [blockerId, blockedId] of [
      [viewer.personId, owner.personId],
      [owner.personId, viewer.personId],
    ] as const) {
      await db().insert(block).values({ blockerId, blockedId })
      expect(await listSuggestions(viewer, { q: 'ledger' })).toMatchObject({ projects: [] })
      expect(await listSuggestions(viewer, { q: 'quarry' })).toMatchObject({ people: [] })
      expect(await listFeed(viewer, browseInput.parse({ q: 'ledger' }))).toEqual([])
      expect((await browse({ q: 'beekepers' }, viewer)).corrected).toBeNull()
      await db().delete(block)
    }
    expect(await listFeed(viewer, browseInput.parse({ q: 'ledger' }))).toHaveLength(3)
  })
})

it('lists a project as it is after every change of it or of a part', async () => {
  const { slug } = await post('Changing shape', {
    openings: [
      { title: 'Scribe', seats: 2, skills: [{ slug: 'go', required: true, minimumLevel: 1 }] },
    ],
  })
  const [posted] = await db().select().from(project).where(eq(project.slug, slug))
  const id = posted?.id ?? ''
  const listed = async () => {
    const [row] = await db().select().from(projectListing).where(eq(projectListing.projectId, id))
    const walked = await db().select().from(listingFacet).where(eq(listingFacet.projectId, id))
    // Lists under a step, a skill or a role are walked in a table of their own, which says the same.
    expect(walked.map((each) => [each.facet, each.freeSeats]).sort()).toEqual(
      (row?.facets ?? [])
        .filter((facet) => /^~(step|skill|role):/.test(facet))
        .map((facet) => [facet, row?.freeSeats])
        .sort(),
    )
    return row
  }
  expect(await listed()).toMatchObject({ freeSeats: 2 })
  expect((await listed())?.facets).toEqual(
    expect.arrayContaining(['~open', '~role:scribe', '~skill:go', '~step:internet', '~seats:2']),
  )
  await db().execute(sql`update opening set filled = 1 where project_id = ${id}`)
  expect((await listed())?.freeSeats).toBe(1)
  expect((await listed())?.facets).not.toContain('~seats:2')
  await db().execute(sql`delete from opening_skill using opening o
    where o.id = opening_id and o.project_id = ${id}`)
  expect((await listed())?.facets).not.toContain('~skill:go')
  await db().execute(sql`insert into project_step values (${id}, 'testing')`)
  expect((await listed())?.facets).toContain('~step:testing')
  await db().update(project).set({ status: 'draft' }).where(eq(project.slug, slug))
  expect(await listed()).toBeUndefined()
  await db().update(project).set({ status: 'completed' }).where(eq(project.slug, slug))
  expect((await listed())?.facets).toContain('~completed')
  await db().delete(project).where(eq(project.id, id))
  expect(await listed()).toBeUndefined()
})
