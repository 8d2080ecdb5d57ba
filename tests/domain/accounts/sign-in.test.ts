import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { signUpInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person, session } from '@/db/schema'
import { findSession } from '@/domain/accounts/find-session'
import { hashPassword, nobody } from '@/domain/accounts/password'
import { signUp } from '@/domain/accounts/sign-up'
import { startSession } from '@/domain/accounts/start-session'
import { verifyCredentials } from '@/domain/accounts/verify-credentials'
import { Invalid, RateLimited } from '@/domain/errors'
import { createPerson } from '@/tests/support/factories'

const password = 'correct horse battery'
/** Every test asks from an address of its own, so that limits do not cross. */
const requester = () => ({ address: randomUUID(), userAgent: 'a test' })
const values = (handle: string, email = `${handle}@example.com`) =>
  signUpInput.parse({ name: 'Ada', handle, email, password, timeZone: 'Europe/Paris' })
const outcome = (run: Promise<unknown>) =>
  run.then(
    (value) => ({ value }),
    (error: Error) => ({ name: error.name, message: error.message }),
  )

describe('sign-up', () => {
  it('stores argon2id at the floor or above, and signs in with it', async () => {
    await signUp(requester(), values('grace', 'Grace@Example.com'))
    const [row] = await db().select().from(person).where(eq(person.handle, 'grace'))
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(row?.timeZone).toBe('Europe/Paris')
    const found = await verifyCredentials(requester(), { email: 'grace@example.com', password })
    expect(found.personId).toBe(row?.id)
  })

  it('answers a taken address as it answers a free one, and changes nothing', async () => {
    await signUp(requester(), values('taken'))
    const [before] = await db().select().from(person).where(eq(person.handle, 'taken'))
    const free = await outcome(signUp(requester(), values('free')))
    const taken = await outcome(signUp(requester(), values('other', 'TAKEN@example.com')))
    expect(taken).toEqual(free)
    expect(await db().select().from(person).where(eq(person.handle, 'taken'))).toEqual([before])
    expect(await db().select().from(person).where(eq(person.handle, 'other'))).toEqual([])
  })

  it('says that a handle is taken, the same for a free and a taken address', async () => {
    await signUp(requester(), values('public'))
    const free = await outcome(signUp(requester(), values('public', 'nobody-yet@example.com')))
    const taken = await outcome(signUp(requester(), values('PUBLIC', 'public@example.com')))
    expect(free).toMatchObject({ name: 'Invalid' })
    expect(taken).toEqual(free)
    const error = await signUp(requester(), values('public')).catch((each: Invalid) => each)
    expect(error).toHaveProperty('fields.handle')
  })

  it('makes one account of two sign-ups at once', async () => {
    await Promise.all([
      signUp(requester(), values('first', 'same@example.com')),
      signUp(requester(), values('second', 'same@example.com')),
    ])
    expect(await db().$count(person, eq(person.email, 'same@example.com'))).toBe(1)
  })

  it('is limited per network address', async () => {
    const one = requester()
    await createPerson({ handle: 'in-the-way' })
    const tries = Array.from({ length: 41 }, () =>
      outcome(signUp(one, values('in-the-way', `${randomUUID()}@example.com`))),
    )
    const names = (await Promise.all(tries)).map((each) => 'name' in each && each.name)
    expect(names.filter((name) => name === 'Invalid')).toHaveLength(40)
    expect(names.filter((name) => name === 'RateLimited')).toHaveLength(1)
  })
})

describe('credentials', () => {
  it('refuses an unknown address, a wrong password and an account without one alike', async () => {
    await signUp(requester(), values('linus'))
    await createPerson({ handle: 'no-password' })
    const tried = [
      { email: 'unknown@example.com', password },
      { email: 'linus@example.com', password: 'wrong password' },
      { email: 'no-password@example.com', password },
    ].map((input) => outcome(verifyCredentials(requester(), input)))
    const [unknown, wrong, without] = await Promise.all(tried)
    expect(unknown).toMatchObject({ name: 'Invalid' })
    expect(wrong).toEqual(unknown)
    expect(without).toEqual(unknown)
  })

  it('does the same work for an unknown address: nobody’s hash has the same costs', async () => {
    const costs = (hash: string) => hash.split('$').slice(0, 4)
    expect(costs(nobody)).toEqual(costs(await hashPassword(password)))
    expect(nobody).toHaveLength((await hashPassword(password)).length)
  })

  it('stops guesses at one account from one address, whether or not the account exists', async () => {
    await signUp(requester(), values('victim'))
    for (const email of ['victim@example.com', 'missing@example.com']) {
      const guesser = requester()
      const guess = () => outcome(verifyCredentials(guesser, { email, password: 'a guess' }))
      for (let turn = 0; turn < 8; turn++) expect(await guess()).toMatchObject({ name: 'Invalid' })
      expect(await guess()).toMatchObject({ name: 'RateLimited' })
      const right = verifyCredentials(guesser, { email, password })
      await expect(right).rejects.toBeInstanceOf(RateLimited)
    }
    // The owner is not locked out by the stranger.
    const owner = verifyCredentials(requester(), { email: 'victim@example.com', password })
    await expect(owner).resolves.toHaveProperty('personId')
  })

  it('stops one address from guessing at many accounts', async () => {
    const guesser = requester()
    const guesses = Array.from({ length: 61 }, (_, turn) =>
      outcome(
        verifyCredentials(guesser, { email: `someone-${turn}@example.com`, password: 'a guess' }),
      ),
    )
    const names = (await Promise.all(guesses)).map((each) => 'name' in each && each.name)
    expect(names.filter((name) => name === 'RateLimited')).toHaveLength(1)
  })

  it('does not count successes', async () => {
    await signUp(requester(), values('regular'))
    const one = requester()
    for (let turn = 0; turn < 12; turn++)
      await verifyCredentials(one, { email: 'regular@example.com', password })
    const wrong = verifyCredentials(one, { email: 'regular@example.com', password: 'wrong one' })
    await expect(wrong).rejects.toBeInstanceOf(Invalid)
  })
})

it('opens a session that leads back to the person', async () => {
  const actor = await createPerson()
  const asked = { address: '192.0.2.7', userAgent: 'x'.repeat(2000) }
  const { sessionId } = await startSession(asked, { personId: actor.personId })
  expect(await findSession(sessionId)).toEqual({ ...actor, sessionId })
  const [row] = await db().select().from(session).where(eq(session.id, sessionId))
  expect(row?.address).toBe('192.0.2.7')
  expect(row?.userAgent).toHaveLength(400)
})
