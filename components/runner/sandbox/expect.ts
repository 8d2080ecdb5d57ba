import { equals } from './equals'
import { inspect } from './inspect'

class ExpectationFailed extends Error {
  override name = 'ExpectationFailed'
}
type Check = (value: unknown, wanted: unknown[]) => boolean

const show = (value: unknown) => inspect(value, 1)
const number = (value: unknown) => (typeof value === 'bigint' ? value : Number(value))
const length = (value: unknown) => (value as { length?: unknown } | null)?.length

function contains(value: unknown, wanted: unknown): boolean {
  if (typeof value === 'string') return value.includes(String(wanted))
  return [...(value as Iterable<unknown>)].some((each) => Object.is(each, wanted))
}

function failsWith(error: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return true
  const message = error instanceof Error ? error.message : String(error)
  if (typeof wanted === 'string') return message.includes(wanted)
  if (wanted instanceof RegExp) return wanted.test(message)
  if (typeof wanted === 'function') return error instanceof wanted
  return wanted instanceof Error && wanted.message === message
}

function throws(value: unknown, wanted: unknown): boolean {
  if (typeof value !== 'function') throw new ExpectationFailed('toThrow needs a function to call.')
  try {
    value()
  } catch (error) {
    return failsWith(error, wanted)
  }
  return false
}

/** What can be expected of a value: how it is said, and whether it holds. */
const checks = {
  toBe: { said: 'to be', holds: (value, [wanted]) => Object.is(value, wanted) },
  toEqual: { said: 'to equal', holds: (value, [wanted]) => equals(value, wanted) },
  toStrictEqual: { said: 'to equal', holds: (value, [wanted]) => equals(value, wanted) },
  toBeTruthy: { said: 'to be truthy', holds: (value) => Boolean(value) },
  toBeFalsy: { said: 'to be falsy', holds: (value) => !value },
  toBeNull: { said: 'to be null', holds: (value) => value === null },
  toBeUndefined: { said: 'to be undefined', holds: (value) => value === undefined },
  toBeDefined: { said: 'to be defined', holds: (value) => value !== undefined },
  toBeNaN: { said: 'to be NaN', holds: (value) => Number.isNaN(value) },
  toBeInstanceOf: {
    said: 'to be an instance of',
    holds: (value, [wanted]) => typeof wanted === 'function' && value instanceof wanted,
  },
  toBeGreaterThan: {
    said: 'to be greater than',
    holds: (value, [wanted]) => number(value) > number(wanted),
  },
  toBeGreaterThanOrEqual: {
    said: 'to be at least',
    holds: (value, [wanted]) => number(value) >= number(wanted),
  },
  toBeLessThan: {
    said: 'to be less than',
    holds: (value, [wanted]) => number(value) < number(wanted),
  },
  toBeLessThanOrEqual: {
    said: 'to be at most',
    holds: (value, [wanted]) => number(value) <= number(wanted),
  },
  toBeCloseTo: {
    said: 'to be close to',
    holds: (value, [wanted, digits = 2]) =>
      Math.abs(Number(value) - Number(wanted)) < 10 ** -Number(digits) / 2,
  },
  toContain: { said: 'to contain', holds: (value, [wanted]) => contains(value, wanted) },
  toContainEqual: {
    said: 'to contain',
    holds: (value, [wanted]) =>
      [...(value as Iterable<unknown>)].some((each) => equals(each, wanted)),
  },
  toHaveLength: {
    said: 'to have the length',
    holds: (value, [wanted]) => length(value) === wanted,
  },
  toHaveProperty: {
    said: 'to have the property',
    holds: (value, [name]) => Object(value)[String(name)] !== undefined,
  },
  toMatch: {
    said: 'to match',
    holds: (value, [wanted]) =>
      wanted instanceof RegExp
        ? wanted.test(String(value))
        : String(value).includes(String(wanted)),
  },
  toThrow: { said: 'to throw', holds: (value, [wanted]) => throws(value, wanted) },
} satisfies Record<string, { said: string; holds: Check }>

type Name = keyof typeof checks
type Matchers<Result> = Record<Name, (...wanted: unknown[]) => Result>
const names = Object.keys(checks) as Name[]

function judge(name: Name, value: unknown, wanted: unknown[], negated: boolean) {
  const check: { said: string; holds: Check } = checks[name]
  if (check.holds(value, wanted) !== negated) return
  const tail = wanted.length > 0 ? ` ${wanted.map(show).join(', ')}` : ''
  const got = typeof value === 'function' && name === 'toThrow' ? 'the function' : show(value)
  throw new ExpectationFailed(`Expected ${got} ${negated ? 'not ' : ''}${check.said}${tail}.`)
}

function matchers(value: unknown, negated: boolean): Matchers<void> {
  return Object.fromEntries(
    names.map((name) => [name, (...wanted: unknown[]) => judge(name, value, wanted, negated)]),
  ) as Matchers<void>
}

/** The same matchers for what a promise brings; `toThrow` then asks for the error it failed with. */
function later(
  value: unknown,
  side: 'resolves' | 'rejects',
  negated: boolean,
): Matchers<Promise<void>> {
  const settle = async () => {
    let result: unknown
    try {
      result = await (typeof value === 'function' ? value() : value)
    } catch (error) {
      if (side === 'rejects') return error
      throw new ExpectationFailed(`Expected the promise to resolve, but it failed: ${show(error)}.`)
    }
    if (side === 'rejects')
      throw new ExpectationFailed(`Expected the promise to fail, but it gave ${show(result)}.`)
    return result
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (...wanted: unknown[]) => {
        const settled = await settle()
        const asked =
          name === 'toThrow' && side === 'rejects'
            ? () => {
                throw settled
              }
            : settled
        judge(name, asked, wanted, negated)
      },
    ]),
  ) as Matchers<Promise<void>>
}

const sides = (value: unknown, negated: boolean) => ({
  ...matchers(value, negated),
  resolves: later(value, 'resolves', negated),
  rejects: later(value, 'rejects', negated),
})

/** `expect(value).toBe(…)`, with `.not`, `.resolves` and `.rejects`, as the known test tools have it. */
export function expect(value: unknown) {
  return { ...sides(value, false), not: sides(value, true) }
}
