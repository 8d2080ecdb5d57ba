import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { session } from '@/db/schema'
import { describeDevice } from '@/domain/accounts/describe-device'
import { endAllSessions } from '@/domain/accounts/end-all-sessions'
import { endSession } from '@/domain/accounts/end-session'
import { findSession } from '@/domain/accounts/find-session'
import { listSessions } from '@/domain/accounts/list-sessions'
import { NotFound } from '@/domain/errors'
import { notice, notifyChannel } from '@/domain/publish'
import { createPerson, createSession } from '@/tests/support/factories'

/** Session ids whose sockets were told to close while `run` ran. */
async function revokedBy(run: () => Promise<unknown>): Promise<string[]> {
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listener.connect()
  const heard: string[] = []
  listener.on('notification', ({ payload }) => {
    const told = notice.parse(JSON.parse(payload ?? ''))
    if (told.to === 'sessions') heard.push(...told.sessionIds)
  })
  await listener.query(`listen ${notifyChannel}`)
  try {
    await run()
    // Notices of commits before this query arrive before its answer.
    await listener.query('select 1')
  } finally {
    await listener.end()
  }
  return heard
}
const rowOf = async (id: string) => {
  const [row] = await db().select().from(session).where(eq(session.id, id))
  if (!row) throw new Error('no session')
  return row
}

it('finds nobody behind a session that ended, expired, never was or is no id', async () => {
  const actor = await createPerson()
  const expired = await createSession(actor.personId)
  await db()
    .update(session)
    .set({ expiresAt: new Date(0) })
    .where(eq(session.id, expired))
  expect(await findSession(actor.sessionId)).toEqual(actor)
  await endSession(actor, { sessionId: actor.sessionId })
  for (const id of [actor.sessionId, expired, randomUUID(), '', "' or true --"])
    expect(await findSession(id)).toBeNull()
})

it('notes that a session was seen, at most every five minutes, and thereby moves its end', async () => {
  const { sessionId } = await createPerson()
  const fresh = await rowOf(sessionId)
  await findSession(sessionId)
  expect(await rowOf(sessionId)).toEqual(fresh)
  const earlier = new Date(Date.now() - 6 * 60_000)
  await db().update(session).set({ lastSeenAt: earlier }).where(eq(session.id, sessionId))
  await findSession(sessionId)
  const seen = await rowOf(sessionId)
  expect(seen.lastSeenAt.getTime()).toBeGreaterThan(earlier.getTime())
  expect(seen.expiresAt.getTime() - seen.lastSeenAt.getTime()).toBe(30 * 86_400_000)
})

it('ends one session, cuts its sockets, and says nothing new the second time', async () => {
  const actor = await createPerson()
  const other = await createSession(actor.personId)
  expect(await revokedBy(() => endSession(actor, { sessionId: other }))).toEqual([other])
  expect(await revokedBy(() => endSession(actor, { sessionId: other }))).toEqual([])
  expect(await findSession(actor.sessionId)).toEqual(actor)
})

it('never ends a session of somebody else, nor tells whether it exists', async () => {
  const [actor, stranger] = [await createPerson(), await createPerson()]
  for (const sessionId of [stranger.sessionId, randomUUID()])
    await expect(endSession(actor, { sessionId })).rejects.toBeInstanceOf(NotFound)
  expect(await findSession(stranger.sessionId)).toEqual(stranger)
})

it('ends all others, or all', async () => {
  const [actor, stranger] = [await createPerson(), await createPerson()]
  const others = [await createSession(actor.personId), await createSession(actor.personId)]
  const cut = await revokedBy(() => endAllSessions(actor, { keepCurrent: true }))
  expect(cut.sort()).toEqual(others.sort())
  expect(await findSession(actor.sessionId)).toEqual(actor)
  const rest = await revokedBy(() => endAllSessions(actor, { keepCurrent: false }))
  expect(rest).toEqual([actor.sessionId])
  expect(await findSession(actor.sessionId)).toBeNull()
  expect(await findSession(stranger.sessionId)).toEqual(stranger)
})

it('lists live sessions, this device first', async () => {
  const actor = await createPerson()
  const other = await createSession(actor.personId)
  const ended = await createSession(actor.personId)
  await endSession(actor, { sessionId: ended })
  const listed = await listSessions(actor)
  expect(listed.map(({ id, current }) => [id, current])).toEqual([
    [actor.sessionId, true],
    [other, false],
  ])
})

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.9', 'Unknown device'],
  ['', 'Unknown device'],
])('describes %j', (userAgent, device) => expect(describeDevice(userAgent)).toBe(device))
