import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as inputs from '@/contracts/inputs'
import * as quietHours from '@/contracts/quiet-hours'
import * as rooms from '@/contracts/rooms'
import * as searches from '@/contracts/searches'
import { matrix } from './matrix'

/*
 * Whatever a 'use server' file exports can be called by anybody with any value. So each export is made
 * by formAction, which asks for a live session and parses, with a schema of the contracts, and calls
 * only use-cases that the permission matrix covers. Read from the source: nothing can be left out of it.
 */

/** The modules of the contracts that forms are parsed by. */
const contracts: Record<string, object> = {
  '@/contracts/inputs': inputs,
  '@/contracts/quiet-hours': quietHours,
  '@/contracts/rooms': rooms,
  '@/contracts/searches': searches,
}

/** Made otherwise, and why that is safe. */
const listed: Record<string, { why: string; calls: string[] }> = {
  'app/(account)/actions.ts signIn': {
    why: 'for people who are signed out; parsed by signInInput; next-auth checks and limits the tries',
    calls: ['accounts/end-session'],
  },
  'app/(account)/actions.ts signUp': {
    why: 'for people who are signed out; parsed by signUpInput; limited by network address',
    calls: ['accounts/sign-up'],
  },
  'app/(account)/actions.ts continueWithProvider': {
    why: 'for people who are signed out; only picks one of the configured providers',
    calls: [],
  },
}
/** Use-cases without an actor, and so without a row in the matrix. */
const forAnybody = ['accounts/sign-up']

const files = fs
  .readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => path.posix.join('app', file.replaceAll(path.sep, '/')))
const sources = new Map(files.map((file) => [file, fs.readFileSync(file, 'utf8')]))
const opening = /^['"]use server['"]/
const actionFiles = files.filter((file) => opening.test(sources.get(file) ?? ''))

/** A formatted file's statements: each begins at the margin, and only closing brackets come back to it. */
function statementsOf(source: string): string[] {
  const statements: string[] = []
  for (const line of source.split('\n'))
    if (/^[^\s)}\]/*]/.test(line)) statements.push(line)
    else if (statements.length > 0) statements.push(`${statements.pop()}\n${line}`)
  return statements
}

/** Local name → what it is in the module that it comes from, for modules whose path begins so. */
function importedFrom(source: string, prefix: string): Map<string, { name: string; from: string }> {
  const found = new Map<string, { name: string; from: string }>()
  for (const [, names = '', from = ''] of source.matchAll(/^import \{([^}]*)\} from '([^']+)'/gm))
    if (from.startsWith(prefix))
      for (const each of names.split(',').map((name) => name.trim())) {
        const [name = '', local = name] = each.split(' as ')
        if (name && !name.startsWith('type ')) found.set(local, { name, from })
      }
  return found
}

type Action = { id: string; built: boolean; schema: boolean; calls: string[] }

const isSchema = (imported: { name: string; from: string } | undefined) =>
  imported !== undefined && imported.name in (contracts[imported.from] ?? {})

function actionsOf(file: string): Action[] {
  const source = sources.get(file) ?? ''
  const statements = statementsOf(source)
  const schemas = importedFrom(source, '@/contracts/')
  const useCases = importedFrom(source, '@/domain/')
  const madeBy = new Map<string, string>()
  for (const statement of statements) {
    const name = /^(?:export )?const (\w+) = formAction\(/.exec(statement)?.[1]
    if (name) madeBy.set(name, statement)
  }
  const callsIn = (text: string) =>
    [...useCases].flatMap(([local, { from }]) =>
      new RegExp(`\\b${local}\\b`).test(text) && /^@\/domain\/\w+\/[\w-]+$/.test(from)
        ? [from.replace('@/domain/', '')]
        : [],
    )
  return statements.flatMap((statement) => {
    if (!statement.startsWith('export ')) return []
    const name = /^export (?:const|async function) (\w+)/.exec(statement)?.[1]
    if (!name) return [{ id: `${file} ${statement}`, built: false, schema: false, calls: [] }]
    // Either the action itself, or a function that hands its one argument on to it and does nothing else.
    const passedTo = /\(input: unknown\) \{\s*return (\w+)\(input\)\s*\}\s*$/.exec(statement)?.[1]
    const made = madeBy.get(passedTo ?? name)
    const schema = /formAction\(\s*(\w+),/.exec(made ?? '')?.[1]
    return [
      {
        id: `${file} ${name}`,
        built: made !== undefined,
        schema: isSchema(schemas.get(schema ?? '')),
        calls: callsIn(made ?? statement),
      },
    ]
  })
}
const actions = actionFiles.flatMap(actionsOf)

it('finds the files and their exports', () => {
  expect(actionFiles.length).toBeGreaterThanOrEqual(7)
  expect(actions.length).toBeGreaterThanOrEqual(28)
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
})

it('finds server actions nowhere but at the top of a file', () => {
  for (const [file, source] of sources) {
    const inside = source.replace(opening, '')
    expect(inside, file).not.toMatch(/^\s*['"]use server['"]/m)
  }
  for (const file of fs.readdirSync('components', { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(file))
      expect(fs.readFileSync(path.join('components', file), 'utf8'), file).not.toMatch(
        /^\s*['"]use server['"]/m,
      )
})

it('keeps no exception longer than it is needed', () => {
  const known = actions.map(({ id }) => id)
  for (const id of Object.keys(listed)) expect(known).toContain(id)
})

describe.each(actions.map((action) => [action.id, action] as const))('%s', (id, action) => {
  const exception = listed[id]
  it('is made by formAction with a schema of the contracts, or listed with a reason', () => {
    expect(action.built).toBe(exception === undefined)
    if (!exception) expect(action.schema).toBe(true)
  })
  it('calls use-cases that the permission matrix covers', () => {
    if (exception) expect(action.calls.sort()).toEqual(exception.calls)
    else expect(action.calls.length).toBeGreaterThan(0)
    for (const call of action.calls)
      expect([...Object.keys(matrix), ...forAnybody], call).toContain(call)
  })
})

it('lets no action file reach past the use-cases', () => {
  for (const file of actionFiles) {
    const from = [...(sources.get(file) ?? '').matchAll(/from '([^']+)'/g)].map(([, name]) => name)
    for (const name of from)
      expect(name, file).not.toMatch(/^(@\/db|drizzle|pg$|@\/domain\/access)/)
    // Every use-case that a file imports is called by one of its actions.
    const imported = [...importedFrom(sources.get(file) ?? '', '@/domain/').values()]
      .map((each) => each.from.replace('@/domain/', ''))
      .filter((name) => name.includes('/'))
    const called = actions
      .filter(({ id }) => id.startsWith(`${file} `))
      .flatMap(({ calls }) => calls)
    expect(called, file).toEqual(expect.arrayContaining(imported))
  }
})
