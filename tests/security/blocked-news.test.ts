import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readNotificationsInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { application } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import { declineInvitation } from '@/domain/teams/decline-invitation'
import { expireRequests } from '@/domain/teams/expire-requests'
import { nudgeRequests } from '@/domain/teams/nudge-requests'
import { withdrawApplication } from '@/domain/teams/withdraw-application'
import { addMember, createPerson, createProject } from '../support/factories'
import { apply, invite, toldTo } from '../support/requests'

it('tells a maintainer nothing of a person whom a block hides from them', async () => {
  const owner = await createPerson()
  const [maintainer, asking] = await Promise.all([createPerson(), createPerson()])
  const project = await createProject(owner, { seats: 5 })
  await addMember(project.id, maintainer, 'maintainer')
  await blockPerson(maintainer, { handle: asking.handle })

  await withdrawApplication(asking, { applicationId: await apply(asking, project.openingId) })
  const invitationId = await invite(owner, project.openingId, asking)
  await declineInvitation(asking, { invitationId, reason: '' })

  expect(await toldTo(maintainer)).toEqual([])
  expect(await toldTo(owner)).toHaveLength(3)
})

it('nor reminds them of a request, or of its end, that they are not shown', async () => {
  const owner = await createPerson()
  const [maintainer, asking] = await Promise.all([createPerson(), createPerson()])
  const project = await createProject(owner, { seats: 5 })
  await addMember(project.id, maintainer, 'maintainer')
  const applicationId = await apply(asking, project.openingId)
  await blockPerson(asking, { handle: maintainer.handle })
  const before = await toldTo(maintainer)
  const leave = (time: string) =>
    db()
      .update(application)
      .set({ expiresAt: sql`now() + ${time}::interval` })
      .where(eq(application.id, applicationId))
  await leave('1 day')
  await nudgeRequests()
  await leave('-1 second')
  await expireRequests()
  expect(await toldTo(maintainer)).toEqual(before)
  expect(await toldTo(owner)).toEqual([
    expect.stringContaining('asks to join'),
    expect.stringContaining('has waited for a week'),
    expect.stringContaining('expired without an answer'),
  ])
})

it('marks no news as read for an id that cannot be one', () => {
  expect(readNotificationsInput.safeParse({ notificationId: 'all of them' }).success).toBe(false)
  expect(readNotificationsInput.safeParse({ notificationId: '' }).success).toBe(false)
  expect(readNotificationsInput.parse({})).toEqual({})
})
