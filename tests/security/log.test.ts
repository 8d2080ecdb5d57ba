import { Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { describeError } from '@/domain/describe-error'
import { createPerson } from '../support/factories'

/** What a log line holds of an error, as both processes write it. */
function logged(error: unknown): string {
  let lines = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk)
      done()
    },
  })
  pino({ serializers: { err: (each) => describeError(each) } }, stream).error(
    { err: error },
    'failed',
  )
  return lines
}
const failure = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  )

it('holds why a statement failed, and none of its values', async () => {
  const { handle } = await createPerson()
  const secret = '$argon2id$v=19$m=19456,t=2,p=1$secret'
  const error = await failure(
    db()
      .insert(person)
      .values({ email: 'somebody@example.com', handle, name: 'Secret Name', passwordHash: secret }),
  )
  // Otherwise there would be nothing to keep out of the log.
  expect(String(error)).toContain(secret)
  const line = logged(error)
  for (const value of [secret, 'somebody@example.com', 'Secret Name', handle])
    expect(line).not.toContain(value)
  const { err } = JSON.parse(line)
  expect(err.cause).toMatchObject({ code: '23505', constraint: 'person_handle_unique' })
  expect(err.message).toMatch(/^Failed query: insert into "person"/)
  expect(err.cause.stack).toMatch(/^ +at /)
})

it('looks into what next-auth hands on, and stands anything thrown', async () => {
  const error = await failure(db().execute(sql`select ${'a secret'}::int`))
  expect(logged({ code: 'SIGNIN_OAUTH_ERROR', detail: { error } })).not.toContain('params')
  const round: { self?: unknown } = {}
  round.self = round
  for (const thrown of [null, undefined, 'text', 7, round, Object.create(null)])
    expect(() => logged(thrown)).not.toThrow()
})
