import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { ProjectStatus } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import {
  block,
  documentClient,
  membership,
  message,
  notification,
  project,
  roomRead,
  run,
} from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { readRoom } from '@/domain/rooms/read-room'
import { sendMessage } from '@/domain/rooms/send-message'
import { askQuietMembers } from '@/domain/teams/ask-quiet-members'
import { confirmMember } from '@/domain/teams/confirm-member'
import { handOver } from '@/domain/teams/hand-over'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { listRequests } from '@/domain/teams/list-requests'
import { removeMember } from '@/domain/teams/remove-member'
import { setMemberActive } from '@/domain/teams/set-member-active'
import { setMemberInactive } from '@/domain/teams/set-member-inactive'
import { append, createFile, openFile, typeIn } from '@/tests/support/documents'
import { addMember, createPerson, createProject } from '@/tests/support/factories'
import { seatOf, toldTo } from '@/tests/support/requests'

const asked = 'Still with Tidewatch? Nothing was seen of you in its room for three weeks.'
const untold = 'Ada has not said whether they are still with Tidewatch. You can free the seat.'

// Each test has the database to itself: the job looks at every membership.
beforeEach(() => db().delete(project))

async function team(status: ProjectStatus = 'open') {
  const owner = await createPerson({ name: 'Olga' })
  const who = await createPerson({ name: 'Ada' })
  const made = await createProject(owner, { status })
  await addMember(made.id, who)
  return { owner, who, made, input: { projectId: made.id, personId: who.personId } }
}

/** Everything that carries a time of the team happened so many days earlier. */
async function age(days: number) {
  const past = (column: string) => sql.raw(`${column} - interval '${days} days'`)
  await db()
    .update(membership)
    .set({ joinedAt: past('joined_at'), checkAt: past('check_at'), askedAt: past('asked_at') })
  await db()
    .update(message)
    .set({ createdAt: past('created_at') })
  await db()
    .update(run)
    .set({ createdAt: past('created_at') })
  await db()
    .update(roomRead)
    .set({ readAt: past('read_at') })
  await db()
    .update(documentClient)
    .set({ usedAt: past('used_at') })
}
const stateOf = async (who: Actor) => {
  const [row] = await db().select().from(membership).where(eq(membership.personId, who.personId))
  return row && { status: row.status, asked: row.askedAt !== null, told: row.unansweredAt !== null }
}
const say = (who: Actor, roomId: string) =>
  sendMessage(who, { roomId, clientId: randomUUID(), body: 'Hello.', replyToId: null })

it('asks once after three weeks without a sign, also from four processes at once', async () => {
  const { owner, who } = await team()
  await age(20)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  await age(1)
  const runs = await Promise.all([1, 2, 3, 4].map(() => askQuietMembers()))
  expect(runs.reduce((sum, each) => sum + each.asked, 0)).toBe(1)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect(await toldTo(who)).toEqual([asked])
  expect(await toldTo(owner)).toEqual([])
  const { projects } = await listMyTeams(who)
  expect(projects).toMatchObject([{ asked: true, inactive: false }])
  expect((await listMyTeams(owner)).projects).toMatchObject([{ asked: false }])
})

it.each<[string, (who: Actor, roomId: string, owner: Actor) => Promise<unknown>]>([
  ['a message', say],
  ['having read', async (who, roomId) => readRoom(who, { roomId, seq: 0 })],
  [
    'a run',
    async ({ personId }, roomId, owner) => {
      const file = await createFile(owner, roomId)
      await db()
        .insert(run)
        .values({
          ...{ id: randomUUID(), ...file, personId, documentSeq: 0, language: 'python' },
          ...{ outcome: 'passed', durationMs: 1, output: '', tests: [], code: '' },
        })
    },
  ],
  [
    'an edit',
    async (who, roomId, owner) => {
      const file = await createFile(owner, roomId, 'print(1)')
      await append(who, file, typeIn(await openFile(who, file), 'print(2)'))
    },
  ],
])('takes %s for a sign, and looks again three weeks after it', async (_what, sign) => {
  const { owner, who, made } = await team()
  await age(15)
  await sign(who, made.roomId, owner)
  await age(15)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  await age(5)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  await age(1)
  expect(await askQuietMembers()).toEqual({ asked: 1, unanswered: 0 })
  expect(await toldTo(who)).toEqual([asked])
})

it('leaves owners alone, and everybody while the project rests', async () => {
  const { owner, who, made, input } = await team('paused')
  await age(30)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  await db().update(project).set({ status: 'in_progress' })
  await age(21)
  expect(await askQuietMembers()).toEqual({ asked: 1, unanswered: 0 })
  expect(await toldTo(who)).toEqual([asked])
  expect(await toldTo(owner)).toEqual([])
  // Who has become the owner meanwhile need not answer.
  await handOver(owner, input)
  await say(owner, made.roomId)
  await age(7)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect(await stateOf(who)).toEqual({ status: 'active', asked: false, told: false })
})

it('tells the owner once when a week brought no answer, and leaves the seat alone', async () => {
  const { owner, who, made, input } = await team()
  const maintainer = await createPerson()
  await age(21)
  await addMember(made.id, maintainer, 'maintainer')
  await askQuietMembers()
  await age(6)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect((await listRequests(owner, made)).quiet).toEqual([])
  await age(1)
  const runs = await Promise.all([1, 2, 3].map(() => askQuietMembers()))
  expect(runs.reduce((sum, each) => sum + each.unanswered, 0)).toBe(1)
  await age(60)
  await say(maintainer, made.roomId)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect(await toldTo(owner)).toEqual([untold])
  expect(await toldTo(maintainer)).toEqual([])
  expect(await stateOf(who)).toEqual({ status: 'active', asked: true, told: true })
  expect((await listRequests(owner, made)).quiet).toMatchObject([
    { id: who.personId, reason: 'unanswered' },
  ])
  await removeMember(owner, input)
  expect(await stateOf(who)).toMatchObject({ status: 'removed' })
  expect((await listRequests(owner, made)).quiet).toEqual([])
})

it('takes a sign after the question for an answer', async () => {
  const { owner, who, made } = await team()
  await age(21)
  await askQuietMembers()
  await age(2)
  await say(who, made.roomId)
  await age(5)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect(await toldTo(owner)).toEqual([])
  expect(await stateOf(who)).toEqual({ status: 'active', asked: false, told: false })
})

it('ends the question by "I am here", once, and begins anew three weeks later', async () => {
  const { who, input } = await team()
  await expect(confirmMember(who, input)).rejects.toThrow('answered already')
  await age(21)
  await askQuietMembers()
  await confirmMember(who, input)
  await expect(confirmMember(who, input)).rejects.toThrow('answered already')
  await age(20)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect((await listMyTeams(who)).projects).toMatchObject([{ asked: false }])
  await age(1)
  expect(await askQuietMembers()).toEqual({ asked: 1, unanswered: 0 })
})

it('tells the owner of "Free my seat"; only the owner frees it, and the person can come back', async () => {
  const { owner, who, made, input } = await team()
  await db()
    .update(membership)
    .set({ openingId: made.openingId })
    .where(eq(membership.personId, who.personId))
  await db().execute(sql`update opening set filled = 1`)
  await age(21)
  await askQuietMembers()
  await db().delete(notification)
  await setMemberInactive(who, input)
  expect(await toldTo(owner)).toEqual([
    'Ada has no time for Tidewatch at the moment. You can free the seat.',
  ])
  expect(await toldTo(who)).toEqual([])
  expect(await stateOf(who)).toEqual({ status: 'inactive', asked: false, told: false })
  expect((await listRequests(owner, made)).quiet).toMatchObject([
    { name: 'Ada', opening: 'Backend developer', reason: 'inactive' },
  ])
  await age(60)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  expect(await seatOf(made.openingId)).toMatchObject({ filled: 1 })
  await setMemberActive(who, input)
  await age(20)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 0 })
  await setMemberInactive(who, input)
  await removeMember(owner, input)
  expect(await seatOf(made.openingId)).toMatchObject({ filled: 0, status: 'open' })
})

it('shows a maintainer only whom they may manage, and tells nobody across a block', async () => {
  const { owner, who, made } = await team()
  const [first, second] = [await createPerson(), await createPerson()]
  await addMember(made.id, first, 'maintainer')
  await addMember(made.id, second, 'maintainer')
  await db().insert(block).values({ blockerId: who.personId, blockedId: owner.personId })
  await age(21)
  expect(await askQuietMembers()).toEqual({ asked: 3, unanswered: 0 })
  await age(7)
  expect(await askQuietMembers()).toEqual({ asked: 0, unanswered: 3 })
  expect((await listRequests(first, made)).quiet.map(({ id }) => id)).toEqual([who.personId])
  expect((await listRequests(owner, made)).quiet).toHaveLength(3)
  expect((await toldTo(owner)).filter((text) => text.startsWith('Ada'))).toEqual([])
  expect(await toldTo(owner)).toHaveLength(2)
})

it('looks at more than one batch, along the index of what is due', async () => {
  const { made } = await team()
  await db().execute(sql`
    with p as (
      insert into person (email, handle, name)
      select 'quiet' || n || '@example.com', 'quiet-' || n, 'Quiet ' || n from generate_series(1, 450) n
      returning id
    )
    insert into membership (project_id, person_id) select ${made.id}, p.id from p`)
  await age(21)
  expect(await askQuietMembers()).toEqual({ asked: 451, unanswered: 0 })
  await db().execute(sql`analyze membership`)
  const { rows } = await db().execute<{ 'QUERY PLAN': string }>(sql`
    explain select id from membership
    where status = 'active' and check_at <= now() order by check_at limit 200`)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('membership_check')
})
