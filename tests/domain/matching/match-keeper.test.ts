import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { randomFrom } from '@/bench/match/world'
import { postProjectInput } from '@/contracts/inputs'
import { db, pool } from '@/db/client'
import { project } from '@/db/schema'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { editProfile } from '@/domain/accounts/edit-profile'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import type { Actor } from '@/domain/actor'
import { loadPeople } from '@/domain/matching/load-people'
import { loadProjects, openingsOf } from '@/domain/matching/load-projects'
import { MatchKeeper } from '@/domain/matching/match-keeper'
import { weekOf } from '@/domain/matching/overlap'
import { refreshRarity } from '@/domain/matching/rarity'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { postProject } from '@/domain/projects/post-project'
import { setAcceptingMembers } from '@/domain/projects/set-accepting-members'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { acceptApplication } from '@/domain/teams/accept-application'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { declineApplication } from '@/domain/teams/decline-application'
import { leaveProject } from '@/domain/teams/leave-project'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

const slugs = ['postgresql', 'typescript', 'docker', 'go']
const stepIds = ['internet', 'databases', 'apis', 'testing']
const random = randomFrom(5)
let people: Actor[]

beforeAll(async () => {
  await createCatalogue()
  await refreshRarity()
  people = await Promise.all(Array.from({ length: 12 }, () => createPerson()))
})

/** Everything that the indexes answer to everybody and for every opening. */
async function answers(keeper: MatchKeeper) {
  const query = { limit: 20, week: weekOf(Date.now()) }
  const idsOf = async (table: 'person' | 'project') =>
    (await db().execute<{ id: string }>(sql`select id from ${sql.identifier(table)}`)).rows.map(
      ({ id }) => id,
    )
  const persons = await loadPeople(db(), await idsOf('person'))
  const openings = (await loadProjects(db(), await idsOf('project'))).flatMap(openingsOf)
  return {
    sizes: [keeper.openings.living, keeper.people.living],
    openings: persons.map((person) => keeper.openings.search(person, [], query)),
    people: openings.map((opening) => keeper.people.search(opening, [], query)),
  }
}
const expectCurrent = async (keeper: MatchKeeper) =>
  expect(await answers(keeper)).toEqual(await answers(await MatchKeeper.build(db())))

async function post(owner: Actor) {
  const { slug } = await postProject(
    owner,
    postProjectInput.parse({
      title: `Project ${random.below(1e6)}`,
      pitch: 'Store and serve a year of tide readings.',
      description: 'We store a year of readings and make the slow queries fast.',
      stepIds: [random.pick(stepIds)],
      openings: [
        {
          title: 'Developer',
          seats: random.between(1, 2),
          skills: slugs
            .filter(() => random.chance(0.5))
            .map((slug) => ({ slug, required: true, minimumLevel: random.between(1, 4) })),
        },
      ],
      hoursPerWeek: random.between(2, 8),
      timeZone: random.pick(['UTC', 'Europe/Berlin', 'Asia/Kathmandu']),
    }),
  )
  return slug
}

/** One thing that somebody could do now; what is refused changes nothing, and that is fine. */
async function act(): Promise<unknown> {
  const who = random.pick(people)
  const projects = await db().select().from(project)
  if (projects.length < 3) return post(who)
  const { id: projectId } = random.pick(projects)
  const openings = await db().execute<{ id: string }>(sql`
    select id from opening where project_id = ${projectId}`)
  const waiting = await db().execute<{ id: string; owner: string }>(sql`
    select a.id, m.person_id as owner from application a
    join membership m on m.project_id = a.project_id and m.role = 'owner'
    where a.status = 'pending' limit 1`)
  const request = waiting.rows[0]
  const owner = people.find(({ personId }) => personId === request?.owner)
  const choices: (() => Promise<unknown>)[] = [
    () => post(who),
    () =>
      applyForSeat(who, {
        openingId: openings.rows[0]?.id ?? '',
        message: 'I would like to help.',
      }),
    () => leaveProject(who, { projectId }),
    () => changeProjectStatus(who, { projectId, status: random.pick(['paused', 'open']) }),
    () => setAcceptingMembers(who, { projectId, acceptingMembers: random.chance(0.5) }),
    () => setStepState(who, { stepId: random.pick(stepIds), state: 'learning' }),
    () =>
      editPrivacy(who, {
        listed: random.chance(0.7),
        contactable: random.pick(['everybody', 'everybody', 'teammates']),
        showsReading: random.chance(0.5),
      }),
    async () =>
      editProfile(who, {
        ...(await getOwnProfile(who)),
        weeklyHours: random.between(1, 9),
        skills: slugs
          .filter(() => random.chance(0.5))
          .map((slug) => ({ slug, level: random.between(1, 5), intent: 'has' })),
      }),
  ]
  if (request && owner)
    choices.push(
      () => acceptApplication(owner, { applicationId: request.id }),
      () => declineApplication(owner, { applicationId: request.id, reason: '' }),
    )
  return random
    .pick(choices)()
    .catch(() => null)
}

it('equals a fresh index after random use, whenever it follows', async () => {
  const keeper = await MatchKeeper.build(db())
  for (let round = 0; round < 6; round++) {
    for (let each = 0; each < 12; each++) await Promise.all([act(), act()])
    expect(await keeper.follow(db())).toBe(true)
    await expectCurrent(keeper)
  }
  expect(keeper.openings.living).toBeGreaterThan(0)
})

it('misses nothing of transactions that commit in another order than they began', async () => {
  const keeper = await MatchKeeper.build(db())
  const clients = await Promise.all([1, 2, 3, 4].map(() => pool().connect()))
  try {
    // Each takes its number in the log first, and commits in an order of its own.
    for (const [at, client] of clients.entries()) {
      await client.query('begin')
      await client.query('update person set weekly_hours = $1 where id = $2', [
        at + 20,
        people[at]?.personId,
      ])
    }
    for (const at of [2, 0, 3, 1]) {
      await clients[at]?.query('commit')
      await keeper.follow(db())
      await expectCurrent(keeper)
    }
  } finally {
    for (const client of clients) client.release()
  }
})

it('follows what was already being written when it was built', async () => {
  const client = await pool().connect()
  try {
    await client.query('begin')
    await client.query('update person set weekly_hours = 33 where id = $1', [people[0]?.personId])
    const keeper = await MatchKeeper.build(db())
    await client.query('commit')
    await keeper.follow(db())
    await expectCurrent(keeper)
  } finally {
    client.release()
  }
})

it('is not woken by a visit', async () => {
  const noted = async () =>
    (await db().execute<{ id: string | null }>(sql`select max(id) as id from match_change`)).rows
  const before = await noted()
  await db().execute(sql`update person set active_at = now()`)
  expect(await noted()).toEqual(before)
})

it('asks to be built afresh when the skills weigh otherwise', async () => {
  const keeper = await MatchKeeper.build(db())
  expect(await keeper.follow(db())).toBe(true)
  await db().execute(sql`update skill_rarity set rarity = 5`)
  expect(await keeper.follow(db())).toBe(false)
})

it('is not built again and again while an old transaction runs', async () => {
  const client = await pool().connect()
  try {
    await client.query('begin')
    await client.query('select pg_current_xact_id()')
    await db().execute(sql`update skill_rarity set rarity = 4`)
    const keeper = await MatchKeeper.build(db())
    await setStepState(random.pick(people), { stepId: 'testing', state: 'learning' })
    expect(await keeper.follow(db())).toBe(true)
    await expectCurrent(keeper)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
