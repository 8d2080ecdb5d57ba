import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { editProfileInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { block, skill, step, stepProgress } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import { editProfile } from '@/domain/accounts/edit-profile'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import { getProfile } from '@/domain/accounts/get-profile'
import { unblockPerson } from '@/domain/accounts/unblock-person'
import { Invalid, NotFound } from '@/domain/errors'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

async function createSkill(name: string) {
  const slug = `s-${randomUUID().slice(0, 8)}`
  await db().insert(skill).values({ slug, name })
  return slug
}
const values = (overrides: object = {}) =>
  editProfileInput.parse({
    name: 'Ada Lovelace',
    headline: 'Likes engines',
    bio: 'Writes **notes**.',
    timeZone: 'Europe/London',
    weeklyHours: 6,
    links: ['https://example.com/ada'],
    skills: [],
    ...overrides,
  })

it('shows what was saved, and replaces it all the next time', async () => {
  const actor = await createPerson()
  const [sql, redis] = [await createSkill('SQL'), await createSkill('Redis')]
  const first = values({
    skills: [
      { slug: sql, level: 4, intent: 'has' },
      { slug: sql, level: 5, intent: 'wants' },
      { slug: redis, level: 2, intent: 'wants' },
    ],
  })
  await editProfile(actor, first)
  const page = await getProfile(null, actor.handle.toUpperCase())
  expect(page).toMatchObject({ name: 'Ada Lovelace', headline: 'Likes engines', weeklyHours: 6 })
  expect(page.skills.map(({ name, level, intent }) => [name, level, intent])).toEqual([
    ['SQL', 4, 'has'],
    ['SQL', 5, 'wants'],
    ['Redis', 2, 'wants'],
  ])
  expect(await getOwnProfile(actor)).toEqual(first)
  const next = values({ links: [], weeklyHours: '', skills: [] })
  await editProfile(actor, next)
  expect(await getOwnProfile(actor)).toEqual(next)
})

it('refuses a skill that is unknown or named twice, and then changes nothing', async () => {
  const actor = await createPerson()
  const slug = await createSkill('Go')
  const has = { slug, level: 3, intent: 'has' as const }
  for (const skills of [
    [has, has],
    [has, { ...has, slug: 'no-such-skill' }],
  ]) {
    const refused = await editProfile(actor, values({ skills })).catch((error: Error) => error)
    expect(refused).toBeInstanceOf(Invalid)
    expect(refused).toHaveProperty(['fields', 'skills.1.slug'])
  }
  expect(await getOwnProfile(actor)).toMatchObject({ name: actor.handle, skills: [] })
})

it('takes only web addresses as links', () => {
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'example'])
    expect(editProfileInput.safeParse({ ...values(), links: [link] }).success).toBe(false)
})

it('shows steps and public projects as evidence; drafts, archives and removals stay unseen', async () => {
  const [owner, actor] = [await createPerson(), await createPerson()]
  const stepId = `step-${randomUUID().slice(0, 8)}`
  await db()
    .insert(step)
    .values({ id: stepId, roadmapId: 'r', position: 1, title: 'Internet', line: 1 })
  await db().insert(stepProgress).values({ personId: actor.personId, stepId, state: 'done' })
  const shown = await createProject(owner, { title: 'Shown' })
  await addMember(shown.id, actor)
  for (const status of ['draft', 'archived'] as const)
    await addMember((await createProject(owner, { status })).id, actor)
  const page = await getProfile(owner, actor.handle)
  expect(page.steps).toMatchObject([{ id: stepId, state: 'done' }])
  expect(page.projects).toMatchObject([{ title: 'Shown', role: 'member', ended: null }])
})

it('offers to invite only to seats that the viewer may give, and only who is not in the team', async () => {
  const [owner, member, stranger] = [
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  const project = await createProject(owner, { title: 'Tidewatch' })
  await addMember(project.id, member)
  const offered = async (viewer: typeof owner | null, whom: typeof owner) =>
    (await getProfile(viewer, whom.handle)).viewer.canInviteTo
  expect(await offered(owner, stranger)).toEqual([
    { openingId: project.openingId, label: 'Tidewatch: Backend developer' },
  ])
  expect(await offered(owner, member)).toEqual([])
  expect(await offered(member, stranger)).toEqual([])
  expect(await offered(null, stranger)).toEqual([])
  expect(await offered(owner, owner)).toEqual([])
})

it('hides two people from each other while one blocks the other, but for the way back', async () => {
  const [actor, other] = [await createPerson(), await createPerson()]
  await editProfile(other, values({ name: 'Other' }))
  await blockPerson(actor, { handle: other.handle })
  await blockPerson(actor, { handle: other.handle })
  await expect(getProfile(other, actor.handle)).rejects.toBeInstanceOf(NotFound)
  expect(await getProfile(actor, other.handle)).toMatchObject({
    name: 'Other',
    headline: '',
    bio: '',
    links: [],
    viewer: { hasBlocked: true },
  })
  await unblockPerson(actor, { handle: other.handle })
  expect((await getProfile(actor, other.handle)).headline).toBe('Likes engines')
  expect((await getProfile(other, actor.handle)).viewer.hasBlocked).toBe(false)
})

it('lets each of two who block each other take back their own block only', async () => {
  const [actor, other] = [await createPerson(), await createPerson()]
  // As when both press at once: afterwards neither finds the other.
  await db()
    .insert(block)
    .values([
      { blockerId: actor.personId, blockedId: other.personId },
      { blockerId: other.personId, blockedId: actor.personId },
    ])
  await unblockPerson(actor, { handle: other.handle })
  await expect(getProfile(actor, other.handle)).rejects.toBeInstanceOf(NotFound)
  expect((await getProfile(other, actor.handle)).viewer.hasBlocked).toBe(true)
  await unblockPerson(other, { handle: actor.handle })
  expect((await getProfile(actor, other.handle)).viewer.hasBlocked).toBe(false)
})

it('finds nobody to block where there is nobody to see, and not oneself', async () => {
  const [actor, other] = [await createPerson(), await createPerson()]
  await expect(blockPerson(actor, { handle: 'no-such-person' })).rejects.toBeInstanceOf(NotFound)
  await expect(blockPerson(actor, { handle: actor.handle })).rejects.toBeInstanceOf(Invalid)
  await blockPerson(other, { handle: actor.handle })
  await expect(blockPerson(actor, { handle: other.handle })).rejects.toBeInstanceOf(NotFound)
})
