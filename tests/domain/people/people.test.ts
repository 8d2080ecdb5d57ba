import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { editProfileInput, peopleInput } from '@/contracts/inputs'
import type { PeoplePage } from '@/contracts/views'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { editProfile } from '@/domain/accounts/edit-profile'
import type { Actor } from '@/domain/actor'
import { listPeople, pageSize } from '@/domain/people/list-people'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

beforeAll(createCatalogue)

const evening = (weekday: number, from: number, to: number) => ({
  weekday,
  startMinute: from * 60,
  endMinute: to * 60,
})
const become = (actor: Actor, values: object) =>
  editProfile(
    actor,
    editProfileInput.parse({
      name: actor.name,
      headline: '',
      bio: '',
      timeZone: actor.timeZone,
      weeklyHours: null,
      ...values,
    }),
  )
const ask = (actor: Actor, filters: object = {}) => listPeople(actor, peopleInput.parse(filters))
const names = (page: PeoplePage) => page.people.map(({ name }) => name)
const seen = (actor: Actor, minutesAgo: number) =>
  db()
    .update(person)
    .set({ activeAt: new Date(Date.now() - minutesAgo * 60_000) })
    .where(eq(person.id, actor.personId))
/** People that no other test here finds, by a word in their headline. */
async function crowd(word: string, names: string[]) {
  const people = []
  for (const [place, name] of names.entries()) {
    const actor = await createPerson({ name, headline: `Likes ${word}` })
    await seen(actor, place)
    people.push(actor)
  }
  return people
}

it('shows listed people, the latest here first, and neither oneself nor who is blocked', async () => {
  const viewer = await createPerson({ headline: 'Likes lanterns' })
  const [, unlisted, blocked, blocker] = await crowd('lanterns', [
    'Ann',
    'Ben',
    'Cleo',
    'Dan',
    'Eve',
  ])
  if (!unlisted || !blocked || !blocker) throw new Error('no crowd')
  expect(names(await ask(viewer, { q: 'lanterns' }))).toEqual(['Ann', 'Ben', 'Cleo', 'Dan', 'Eve'])
  await editPrivacy(unlisted, { listed: false, contactable: 'everybody', showsReading: true })
  await blockPerson(viewer, { handle: blocked.handle })
  await blockPerson(blocker, { handle: viewer.handle })
  expect(names(await ask(viewer, { q: 'lanterns' }))).toEqual(['Ann', 'Eve'])
})

it('finds by name, handle and headline, forgives a typo, and takes signs as they are', async () => {
  const viewer = await createPerson()
  await createPerson({ name: 'Zanele Dube', handle: 'zan-9', headline: 'Platforms for clinics' })
  for (const q of ['zanele', 'ZAN-9', 'clinics', 'Zanelle', 'plat'])
    expect(names(await ask(viewer, { q })), q).toEqual(['Zanele Dube'])
  for (const q of ['100%', '_', '\\', "' or 1=1 --", '\u0000qq\u0000xx'])
    expect(names(await ask(viewer, { q })), q).toEqual([])
})

it('filters by skills, step and hours, all at once', async () => {
  const viewer = await createPerson()
  const [ann, ben] = await crowd('orchids', ['Ann', 'Ben', 'Cleo'])
  if (!ann || !ben) throw new Error('no crowd')
  const headline = 'Likes orchids'
  const has = (slug: string) => ({ slug, level: 4, intent: 'has' })
  const wants = (slug: string) => ({ slug, level: 2, intent: 'wants' })
  await become(ann, { headline, weeklyHours: 10, skills: [has('docker'), wants('go')] })
  await become(ben, { headline, weeklyHours: 4, skills: [has('docker'), has('go')] })
  await setStepState(ann, { stepId: 'apis', state: 'learning' })
  await setStepState(ben, { stepId: 'apis', state: 'done' })
  const found = async (filters: object) => names(await ask(viewer, { q: 'orchids', ...filters }))
  expect(await found({ has: 'docker' })).toEqual(['Ann', 'Ben'])
  expect(await found({ has: ['docker', 'go'] })).toEqual(['Ben'])
  expect(await found({ wants: 'go' })).toEqual(['Ann'])
  expect(await found({ step: 'apis' })).toEqual(['Ann'])
  expect(await found({ hours: '5' })).toEqual(['Ann'])
  expect(await found({ hours: '4', has: 'docker' })).toEqual(['Ann', 'Ben'])
  expect(await found({ hours: 'many', step: '/' })).toEqual(['Ann', 'Ben', 'Cleo'])
})

it('reckons the hours together on both clocks, sorts by them and says why', async () => {
  const viewer = await createPerson({ timeZone: 'UTC' })
  await become(viewer, {
    windows: [evening(1, 18, 22), evening(2, 18, 22)],
    skills: [
      { slug: 'docker', level: 1, intent: 'wants' },
      { slug: 'typescript', level: 4, intent: 'has' },
    ],
  })
  await setStepState(viewer, { stepId: 'databases', state: 'learning' })
  const [, tokyo, near] = await crowd('kites', ['No hours', 'Tokyo', 'Near'])
  if (!tokyo || !near) throw new Error('no crowd')
  const headline = 'Likes kites'
  // In Tokyo, Tuesday 3 to 7 is Monday 18 to 22 in UTC; it knows no summer time.
  await become(tokyo, { headline, timeZone: 'Asia/Tokyo', windows: [evening(2, 3, 6)] })
  await become(near, {
    headline,
    timeZone: 'UTC',
    windows: [evening(1, 18, 22), evening(2, 20, 24)],
    skills: [
      { slug: 'docker', level: 4, intent: 'has' },
      { slug: 'typescript', level: 2, intent: 'wants' },
    ],
  })
  await setStepState(near, { stepId: 'databases', state: 'learning' })

  const byActivity = await ask(viewer, { q: 'kites' })
  expect(byActivity.people.map((one) => [one.name, one.sharedMinutes])).toEqual([
    ['No hours', null],
    ['Tokyo', 180],
    ['Near', 360],
  ])
  const best = await ask(viewer, { q: 'kites', sort: 'overlap' })
  expect(names(best)).toEqual(['Near', 'Tokyo', 'No hours'])
  expect(best.people[0]?.why).toEqual([
    'Has DOCKER, which you want to learn.',
    'Wants to learn TYPESCRIPT, which you have.',
    'Is learning databases, like you.',
    'You share 6 h a week.',
  ])
  expect(best.people[2]?.why).toEqual([])
  for (const sort of ['active', 'overlap'])
    expect(names(await ask(viewer, { q: 'kites', sort, overlap: '4' }))).toEqual(['Near'])
  const stranger = await createPerson()
  const without = await ask(stranger, { q: 'kites', sort: 'overlap' })
  expect([names(without), without.hasHours]).toEqual([['No hours', 'Tokyo', 'Near'], false])
  expect(names(await ask(stranger, { q: 'kites', overlap: '1' }))).toEqual([])
})

it('goes through everybody once, page by page, and grows in place alike', async () => {
  const viewer = await createPerson({ timeZone: 'UTC' })
  await become(viewer, { windows: [evening(1, 18, 22)] })
  const all = Array.from({ length: pageSize * 2 + 3 }, (_, n) => `Person ${n}`)
  const people = await crowd('quarries', all)
  for (const [place, one] of people.entries())
    if (place % 3 === 0)
      await become(one, { headline: 'Likes quarries', windows: [evening(1, 18, 19 + (place % 2))] })
  for (const sort of ['active', 'overlap']) {
    const met: string[] = []
    let after: string | undefined
    do {
      const page = await ask(viewer, { q: 'quarries', sort, after })
      expect(page.people.length).toBeLessThanOrEqual(pageSize)
      met.push(...names(page))
      after = page.next ?? undefined
    } while (after)
    expect(met).toHaveLength(all.length)
    expect(new Set(met).size).toBe(all.length)
    const grown = await ask(viewer, { q: 'quarries', sort, shown: '3' })
    expect(names(grown)).toEqual(met)
  }
  expect((await ask(viewer, { q: 'quarries', after: 'elsewhere' })).people).toHaveLength(pageSize)
})
