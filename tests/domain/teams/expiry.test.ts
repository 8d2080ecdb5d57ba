import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { application, invitation, notification } from '@/db/schema'
import { expireRequests } from '@/domain/teams/expire-requests'
import { nudgeRequests } from '@/domain/teams/nudge-requests'
import { createPerson, createProject } from '@/tests/support/factories'
import {
  apply,
  invite,
  outcomes,
  statusOfApplication,
  statusOfInvitation,
  toldTo,
} from '@/tests/support/requests'

async function waiting() {
  const owner = await createPerson({ name: 'Olga' })
  const who = await createPerson({ name: 'Ada' })
  const invited = await createPerson({ name: 'Ines' })
  const made = await createProject(owner)
  const applicationId = await apply(who, made.openingId)
  const invitationId = await invite(owner, made.openingId, invited)
  await db().delete(notification)
  return { owner, who, invited, made, applicationId, invitationId }
}
async function age(days: number) {
  const earlier = sql`make_interval(days => ${days})`
  await db()
    .update(application)
    .set({ expiresAt: sql`expires_at - ${earlier}` })
  await db()
    .update(invitation)
    .set({ expiresAt: sql`expires_at - ${earlier}` })
}

it('waits fourteen days, then expires once and tells both sides, also from four processes at once', async () => {
  const { owner, who, invited, applicationId, invitationId } = await waiting()
  await age(13)
  expect(await expireRequests()).toEqual({ expired: 0 })
  await age(1)
  const runs = await Promise.all([1, 2, 3, 4].map(() => expireRequests()))
  expect(runs.reduce((sum, run) => sum + run.expired, 0)).toBe(2)
  expect(await expireRequests()).toEqual({ expired: 0 })
  expect(await statusOfApplication(applicationId)).toBe('expired')
  expect(await statusOfInvitation(invitationId)).toBe('expired')
  expect(await toldTo(who)).toEqual([
    'Your request to join Tidewatch as Backend developer expired without an answer.',
  ])
  expect(await toldTo(invited)).toEqual([
    'Your invitation to Tidewatch as Backend developer expired.',
  ])
  expect((await toldTo(owner)).sort()).toEqual([
    "Ada's request to join Tidewatch as Backend developer expired without an answer.",
    'Your invitation of Ines to Tidewatch as Backend developer expired.',
  ])
})

it('nudges once after a week, and leaves the answered alone', async () => {
  const { owner, who, invited, applicationId, invitationId } = await waiting()
  await age(6)
  expect(await nudgeRequests()).toEqual({ nudged: 0 })
  await age(1)
  const runs = await Promise.all([1, 2, 3, 4].map(() => nudgeRequests()))
  expect(runs.reduce((sum, run) => sum + run.nudged, 0)).toBe(2)
  expect(await nudgeRequests()).toEqual({ nudged: 0 })
  expect(await toldTo(owner)).toEqual([
    "Ada's request to join Tidewatch has waited for a week. Answer it before it expires.",
  ])
  expect(await toldTo(invited)).toHaveLength(1)
  expect(await toldTo(who)).toEqual([])
  expect(await statusOfApplication(applicationId)).toBe('pending')
  expect(await statusOfInvitation(invitationId)).toBe('pending')
})

it('takes more than one batch, each row once, from several processes', async () => {
  const { made, applicationId } = await waiting()
  await db().execute(sql`
    with p as (
      insert into person (email, handle, name)
      select 'many' || n || '@example.com', 'many-' || n, 'Many ' || n from generate_series(1, 450) n
      returning id
    )
    insert into application (opening_id, project_id, person_id, message, expires_at)
    select ${made.openingId}, ${made.id}, p.id, 'Hello there.', now() - interval '1 hour' from p`)
  const { passed } = await outcomes([expireRequests(), expireRequests()])
  expect(passed).toBe(2)
  await expireRequests()
  const rest = await db().select().from(application).where(eq(application.projectId, made.id))
  const left = rest.filter((row) => row.status === 'pending')
  expect([rest.length, left.map((row) => row.id)]).toEqual([451, [applicationId]])
  const { rows } = await db().execute(sql`
    select count(*)::int as n from notification n join person p on p.id = n.person_id
    where p.handle like 'many-%'`)
  expect(rows).toEqual([{ n: 450 }])
})
