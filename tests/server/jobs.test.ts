import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/db/client'
import { type JobName, jobNames, openJobs } from '@/db/jobs'
import { application, notification } from '@/db/schema'
import { createPerson, createProject } from '../support/factories'
import { startNode, until } from '../support/realtime'
import { apply, statusOfApplication, toldTo } from '../support/requests'
import { startProxyTo } from '../support/tcp-proxy'

/* Two processes of their own over one database, as production runs them. */

const boss = openJobs(pool(), { runs: false })
beforeAll(async () => {
  await boss.start()
  // Here a job is due when a test says so, whatever the clock says.
  await db().execute(sql`delete from pgboss.schedule`)
})
afterAll(() => boss.stop({ graceful: false }))
beforeEach(() => db().execute(sql`delete from pgboss.job`))

type Job = { name: JobName; state: string; retries: number; output: string | null }
const listJobs = async () =>
  (
    await db().execute<Job>(sql`
      select name, state::text, retry_count as retries, output::text from pgboss.job order by name`)
  ).rows

/** Requests that ran out unnoticed, of as many people. */
async function overdue(count: number) {
  const owner = await createPerson()
  const people = await Promise.all(Array.from({ length: count }, () => createPerson()))
  const made = await createProject(owner)
  const ids = await Promise.all(people.map((who) => apply(who, made.openingId)))
  await db().delete(notification)
  await db().update(application).set({ expiresAt: sql`now() - interval '1 hour'` })
  return { owner, people, ids }
}

it('gives each job that is due to one of two processes, and tells each person once', async () => {
  const { owner, people } = await overdue(6)
  for (const name of jobNames) await boss.send(name, {})
  // What is due already is not put in a second time.
  for (const name of jobNames) expect(await boss.send(name, {})).toBe(null)
  const nodes = await Promise.all([startNode(), startNode()])
  await until('all jobs are done', async () =>
    (await listJobs()).every((job) => job.state === 'completed'),
  )
  const names: JobName[] = [...jobNames].sort()
  expect((await listJobs()).map(({ name, retries }) => [name, retries])).toEqual(
    names.map((name) => [name, 0]),
  )
  for (const who of people) expect(await toldTo(who)).toHaveLength(1)
  expect(await toldTo(owner)).toHaveLength(people.length)
  expect(await Promise.all(nodes.map((node) => node.end('SIGTERM')))).toEqual([0, 0])
})

it('gives what a killed process left in the middle to another, without harm', async () => {
  const { people, ids } = await overdue(2)
  await boss.send('expireRequests', {})
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const proxy = await startProxyTo(databaseUrl)
  const reached = new Promise<void>((resolve) =>
    proxy.trap('update "application" set "status"', 'before', resolve),
  )
  const doomed = await startNode({ databaseUrl: proxy.through(databaseUrl) })
  await reached
  await doomed.end('SIGKILL')
  await proxy.close()
  expect(await listJobs()).toMatchObject([{ name: 'expireRequests', state: 'active' }])
  expect(await statusOfApplication(ids[0] ?? '')).toBe('pending')
  // Five minutes later it is taken for dead, and half a minute later the job is due again.
  await db().execute(sql`update pgboss.job set started_on = now() - interval '6 minutes'`)
  await boss.maintain()
  expect(await listJobs()).toMatchObject([{ name: 'expireRequests', state: 'retry' }])
  await db().execute(sql`update pgboss.job set start_after = now() - interval '1 second'`)
  const heir = await startNode()
  await until('the job is done', async () => (await listJobs())[0]?.state === 'completed')
  for (const id of ids) expect(await statusOfApplication(id)).toBe('expired')
  for (const who of people) expect(await toldTo(who)).toHaveLength(1)
  await heir.end('SIGKILL')
})

it('logs a failure, and keeps it to be tried again, without what people wrote', async () => {
  await boss.send('nudgeRequests', {})
  await db().execute(sql`alter table application rename nudged_at to gone`)
  const node = await startNode()
  await until('the job failed', async () => (await listJobs())[0]?.state === 'retry')
  await db().execute(sql`alter table application rename gone to nudged_at`)
  const logged = node.log.map((line) => JSON.parse(line)).find((line) => line.job)
  expect(logged).toMatchObject({ level: 50, job: 'nudgeRequests', msg: 'a job failed' })
  const output = JSON.parse((await listJobs())[0]?.output ?? '{}')
  expect(output.message).toBe(`The log has the reason under ${logged.errorId}.`)
  await node.end('SIGKILL')
})

it('needs no right to make tables where they have been made', async () => {
  await db().execute(
    sql.raw(`
    do $$ begin create role plain login password 'plain'; exception when duplicate_object then null; end $$;
    grant usage on schema public, pgboss to plain;
    grant select, insert, update, delete on all tables in schema public, pgboss to plain`),
  )
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.username = 'plain'
  url.password = 'plain'
  const { ids } = await overdue(1)
  await boss.send('expireRequests', {})
  const node = await startNode({ databaseUrl: url.href })
  await until('the job is done', async () => (await listJobs())[0]?.state === 'completed')
  expect(await statusOfApplication(ids[0] ?? '')).toBe('expired')
  await node.end('SIGKILL')
})
