import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { postProjectInput } from '@/contracts/inputs'
import { maximumSavedSearches, saveSearchInput } from '@/contracts/searches'
import { db } from '@/db/client'
import { notification, projectListing, savedSearch } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import type { Actor } from '@/domain/actor'
import { postProject } from '@/domain/projects/post-project'
import { deleteSavedSearch } from '@/domain/searches/delete-saved-search'
import { listSavedSearches } from '@/domain/searches/list-saved-searches'
import { saveSearch } from '@/domain/searches/save-search'
import { setSearchNews } from '@/domain/searches/set-search-news'
import { tellSavedSearches } from '@/domain/searches/tell-saved-searches'
import { createCatalogue } from '../../support/catalogue'
import { createPerson } from '../../support/factories'

beforeAll(() => createCatalogue())

const save = (who: Actor, filters: object, name = 'Mine') =>
  saveSearch(who, saveSearchInput.parse({ name, filters }))

/** Posted a while ago, but after every search of this test was saved. */
async function post(owner: Actor, title: string) {
  const { slug } = await postProject(
    owner,
    postProjectInput.parse({
      ...{ title, pitch: 'A small project worth building.', stepIds: ['internet'] },
      description: 'What we build, why, and how we mean to build it.',
      openings: [{ title: 'Backend developer', seats: 1, skills: [] }],
      ...{ hoursPerWeek: 5, timeZone: 'UTC' },
    }),
  )
  await db()
    .update(projectListing)
    .set({ listedAt: sql`now() - interval '5 minutes'` })
    .where(sql`${projectListing.projectId} = (select id from project where slug = ${slug})`)
}
async function due(searchId: string) {
  await db()
    .update(savedSearch)
    .set({ dueAt: sql`now()`, seenUntil: sql`now() - interval '10 minutes'` })
    .where(eq(savedSearch.id, searchId))
}
const newsOf = async ({ personId }: Actor) =>
  db()
    .select({ text: notification.text, href: notification.href })
    .from(notification)
    .where(eq(notification.personId, personId))
    .orderBy(notification.id)

describe('saving', () => {
  it('keeps the same filters once, whatever their order, under the newest name', async () => {
    const who = await createPerson()
    const first = await save(who, { step: ['internet', 'databases'], q: 'tide' }, 'One')
    const again = await save(who, { q: 'tide', step: ['databases', 'internet'] }, 'Two')
    expect(again).toEqual(first)
    expect(await listSavedSearches(who)).toMatchObject([
      { id: first.searchId, name: 'Two', notifies: true, filters: { q: 'tide' } },
    ])
  })

  it('asks for a filter and a name', () => {
    const answer = saveSearchInput.safeParse({ name: ' ', filters: { sort: 'newest' } })
    expect(answer.error?.issues.map(({ path }) => path[0])).toEqual(['name', 'filters'])
  })

  it('ends at a number, also from two tabs at once', async () => {
    const who = await createPerson()
    for (let at = 1; at < maximumSavedSearches; at++) await save(who, { q: `word ${at}` })
    const both = await Promise.allSettled([save(who, { q: 'this' }), save(who, { q: 'that' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listSavedSearches(who)).toHaveLength(maximumSavedSearches)
  })

  it('is one’s own alone', async () => {
    const [who, stranger] = [await createPerson(), await createPerson()]
    const { searchId } = await save(who, { q: 'mine' })
    await expect(deleteSavedSearch(stranger, { searchId })).rejects.toThrow()
    await expect(setSearchNews(stranger, { searchId, notifies: false })).rejects.toThrow()
    expect(await listSavedSearches(who)).toMatchObject([{ notifies: true }])
    await deleteSavedSearch(who, { searchId })
    expect(await listSavedSearches(who)).toEqual([])
    await expect(deleteSavedSearch(who, { searchId: randomUUID() })).rejects.toThrow()
  })
})

describe('telling', () => {
  it('says what is new once, each search in a sentence of its own', async () => {
    const [who, owner] = [await createPerson(), await createPerson()]
    const many = await save(who, { q: 'lanterns' }, 'Lanterns')
    const one = await save(who, { q: 'lanterns blue' }, 'Blue')
    await post(owner, 'Lanterns on the quay')
    await post(owner, 'Blue lanterns')
    for (const { searchId } of [many, one]) await due(searchId)
    await tellSavedSearches()
    expect((await newsOf(who)).map(({ text }) => text).sort()).toEqual([
      '2 new projects for your search “Lanterns”.',
      'New for your search “Blue”: Blue lanterns.',
    ])
    expect((await newsOf(who)).map(({ href }) => href)).toContain(
      '/projects?q=lanterns&sort=newest',
    )
    await db().update(savedSearch).set({ dueAt: sql`now()` })
    await tellSavedSearches()
    expect(await newsOf(who)).toHaveLength(2)
  })

  it('once, when two processes look at the same time', async () => {
    const [who, owner] = [await createPerson(), await createPerson()]
    const { searchId } = await save(who, { q: 'barnacle' })
    await post(owner, 'A barnacle counter')
    await due(searchId)
    await Promise.all([tellSavedSearches(), tellSavedSearches()])
    expect(await newsOf(who)).toHaveLength(1)
  })

  it('neither of one’s own projects, nor of what a block hides, nor when it is not wanted', async () => {
    const [who, blocked, quiet] = [await createPerson(), await createPerson(), await createPerson()]
    const mine = await save(who, { q: 'periwinkle' })
    const unwanted = await save(quiet, { q: 'periwinkle' })
    await setSearchNews(quiet, { searchId: unwanted.searchId, notifies: false })
    await blockPerson(who, { handle: blocked.handle })
    await post(who, 'Periwinkle one')
    await post(blocked, 'Periwinkle two')
    for (const { searchId } of [mine, unwanted]) await due(searchId)
    await tellSavedSearches()
    expect(await newsOf(who)).toEqual([])
    expect(await newsOf(quiet)).toEqual([])
  })
})
