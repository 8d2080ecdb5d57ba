import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { editProjectInput, postProjectInput } from '@/contracts/inputs'
import { projectStatuses } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { block, opening, project, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { editProject } from '@/domain/projects/edit-project'
import { getProject } from '@/domain/projects/get-project'
import { getProjectForm } from '@/domain/projects/get-project-form'
import { postProject } from '@/domain/projects/post-project'
import { nextStatusesOf } from '@/domain/projects/project-status'
import { acceptApplication } from '@/domain/teams/accept-application'
import { leaveProject } from '@/domain/teams/leave-project'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson } from '@/tests/support/factories'
import {
  apply,
  invite,
  membershipsOf,
  statusOfApplication,
  statusOfInvitation,
  toldTo,
} from '@/tests/support/requests'

beforeAll(createCatalogue)

const form = (overrides: object = {}) =>
  postProjectInput.parse({
    title: 'Été à la mer',
    pitch: 'Store and serve a year of tide readings.',
    description: 'We store a year of readings and make the slow queries fast.',
    stepIds: ['databases', 'apis', 'databases'],
    openings: [
      {
        title: 'Backend developer',
        seats: 2,
        skills: [
          { slug: 'postgresql', required: true, minimumLevel: 3 },
          { slug: 'docker', required: false, minimumLevel: 1 },
        ],
      },
      { title: 'Tester', seats: 1, skills: [] },
    ],
    hoursPerWeek: 5,
    timeZone: 'Europe/Berlin',
    repositoryUrl: '',
    ...overrides,
  })
async function post(owner: Actor, overrides: object = {}) {
  const { slug } = await postProject(owner, form(overrides))
  return getProject(owner, { slug })
}
const seatIn = (page: Awaited<ReturnType<typeof post>>, at = 0) => page.openings[at]?.id ?? ''

describe('posting', () => {
  it('makes the project, its steps, openings, owner and room at once', async () => {
    const owner = await createPerson()
    const page = await post(owner)
    expect(page.slug).toBe('ete-a-la-mer')
    expect(page.steps.map((each) => each.id)).toEqual(['databases', 'apis'])
    expect(
      page.openings.map(({ title, seats, filled, status }) => [title, seats, filled, status]),
    ).toEqual([
      ['Backend developer', 2, 0, 'open'],
      ['Tester', 1, 0, 'open'],
    ])
    expect(page.openings[0]?.skills).toEqual([
      { slug: 'postgresql', name: 'POSTGRESQL', required: true, minimumLevel: 3 },
      { slug: 'docker', name: 'DOCKER', required: false, minimumLevel: 1 },
    ])
    expect(page).toMatchObject({ seats: 3, filled: 0, repositoryUrl: null, pendingRequests: 0 })
    expect(page.team).toMatchObject([{ handle: owner.handle, role: 'owner', opening: null }])
    expect(page.viewer).toMatchObject({ role: 'owner', can: { edit: true, apply: false } })
    const events = await db()
      .select()
      .from(roomEvent)
      .where(eq(roomEvent.roomId, page.roomId ?? ''))
    expect(events.map((each) => [each.seq, each.kind])).toEqual([[1, 'member:joined']])
  })

  it('gives ten namesakes posted at once ten slugs, and never one of the site’s own paths', async () => {
    const owner = await createPerson()
    const made = await Promise.all(
      Array.from({ length: 10 }, () => postProject(owner, form({ title: 'Namesake' }))),
    )
    expect(new Set(made.map((each) => each.slug)).size).toBe(10)
    expect(made.filter((each) => each.slug === 'namesake')).toHaveLength(1)
    expect((await postProject(owner, form({ title: 'New!!' }))).slug).toMatch(/^new-[0-9a-f]{6}$/)
    expect((await postProject(owner, form({ title: '潮汐の記録' }))).slug).toMatch(/^project/)
  })

  it('names every field that is not in the catalogue and stores nothing', async () => {
    const owner = await createPerson()
    const skills = ['docker', 'cobol', 'docker'].map((slug) => ({
      ...{ slug, required: true, minimumLevel: 1 },
    }))
    const refused = postProject(
      owner,
      form({
        title: 'Nowhere to be found',
        stepIds: ['databases', 'astrology'],
        openings: [{ title: 'Oracle', seats: 1, skills }],
      }),
    )
    await expect(refused).rejects.toMatchObject({
      name: 'Invalid',
      fields: {
        'stepIds.1': 'Choose a step of the roadmap.',
        'openings.0.skills.1': 'Choose a skill from the list.',
        'openings.0.skills.2': 'This skill is named twice.',
      },
    })
    expect(
      await db().select().from(project).where(eq(project.title, 'Nowhere to be found')),
    ).toEqual([])
  })
})

describe('editing', () => {
  it('gives the form back as it was sent, and stores what is changed in it', async () => {
    const owner = await createPerson()
    const page = await post(owner)
    const values = editProjectInput.parse(await getProjectForm(owner, { slug: page.slug }))
    expect(values).toMatchObject({ title: 'Été à la mer', stepIds: ['databases', 'apis'] })
    const [backend] = values.openings
    const { slug } = await editProject(owner, {
      ...values,
      title: 'Tidewatch',
      stepIds: ['testing'],
      openings: [
        { ...backend, title: 'Data developer', seats: 4, skills: [] },
        { title: 'Writer', seats: 1, skills: [{ slug: 'go', required: true, minimumLevel: 2 }] },
      ],
    })
    expect(slug).toBe(page.slug)
    const edited = await getProject(owner, { slug })
    expect(edited.title).toBe('Tidewatch')
    expect(edited.steps.map((each) => each.id)).toEqual(['testing'])
    expect(edited.openings.map((each) => [each.title, each.seats, each.skills.length])).toEqual([
      ['Data developer', 4, 0],
      ['Writer', 1, 1],
    ])
    expect(edited.openings[0]?.id).toBe(backend?.id)
    expect(await db().select().from(opening).where(eq(opening.projectId, page.id))).toHaveLength(2)
  })

  it('keeps seats that are taken, and closes a role in which somebody sat or asked', async () => {
    const owner = await createPerson()
    const who = await createPerson()
    const asking = await createPerson()
    const page = await post(owner)
    const [backend, tester] = [seatIn(page, 0), seatIn(page, 1)]
    await acceptApplication(owner, { applicationId: await apply(who, backend) })
    await acceptApplication(owner, { applicationId: await apply(await createPerson(), backend) })
    const applicationId = await apply(asking, tester)
    const invitationId = await invite(owner, tester, await createPerson())
    const values = await getProjectForm(owner, { slug: page.slug })
    const [first] = values.openings
    const edit = (openings: object[]) =>
      editProject(owner, editProjectInput.parse({ ...values, openings }))

    await expect(edit([{ ...first, seats: 1 }])).rejects.toMatchObject({
      fields: { 'openings.0.seats': '2 seats are taken already.' },
    })
    const stranger = await post(await createPerson(), { title: 'Somewhere else' })
    await expect(edit([{ ...first, id: seatIn(stranger) }])).rejects.toMatchObject({
      fields: { 'openings.0.title': expect.any(String) },
    })
    expect(await statusOfApplication(applicationId)).toBe('pending')

    await edit([{ ...first, seats: 3 }])
    const rows = await db().select().from(opening).where(eq(opening.projectId, page.id))
    expect(rows.map((row) => [row.title, row.seats, row.filled, row.status]).sort()).toEqual([
      ['Backend developer', 3, 2, 'open'],
      ['Tester', 1, 0, 'closed'],
    ])
    expect(await statusOfApplication(applicationId)).toBe('superseded')
    expect(await statusOfInvitation(invitationId)).toBe('revoked')
    expect(await toldTo(asking)).toContain(
      'Your request to join Été à la mer is closed. The team no longer looks for Tester. Thank you for asking: here is what else would fit you.',
    )
    await leaveProject(who, { projectId: page.id })
    await edit([{ ...first, seats: 1 }])
    expect((await getProject(owner, { slug: page.slug })).openings[0]?.status).toBe('filled')
  })

  it('is for the owner and maintainers', async () => {
    const owner = await createPerson()
    const [maintainer, member, outsider] = [
      await createPerson(),
      await createPerson(),
      await createPerson(),
    ]
    const page = await post(owner)
    await addMember(page.id, maintainer, 'maintainer')
    await addMember(page.id, member)
    const values = await getProjectForm(maintainer, { slug: page.slug })
    await editProject(maintainer, values)
    for (const who of [member, outsider]) {
      await expect(editProject(who, values)).rejects.toMatchObject({ name: 'Forbidden' })
      await expect(getProjectForm(who, { slug: page.slug })).rejects.toMatchObject({
        name: 'Forbidden',
      })
    }
  })
})

describe('stages', () => {
  it('moves only along the table, and only the owner archives', async () => {
    const owner = await createPerson()
    const maintainer = await createPerson()
    const page = await post(owner)
    await addMember(page.id, maintainer, 'maintainer')
    const outsider = await createPerson()
    for (const from of projectStatuses)
      for (const status of projectStatuses) {
        await db().update(project).set({ status: from }).where(eq(project.id, page.id))
        await db().execute(sql`update membership set status = 'active'`)
        const move = changeProjectStatus(owner, { projectId: page.id, status })
        if (nextStatusesOf(from).includes(status)) await move
        else await expect(move).rejects.toMatchObject({ name: /Conflict|Forbidden/ })
      }
    await db().update(project).set({ status: 'open' }).where(eq(project.id, page.id))
    const archive = { projectId: page.id, status: 'archived' } as const
    await expect(changeProjectStatus(maintainer, archive)).rejects.toThrow('Only the owner')
    const pause = { projectId: page.id, status: 'paused' } as const
    await expect(changeProjectStatus(outsider, pause)).rejects.toMatchObject({ name: 'Forbidden' })
    const seen = await getProject(maintainer, { slug: page.slug })
    expect(seen.nextStatuses).toEqual(['in_progress', 'paused', 'abandoned'])
    await changeProjectStatus(maintainer, pause)
  })

  it('completes memberships, which keep the room, and closes what waits', async () => {
    const owner = await createPerson()
    const member = await createPerson()
    const asking = await createPerson()
    const page = await post(owner)
    await acceptApplication(owner, { applicationId: await apply(member, seatIn(page)) })
    const applicationId = await apply(asking, seatIn(page))
    await changeProjectStatus(owner, { projectId: page.id, status: 'in_progress' })
    expect(await statusOfApplication(applicationId)).toBe('pending')
    await changeProjectStatus(owner, { projectId: page.id, status: 'completed' })
    expect(await statusOfApplication(applicationId)).toBe('superseded')
    expect(await toldTo(asking)).toEqual([
      'Your request to join Été à la mer is closed. The project is completed. Thank you for asking: here is what else would fit you.',
    ])
    expect((await membershipsOf(page.id)).map((row) => row.status)).toEqual([
      'completed',
      'completed',
    ])
    const seen = await getProject(member, { slug: page.slug })
    expect(seen.roomId).toBe(page.roomId)
    expect(seen.team).toHaveLength(2)
    await expect(apply(asking, seatIn(page))).rejects.toThrow('is completed')
    await changeProjectStatus(owner, { projectId: page.id, status: 'archived' })
    await expect(getProject(asking, { slug: page.slug })).rejects.toMatchObject({
      name: 'NotFound',
    })
    expect((await getProject(member, { slug: page.slug })).status).toBe('archived')
  })
})

describe('the page', () => {
  it('answers any address that is no project with the same NotFound', async () => {
    for (const slug of ['nothing-here', '\u0000', '../etc', '', 'X'.repeat(500)])
      await expect(getProject(null, { slug })).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('hides drafts and archived projects from everybody but the team', async () => {
    const owner = await createPerson()
    const outsider = await createPerson()
    const draft = await post(owner, { status: 'draft' })
    for (const viewer of [null, outsider])
      await expect(getProject(viewer, { slug: draft.slug })).rejects.toMatchObject({
        name: 'NotFound',
      })
    await expect(getProjectForm(outsider, { slug: draft.slug })).rejects.toMatchObject({
      name: 'NotFound',
    })
    const open = { projectId: draft.id, status: 'open' } as const
    await expect(changeProjectStatus(outsider, open)).rejects.toMatchObject({ name: 'NotFound' })
    await changeProjectStatus(owner, open)
    expect((await getProject(null, { slug: draft.slug })).status).toBe('open')
  })

  it('tells each viewer what they may do, and why asking is not possible', async () => {
    const owner = await createPerson()
    const who = await createPerson({ timeZone: 'Asia/Tokyo' })
    const page = await post(owner)
    const see = (viewer: Actor | null) => getProject(viewer, { slug: page.slug })
    expect(await see(null)).toMatchObject({
      applyRefusal: 'Sign in to ask for a seat.',
      roomId: null,
      viewer: { role: null, timeZone: null, can: { apply: false, enterRoom: false } },
    })
    expect(await see(who)).toMatchObject({
      applyRefusal: null,
      roomId: null,
      pendingRequests: 0,
      viewer: { timeZone: 'Asia/Tokyo', can: { apply: true, leave: false, decide: false } },
    })
    const applicationId = await apply(who, seatIn(page))
    const invitationId = await invite(owner, seatIn(page, 1), who)
    const asked = await see(who)
    expect(
      asked.openings.map((each) => [each.pendingApplicationId, each.pendingInvitationId]),
    ).toEqual([
      [applicationId, null],
      [null, invitationId],
    ])
    const asOwner = await see(owner)
    expect(asOwner.pendingRequests).toBe(1)
    expect(asOwner.openings.map((each) => each.pendingApplicationId)).toEqual([null, null])
    expect(Object.values(asOwner.viewer.can).filter((may) => may)).toHaveLength(8)
  })

  it('hides blocked people from each other, but not teammates', async () => {
    const owner = await createPerson()
    const member = await createPerson()
    const who = await createPerson()
    const page = await post(owner)
    await addMember(page.id, member)
    const asking = await apply(who, seatIn(page))
    await db().insert(block).values({ blockerId: who.personId, blockedId: member.personId })
    await db().insert(block).values({ blockerId: owner.personId, blockedId: who.personId })
    const seen = await getProject(who, { slug: page.slug })
    expect([seen.members, seen.team]).toEqual([[], []])
    expect(seen.applyRefusal).toBe('You cannot ask for a seat here at the moment.')
    expect((await getProject(owner, { slug: page.slug })).pendingRequests).toBe(0)
    expect(await statusOfApplication(asking)).toBe('pending')
    await db().insert(block).values({ blockerId: owner.personId, blockedId: member.personId })
    expect((await getProject(owner, { slug: page.slug })).team).toHaveLength(2)
    expect((await getProject(null, { slug: page.slug })).team).toHaveLength(2)
  })
})
