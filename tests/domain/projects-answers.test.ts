import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { answerTime } from '@/components/projects/answer-time'
import { db } from '@/db/client'
import { application } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { getProject } from '@/domain/projects/get-project'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { acceptApplication } from '@/domain/teams/accept-application'
import { declineApplication } from '@/domain/teams/decline-application'
import { withdrawApplication } from '@/domain/teams/withdraw-application'
import { createPerson, createProject } from '@/tests/support/factories'
import { apply } from '@/tests/support/requests'

const day = 86_400

/** A request that is answered so many days after it was made, `ago` days ago. */
async function answered(owner: Actor, made: { openingId: string }, after: number, ago = 0) {
  const applicationId = await apply(await createPerson(), made.openingId)
  await declineApplication(owner, { applicationId, reason: '' })
  const past = (days: number) => sql`now() - make_interval(secs => ${days * day})`
  await db()
    .update(application)
    .set({ createdAt: past(ago + after), decidedAt: past(ago) })
    .where(eq(application.id, applicationId))
}
const secondsOf = async (slug: string) => (await getProject(null, { slug })).answerSeconds

it('tells the median of what its leads answered in 90 days, from three answers on', async () => {
  const owner = await createPerson()
  const made = await createProject(owner)
  await answered(owner, made, 1)
  await answered(owner, made, 2)
  expect(await secondsOf(made.slug)).toBe(null)
  // Neither what lies too far back, nor what nobody answered.
  await answered(owner, made, 9, 91)
  const who = await createPerson()
  await withdrawApplication(who, { applicationId: await apply(who, made.openingId) })
  expect(await secondsOf(made.slug)).toBe(null)
  await answered(owner, made, 12)
  expect(await secondsOf(made.slug)).toBe(2 * day)
  await acceptApplication(owner, {
    applicationId: await apply(await createPerson(), made.openingId),
  })
  expect(await secondsOf(made.slug)).toBe(day)
  const [card] = await loadProjectCards(db(), [made.id])
  expect(card?.answerSeconds).toBe(day)
})

it('reads the answers along their index, however many there are', async () => {
  const made = await createProject(await createPerson())
  await db().execute(sql`
    with p as (
      insert into person (email, handle, name)
      select 'many' || n || '@example.com', 'many-' || n, 'Many ' || n from generate_series(1, 3000) n
      returning id
    )
    insert into application (opening_id, project_id, person_id, message, status, decided_by_id,
      decided_at, expires_at)
    select ${made.openingId}, ${made.id}, id, 'Hello there.', 'declined', id,
      now() - interval '200 days', now() from p`)
  await db().execute(sql`vacuum analyze application`)
  const { rows } = await db().execute<{ 'QUERY PLAN': string }>(sql`
    explain select percentile_disc(0.5) within group (order by a.decided_at - a.created_at)
    from application a
    where a.project_id = ${made.id} and a.status in ('accepted', 'declined')
      and a.decided_by_id is not null and a.decided_at > now() - interval '90 days'`)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('application_answered')
})

it.each([
  [40, 'within an hour'],
  [3_601, 'within 2 hours'],
  [day / 2 + 1, 'within a day'],
  [day + 1, 'within 2 days'],
  [2 * day, 'within 2 days'],
])('says %d seconds in words', (seconds, words) => {
  expect(answerTime(seconds)).toBe(words)
})
