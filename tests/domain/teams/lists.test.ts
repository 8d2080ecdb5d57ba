import { beforeAll, expect, it } from 'vitest'
import { postProjectInput } from '@/contracts/inputs'
import type { HomePage } from '@/contracts/views'
import { db } from '@/db/client'
import { block, stepProgress } from '@/db/schema'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { getProject } from '@/domain/projects/get-project'
import { postProject } from '@/domain/projects/post-project'
import { acceptApplication } from '@/domain/teams/accept-application'
import { declineApplication } from '@/domain/teams/decline-application'
import { getHome } from '@/domain/teams/get-home'
import { leaveProject } from '@/domain/teams/leave-project'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { listNotifications } from '@/domain/teams/list-notifications'
import { listRequests } from '@/domain/teams/list-requests'
import { readNotifications } from '@/domain/teams/read-notifications'
import { createCatalogue, giveSkills } from '@/tests/support/catalogue'
import { addMember, createPerson } from '@/tests/support/factories'
import { apply, invite } from '@/tests/support/requests'

beforeAll(createCatalogue)

async function scene() {
  const owner = await createPerson({ name: 'Olga' })
  const { slug } = await postProject(
    owner,
    postProjectInput.parse({
      title: 'Tidewatch',
      pitch: 'Store and serve a year of tide readings.',
      description: 'We store a year of readings and make the slow queries fast.',
      stepIds: ['databases'],
      openings: [
        {
          title: 'Backend developer',
          seats: 2,
          skills: [
            { slug: 'postgresql', required: true, minimumLevel: 3 },
            { slug: 'docker', required: true, minimumLevel: 1 },
            { slug: 'go', required: false, minimumLevel: 4 },
          ],
        },
      ],
      hoursPerWeek: 5,
      timeZone: 'UTC',
    }),
  )
  const page = await getProject(owner, { slug })
  return { owner, slug, page, openingId: page.openings[0]?.id ?? '' }
}

it('shows the board to those who decide, with what each person brings', async () => {
  const { owner, slug, page, openingId } = await scene()
  const [who, second, member, blocked] = [
    await createPerson({ name: 'Ada' }),
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  await addMember(page.id, member)
  await giveSkills(who, { postgresql: 4, docker: 1, go: 3, typescript: 5 })
  const first = await apply(who, openingId)
  const declined = await apply(second, openingId)
  await declineApplication(owner, { applicationId: declined, reason: 'Another time.' })
  await apply(blocked, openingId)
  await db().insert(block).values({ blockerId: blocked.personId, blockedId: owner.personId })
  const invitationId = await invite(owner, openingId, await createPerson())

  const board = await listRequests(owner, { slug })
  expect(board.project).toEqual({ id: page.id, slug, title: 'Tidewatch' })
  expect(board.applications.map((each) => [each.id, each.status, each.reason])).toEqual([
    [first, 'pending', null],
    [declined, 'declined', 'Another time.'],
  ])
  const [card] = board.applications
  expect(card?.person.skills[0]).toEqual({ slug: 'typescript', name: 'TYPESCRIPT' })
  expect(card?.meets.map((each) => each.slug)).toEqual(['docker', 'postgresql'])
  expect(card?.lacks.map((each) => each.slug)).toEqual(['go'])
  expect(card?.opening).toEqual({ id: openingId, title: 'Backend developer', seats: 2, filled: 0 })
  expect(board.invitations).toMatchObject([{ id: invitationId, invitedBy: { name: 'Olga' } }])
  for (const outsider of [member, who, second])
    await expect(listRequests(outsider, { slug })).rejects.toMatchObject({ name: 'NotFound' })
})

it('lists my projects, past ones, requests and invitations, and nobody else’s', async () => {
  const { owner, slug, page, openingId } = await scene()
  const who = await createPerson()
  await acceptApplication(owner, { applicationId: await apply(who, openingId) })
  await apply(await createPerson(), openingId)
  const other = await scene()
  const invitationId = await invite(other.owner, other.openingId, who)
  const applicationId = await apply(who, other.openingId)

  const mine = await listMyTeams(who)
  expect(mine.projects).toMatchObject([
    { slug, role: 'member', roomId: page.roomId, unread: 0, pendingRequests: 0 },
  ])
  expect(mine.past).toEqual([])
  expect(mine.applications.map((each) => [each.id, each.status])).toEqual([
    [applicationId, 'pending'],
    [expect.any(String), 'accepted'],
  ])
  expect(mine.invitations.map((each) => each.id)).toEqual([invitationId])
  expect((await listMyTeams(owner)).projects).toMatchObject([{ slug, pendingRequests: 1 }])

  await leaveProject(who, { projectId: page.id })
  expect((await listMyTeams(who)).past).toMatchObject([{ slug, role: 'member', ended: 'left' }])
  await acceptApplication(owner, { applicationId: await apply(who, openingId) })
  const back = await listMyTeams(who)
  expect([back.projects.length, back.past.length]).toEqual([1, 0])
  await changeProjectStatus(owner, { projectId: page.id, status: 'in_progress' })
  await changeProjectStatus(owner, { projectId: page.id, status: 'completed' })
  const shipped = await listMyTeams(who)
  expect([shipped.projects.length, shipped.past[0]?.ended]).toEqual([0, 'completed'])
})

const idsOf = ({ matches }: HomePage) => matches.matches.map(({ project }) => project.id)

it('fills the home page with what waits for me', async () => {
  const { owner, page, openingId } = await scene()
  const who = await createPerson({ name: 'Ada' })
  const empty = await getHome(who)
  expect(empty).toMatchObject({ requestsToDecide: [], invitations: [], rooms: [], news: [] })
  expect(empty).toMatchObject({ done: 0, total: 15, hasProfileSkills: false })
  expect(idsOf(empty)).toContain(page.id)

  await db()
    .insert(stepProgress)
    .values({ personId: who.personId, stepId: 'databases', state: 'learning' })
  await giveSkills(who, { go: 2 })
  const applicationId = await apply(who, openingId)
  await invite(owner, openingId, who)
  const home = await getHome(who)
  expect(home.invitations).toHaveLength(1)
  expect(home).toMatchObject({ hasProfileSkills: true, currentStep: { id: 'databases' } })
  expect(home.matches).toMatchObject({ pendingRequests: 1 })
  expect(idsOf(home)).not.toContain(page.id)
  const toDecide = await getHome(owner)
  expect(toDecide.requestsToDecide.map((each) => each.id)).toEqual([applicationId])
  expect(idsOf(toDecide)).not.toContain(page.id)
  expect(toDecide.rooms).toMatchObject([{ id: page.roomId }])
  expect(toDecide.news[0]).toMatchObject({
    text: 'Ada asks to join Tidewatch as Backend developer.',
  })
})

it('marks notifications as read, one or all, and only one’s own', async () => {
  const { owner, openingId } = await scene()
  const stranger = await createPerson()
  await apply(await createPerson(), openingId)
  await apply(await createPerson(), openingId)
  const [newest, older] = await listNotifications(owner)
  expect((newest?.createdAt ?? '') >= (older?.createdAt ?? '')).toBe(true)
  await readNotifications(stranger, { notificationId: newest?.id ?? '' })
  await readNotifications(stranger)
  expect((await listNotifications(owner)).map((each) => each.read)).toEqual([false, false])
  await readNotifications(owner, { notificationId: newest?.id ?? '' })
  expect((await listNotifications(owner)).map((each) => each.read)).toEqual([true, false])
  await readNotifications(owner)
  expect((await listNotifications(owner)).map((each) => each.read)).toEqual([true, true])
})
