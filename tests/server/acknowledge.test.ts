import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound, RateLimited } from '@/domain/errors'
import { toFailure } from '@/server/acknowledge'

function translate(error: unknown) {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  return { answer: toFailure(error, log), lines }
}
const withCode = (code: string) => Object.assign(new Error('driver'), { code })

describe('an error becomes an answer', () => {
  it.each([new NotFound(), new Forbidden(), new Conflict('Moved on.'), new Invalid('Too long.')])(
    'under its own name: %s',
    (error) => {
      const { answer, lines } = translate(error)
      expect(answer).toEqual({ ok: false, code: error.code, message: error.message })
      expect(lines).toEqual([])
    },
  )

  it('with the time to wait when that was too much', () => {
    expect(translate(new RateLimited(1_234)).answer).toMatchObject({
      code: 'RateLimited',
      retryAfter: 1_234,
    })
  })

  it.each([
    withCode('ECONNREFUSED'),
    withCode('57P01'),
    withCode('57P03'),
    withCode('08006'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Failed query: select 1', { cause: withCode('57P02') }),
    new AggregateError([], ''),
  ])('that says to try again while the database is away: %s', (error) => {
    const away =
      error instanceof AggregateError ? Object.assign(error, withCode('ECONNREFUSED')) : error
    expect(translate(away).answer).toMatchObject({ code: 'Unavailable', retryAfter: 1_000 })
  })

  it('that tells nothing of an unknown error but the id under which it is logged', () => {
    const { answer, lines } = translate(new Error('password=hunter2'))
    expect(answer).toMatchObject({ ok: false, code: 'Unknown' })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(answer.errorId)
  })
})
