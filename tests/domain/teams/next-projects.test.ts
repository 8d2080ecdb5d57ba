import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { application, block, notification, projectStep, stepProgress } from '@/db/schema'
import { acceptApplication } from '@/domain/teams/accept-application'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson, createProject } from '@/tests/support/factories'
import { apply } from '@/tests/support/requests'

it('tells who lost the seat kindly, and shows three projects that fit, for two weeks', async () => {
  await createCatalogue()
  const [owner, other, who, winner] = await Promise.all([1, 2, 3, 4].map(() => createPerson()))
  if (!owner || !other || !who || !winner) throw new Error('no people')
  await db()
    .insert(stepProgress)
    .values({ personId: who.personId, stepId: 'apis', state: 'learning' })
  const onStep = async (by: typeof owner) => {
    const made = await createProject(by)
    await db().insert(projectStep).values({ projectId: made.id, stepId: 'apis' })
    return made
  }
  const fitting = [
    await onStep(owner),
    await onStep(owner),
    await onStep(owner),
    await onStep(owner),
  ]
  const asked = await onStep(owner)
  const hidden = await onStep(other)
  await db().insert(block).values({ blockerId: other.personId, blockedId: who.personId })
  await apply(who, asked.openingId)
  const lost = await createProject(owner, { seats: 1 })
  await apply(who, lost.openingId)
  expect((await listMyTeams(who)).next).toEqual([])
  await db().delete(notification)
  await acceptApplication(owner, { applicationId: await apply(winner, lost.openingId) })
  const [told] = await db()
    .select()
    .from(notification)
    .where(eq(notification.personId, who.personId))
  expect(told).toMatchObject({
    text: 'Your request to join Tidewatch is closed. Every seat for Backend developer is taken now. Thank you for asking: here is what else would fit you.',
    href: '/teams#next',
  })
  const next = (await listMyTeams(who)).next.map(({ project }) => project.id)
  // Neither what waits for an answer already, nor what a block hides.
  expect(next).toHaveLength(3)
  expect(fitting.map(({ id }) => id)).toEqual(expect.arrayContaining(next))
  expect(next).not.toContain(hidden.id)
  expect((await listMyTeams(winner)).next).toEqual([])
  await db().update(application).set({ decidedAt: sql`decided_at - interval '15 days'` })
  expect((await listMyTeams(who)).next).toEqual([])
})
