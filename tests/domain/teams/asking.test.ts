import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { application, block, invitation } from '@/db/schema'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { setAcceptingMembers } from '@/domain/projects/set-accepting-members'
import { acceptApplication } from '@/domain/teams/accept-application'
import { changeRole } from '@/domain/teams/change-role'
import { declineApplication } from '@/domain/teams/decline-application'
import { declineInvitation } from '@/domain/teams/decline-invitation'
import { invitePerson } from '@/domain/teams/invite-person'
import { revokeInvitation } from '@/domain/teams/revoke-invitation'
import { withdrawApplication } from '@/domain/teams/withdraw-application'
import { addMember, createPerson, createProject } from '@/tests/support/factories'
import {
  apply,
  invite,
  outcomes,
  recordPublished,
  statusOfApplication,
  statusOfInvitation,
  toldTo,
} from '@/tests/support/requests'

it('takes one pending request per opening and person, also of twenty sent at once', async () => {
  const made = await createProject(await createPerson())
  const who = await createPerson()
  const { passed, messages } = await outcomes(
    Array.from({ length: 20 }, () => apply(who, made.openingId)),
  )
  expect(passed).toBe(1)
  expect(new Set(messages)).toEqual(new Set(['You have already asked for this seat.']))
})

it('lets five requests wait at once and no sixth, also when nine are sent at once', async () => {
  const owner = await createPerson()
  const who = await createPerson()
  const made = await Promise.all(Array.from({ length: 9 }, () => createProject(owner)))
  const { passed, messages } = await outcomes(made.map((each) => apply(who, each.openingId)))
  expect(passed).toBe(5)
  expect(new Set(messages)).toEqual(
    new Set([
      'You have 5 requests waiting, which is the most at one time. Withdraw one, or wait for an answer.',
    ]),
  )
  const [first] = await db()
    .select()
    .from(application)
    .where(eq(application.personId, who.personId))
  await withdrawApplication(who, { applicationId: first?.id ?? '' })
  await apply(who, made.find((each) => each.id === first?.projectId)?.openingId ?? '')
  // One that ran out no longer counts, though nobody has marked it yet, and can be sent again.
  const past = { expiresAt: new Date(Date.now() - 1000) }
  await db().update(application).set(past).where(eq(application.personId, who.personId))
  await apply(who, made[0]?.openingId ?? '')
})

it('refuses to ask where nobody can join, and says why', async () => {
  const owner = await createPerson()
  const who = await createPerson()
  const made = await createProject(owner, { seats: 1 })
  await expect(apply(owner, made.openingId)).rejects.toThrow('already on this team')
  await setAcceptingMembers(owner, { projectId: made.id, acceptingMembers: false })
  await expect(apply(who, made.openingId)).rejects.toThrow('not taking requests')
  await setAcceptingMembers(owner, { projectId: made.id, acceptingMembers: true })
  await changeProjectStatus(owner, { projectId: made.id, status: 'paused' })
  await expect(apply(who, made.openingId)).rejects.toThrow('is paused')
  await changeProjectStatus(owner, { projectId: made.id, status: 'open' })
  const applicationId = await apply(await createPerson(), made.openingId)
  await acceptApplication(owner, { applicationId })
  await expect(apply(who, made.openingId)).rejects.toThrow('Every seat is taken')
  const draft = await createProject(owner, { status: 'draft' })
  await expect(apply(who, draft.openingId)).rejects.toThrow('not here')
  await expect(apply(who, made.id)).rejects.toThrow('not here')
})

it('keeps two blocked people apart in both directions, without telling who blocked whom', async () => {
  const owner = await createPerson()
  const made = await createProject(owner)
  const maintainer = await createPerson()
  await addMember(made.id, maintainer, 'maintainer')
  const blocker = await createPerson()
  const blocked = await createPerson()
  await db()
    .insert(block)
    .values([
      { blockerId: blocker.personId, blockedId: owner.personId },
      { blockerId: owner.personId, blockedId: blocked.personId },
    ])
  const answers = await outcomes([
    apply(blocker, made.openingId),
    apply(blocked, made.openingId),
    invite(owner, made.openingId, blocker),
    invite(owner, made.openingId, blocked),
    invite(maintainer, made.openingId, blocked),
  ])
  expect(answers.passed).toBe(0)
  expect(new Set(answers.refused)).toEqual(new Set(['Conflict']))
  expect(new Set(answers.messages)).toEqual(
    new Set([
      'You cannot ask for a seat here at the moment.',
      'This person cannot be invited at the moment.',
    ]),
  )
})

it('lets the leads of a team invite, and nobody else', async () => {
  const owner = await createPerson()
  const made = await createProject(owner)
  const [maintainer, member, outsider, asked] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  await addMember(made.id, maintainer, 'maintainer')
  await addMember(made.id, member)
  await expect(invite(member, made.openingId, asked)).rejects.toThrow('may not')
  await expect(invite(outsider, made.openingId, asked)).rejects.toThrow('may not')
  await expect(invite(owner, made.openingId, member)).rejects.toThrow('already on the team')
  await expect(invite(owner, made.openingId, owner)).rejects.toThrow('already on the team')
  const nobody = invitePerson(owner, { openingId: made.openingId, handle: 'no-one', message: '' })
  await expect(nobody).rejects.toMatchObject({ fields: { handle: expect.any(String) } })

  const emitted = recordPublished()
  const invitationId = await invite(maintainer, made.openingId, asked)
  expect(emitted.map((each) => each.event)).toContain('invitation:created')
  await expect(invite(owner, made.openingId, asked)).rejects.toThrow('already has an invitation')
  await expect(declineInvitation(owner, { invitationId, reason: '' })).rejects.toThrow('Only the')
  await expect(revokeInvitation(asked, { invitationId })).rejects.toThrow('decline it')
  await expect(revokeInvitation(member, { invitationId })).rejects.toThrow('not here')
  await declineInvitation(asked, { invitationId, reason: 'No time this month.' })
  await expect(revokeInvitation(owner, { invitationId })).rejects.toThrow('been declined')
  const again = await invite(owner, made.openingId, asked)
  await revokeInvitation(maintainer, { invitationId: again })
  const rows = await db().select().from(invitation).where(eq(invitation.openingId, made.openingId))
  expect(rows.map((row) => [row.status, row.reason])).toEqual([
    ['declined', 'No time this month.'],
    ['revoked', null],
  ])
  expect(await statusOfInvitation(again)).toBe('revoked')
})

it('declines with a reason, and a person whose role was taken away decides nothing', async () => {
  const owner = await createPerson()
  const made = await createProject(owner)
  const maintainer = await createPerson()
  await addMember(made.id, maintainer, 'maintainer')
  const who = await createPerson()
  const applicationId = await apply(who, made.openingId)
  const outsider = await createPerson()
  await expect(withdrawApplication(outsider, { applicationId })).rejects.toThrow('not here')
  await expect(declineApplication(outsider, { applicationId, reason: '' })).rejects.toThrow()

  await changeRole(owner, { projectId: made.id, personId: maintainer.personId, role: 'member' })
  await expect(declineApplication(maintainer, { applicationId, reason: '' })).rejects.toThrow()
  expect(await statusOfApplication(applicationId)).toBe('pending')
  await declineApplication(owner, { applicationId, reason: 'We need more Go.' })
  expect(await toldTo(who)).toEqual(['Tidewatch said no to your request for Backend developer.'])
  await expect(withdrawApplication(who, { applicationId })).rejects.toThrow('been declined')
  await apply(who, made.openingId)
  const rows = await db().select().from(application).where(eq(application.personId, who.personId))
  expect(rows.map((row) => row.status).sort()).toEqual(['declined', 'pending'])
})

it('stops a person who asks and withdraws without end', async () => {
  const made = await createProject(await createPerson())
  const who = await createPerson()
  for (let tries = 0; tries < 40; tries += 1)
    await withdrawApplication(who, { applicationId: await apply(who, made.openingId) })
  await expect(apply(who, made.openingId)).rejects.toMatchObject({
    name: 'RateLimited',
    retryAfter: expect.any(Number),
  })
  await apply(await createPerson(), made.openingId)
})
