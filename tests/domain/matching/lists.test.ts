import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { randomFrom } from '@/bench/match/world'
import { postProjectInput } from '@/contracts/inputs'
import type { MatchChange } from '@/contracts/matching'
import { db } from '@/db/client'
import { availabilityWindow, block, opening, project, projectExposure } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { editProfile } from '@/domain/accounts/edit-profile'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import type { Actor } from '@/domain/actor'
import { formTeam } from '@/domain/matching/form-team'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { listPeopleForOpening } from '@/domain/matching/list-people-for-opening'
import { listReplacements } from '@/domain/matching/list-replacements'
import { flushImpressions, recordImpressions } from '@/domain/matching/record-impressions'
import { postProject } from '@/domain/projects/post-project'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { declineApplication } from '@/domain/teams/decline-application'
import { createCatalogue, giveSkills } from '@/tests/support/catalogue'
import { createPerson, createProject } from '@/tests/support/factories'
import { apply, invite } from '@/tests/support/requests'

beforeAll(createCatalogue)

const listed = async (who: Actor) =>
  (await listMatchesForPerson(who, { limit: 30 })).matches.map((match) => match.project.id)
const people = async (who: Actor, openingId: string) =>
  (await listPeopleForOpening(who, { openingId, limit: 30 })).people.map((each) => each.person.id)

async function post(
  owner: Actor,
  skills: Record<string, number>,
  stepIds = ['databases'],
  seats = 1,
) {
  const { slug } = await postProject(
    owner,
    postProjectInput.parse({
      title: 'Tidewatch',
      pitch: 'Store and serve a year of tide readings.',
      description: 'We store a year of readings and make the slow queries fast.',
      stepIds,
      openings: [
        {
          title: 'Backend developer',
          seats,
          skills: Object.entries(skills).map(([slug, minimumLevel]) => ({
            ...{ slug, minimumLevel, required: true },
          })),
        },
      ],
      hoursPerWeek: 5,
      timeZone: 'UTC',
    }),
  )
  const [row] = await db()
    .select({ id: project.id, openingId: opening.id })
    .from(project)
    .innerJoin(opening, eq(opening.projectId, project.id))
    .where(eq(project.slug, slug))
  if (!row) throw new Error('no project')
  return row
}

it('gives a new person with one step, three skills and hours what suits them, and says why', async () => {
  const owner = await createPerson()
  const suits = await post(owner, { docker: 2, go: 2 }, ['apis'])
  await post(owner, { typescript: 5 }, ['testing'])
  const who = await createPerson({ weeklyHours: 5 })
  await giveSkills(who, { docker: 3, go: 2, postgresql: 1 })
  await setStepState(who, { stepId: 'apis', state: 'learning' })
  const { matches } = await listMatchesForPerson(who, { limit: 10 })
  expect(matches[0]?.project.id).toBe(suits.id)
  expect(matches[0]?.opening.id).toBe(suits.openingId)
  expect(matches[0]?.score).toBeGreaterThan(80)
  expect(matches[0]?.parts[0]?.text).toBe('You have everything that the role asks for.')
  for (const { score, parts } of matches)
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score)
})

it('shows nothing that is full, closed, one’s own, asked for, declined lately, or beyond one’s limit', async () => {
  const [owner, who, mate] = await Promise.all([createPerson(), createPerson(), createPerson()])
  const [asked, declined, full, paused, own, open] = await Promise.all([
    ...[1, 2, 3, 4].map(() => createProject(owner)),
    createProject(who),
    createProject(owner),
  ])
  if (!asked || !declined || !full || !paused || !own || !open) throw new Error('no projects')
  await apply(who, asked.openingId)
  const refused = await apply(who, declined.openingId)
  await declineApplication(owner, { applicationId: refused, reason: '' })
  await db().update(opening).set({ filled: 2 }).where(eq(opening.id, full.openingId))
  await db().update(project).set({ status: 'paused' }).where(eq(project.id, paused.id))
  const seen = await listed(who)
  expect(seen).toContain(open.id)
  for (const { id } of [asked, declined, full, paused, own]) expect(seen).not.toContain(id)
  const offered = await people(owner, declined.openingId)
  expect(offered).toContain(mate.personId)
  expect(offered).not.toContain(who.personId)
  expect(offered).not.toContain(owner.personId)
  for (let each = 0; each < 4; each++) await apply(who, (await createProject(owner)).openingId)
  expect(await listMatchesForPerson(who, { limit: 10 })).toEqual({
    ...{ matches: [], pendingRequests: 5, maximumPendingRequests: 5 },
  })
})

it('remembers a no for sixty days, and in replacements for good', async () => {
  const [owner, who] = await Promise.all([createPerson(), createPerson()])
  const { openingId, id } = await createProject(owner)
  const request = await apply(who, openingId)
  await declineApplication(owner, { applicationId: request, reason: '' })
  expect(await people(owner, openingId)).not.toContain(who.personId)
  await db().execute(sql`update application set decided_at = now() - interval '61 days'
    where id = ${request}`)
  expect(await people(owner, openingId)).toContain(who.personId)
  expect(await listed(who)).toContain(id)
  const replacements = await listReplacements(owner, { openingId, limit: 30 })
  expect(replacements.people.map((each) => each.person.id)).not.toContain(who.personId)
})

it('lets two who share no time not meet', async () => {
  const [owner, who] = await Promise.all([createPerson(), createPerson()])
  const { id, openingId } = await createProject(owner)
  const windows = (startMinute: number, endMinute: number) =>
    db()
      .insert(availabilityWindow)
      .values({ personId: who.personId, weekday: 2, startMinute, endMinute })
  await windows(300, 500)
  expect(await listed(who)).not.toContain(id)
  expect(await people(owner, openingId)).not.toContain(who.personId)
  await windows(1_090, 1_200)
  expect(await listed(who)).toContain(id)
})

it('never lets two meet between whom a block stands, in any list', async () => {
  const random = randomFrom(3)
  const crowd = await Promise.all(Array.from({ length: 9 }, () => createPerson()))
  for (const who of crowd) await giveSkills(who, { go: random.between(1, 5) })
  const teams = await Promise.all(
    crowd
      .slice(0, 4)
      .map(async (owner) => ({ owner, ...(await post(owner, { go: 2 }, ['apis'], 3)) })),
  )
  for (let pairs = 0; pairs < 14; pairs++) {
    const [one, other] = [random.pick(crowd), random.pick(crowd)]
    if (one !== other) await blockPerson(one, { handle: other.handle }).catch(() => {})
  }
  const blocks = await db().select().from(block)
  const apart = (one: string, other: string) =>
    blocks.some(
      ({ blockerId, blockedId }) =>
        (blockerId === one && blockedId === other) || (blockerId === other && blockedId === one),
    )
  expect(blocks.length).toBeGreaterThan(5)
  let met = 0
  for (const who of crowd)
    for (const id of await listed(who)) {
      const owner = teams.find((team) => team.id === id)?.owner
      if (!owner) continue
      met++
      expect(apart(who.personId, owner.personId)).toBe(false)
    }
  for (const { owner, openingId, id: projectId } of teams) {
    const replacements = await listReplacements(owner, { openingId, limit: 30 })
    const team = await formTeam(owner, { projectId })
    for (const id of [
      ...(await people(owner, openingId)),
      ...replacements.people.map((each) => each.person.id),
      ...team.seats.map((each) => each.person.id),
    ]) {
      met++
      expect(apart(id, owner.personId)).toBe(false)
    }
  }
  expect(met).toBeGreaterThan(20)
})

async function make(who: Actor, change: MatchChange) {
  const profile = await getOwnProfile(who)
  switch (change.kind) {
    case 'skill':
      return editProfile(who, {
        ...profile,
        skills: [
          ...profile.skills.filter((each) => each.slug !== change.slug || each.intent !== 'has'),
          { slug: change.slug, level: change.level, intent: 'has' },
        ],
      })
    case 'weekly-hours':
      return editProfile(who, { ...profile, weeklyHours: change.hours })
    case 'step':
      return setStepState(who, { stepId: change.stepId, state: 'learning' })
    case 'window': {
      const { weekday, startMinute, endMinute } = change
      return db()
        .insert(availabilityWindow)
        .values({ personId: who.personId, weekday, startMinute, endMinute })
    }
  }
}

it('keeps what it promises when somebody makes a change', async () => {
  const owner = await createPerson()
  const { id } = await post(owner, { docker: 2, go: 3 }, ['internet'])
  const kinds = new Set<string>()
  for (let each = 0; each < 3; each++) {
    const who = await createPerson({ weeklyHours: 2, timeZone: 'Europe/Berlin' })
    await giveSkills(who, { go: 1, postgresql: 3 })
    await setStepState(who, { stepId: 'testing', state: 'learning' })
    await db()
      .insert(availabilityWindow)
      .values({ personId: who.personId, weekday: 3, startMinute: 1_140, endMinute: 1_260 })
    const find = async () =>
      (await listMatchesForPerson(who, { limit: 30 })).matches.find(
        (match) => match.project.id === id,
      )
    const before = await find()
    const raise = before?.raises[each]
    if (!before || !raise) throw new Error('nothing is promised')
    expect(raise.from).toBe(before.score)
    kinds.add(raise.change.kind)
    await make(who, raise.change)
    expect((await find())?.score).toBe(raise.to)
  }
  expect(kinds.size).toBeGreaterThan(1)
})

it('forms a team that covers what is lacking, one person per free seat', async () => {
  const owner = await createPerson()
  const { id } = await post(owner, { docker: 2, postgresql: 2, typescript: 2 }, ['testing'], 2)
  const [both, one, same] = await Promise.all([createPerson(), createPerson(), createPerson()])
  await giveSkills(both, { docker: 4, postgresql: 4 })
  await giveSkills(same, { docker: 5 })
  await giveSkills(one, { typescript: 5 })
  await db().execute(sql`delete from person where id not in (
    ${owner.personId}, ${both.personId}, ${one.personId}, ${same.personId})
    and id not in (select person_id from membership)`)
  const team = await formTeam(owner, { projectId: id })
  expect(team.seats).toHaveLength(2)
  expect(team.stillLacking).toEqual([])
  expect(team.covered).toBe(1)
})

it('offers nobody who is not listed, or wants no invitations', async () => {
  const [owner, who] = await Promise.all([createPerson(), createPerson()])
  const { id: projectId, openingId } = await createProject(owner)
  const offered = async () => [
    ...(await people(owner, openingId)),
    ...(await listReplacements(owner, { openingId, limit: 30 })).people.map(
      (each) => each.person.id,
    ),
    ...(await formTeam(owner, { projectId })).seats.map((each) => each.person.id),
  ]
  expect(await offered()).toContain(who.personId)
  await editPrivacy(who, { listed: false, contactable: 'everybody', showsReading: true })
  expect(await offered()).not.toContain(who.personId)
  await editPrivacy(who, { listed: true, contactable: 'teammates', showsReading: true })
  expect(await offered()).not.toContain(who.personId)
  expect(await listed(who)).toContain(projectId)
})

it('invites whom it lists', async () => {
  const [owner, who] = await Promise.all([createPerson(), createPerson()])
  const { openingId } = await createProject(owner)
  expect(await people(owner, openingId)).toContain(who.personId)
  await invite(owner, openingId, who)
  expect(await people(owner, openingId)).not.toContain(who.personId)
})

it('keeps how often a project was shown, and not to whom', async () => {
  const owner = await createPerson()
  const { id } = await createProject(owner)
  const viewers = await Promise.all(Array.from({ length: 60 }, () => createPerson()))
  for (const who of [...viewers, ...viewers]) await recordImpressions(who, { projectIds: [id, id] })
  await flushImpressions()
  const [row] = await db().select().from(projectExposure).where(eq(projectExposure.projectId, id))
  // A sample of one in four, counted fourfold: sixty in the mean, each person once.
  expect(row?.seen).toBeGreaterThan(12)
  expect(row?.seen).toBeLessThan(150)
  expect(Object.keys(row ?? {})).toEqual(['projectId', 'day', 'seen'])
  await expect(
    recordImpressions(owner, { projectIds: ['00000000-0000-7000-8000-000000000000'] }),
  ).resolves.toBeUndefined()
  await flushImpressions()
})
