import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { handleFromName } from '@/contracts/handle-from-name'
import { handle } from '@/contracts/inputs'
import { db } from '@/db/client'
import { identity, person } from '@/db/schema'
import { type ProviderAccount, signInWithProvider } from '@/domain/accounts/sign-in-with-provider'
import { Conflict, Invalid } from '@/domain/errors'
import { createPerson } from '@/tests/support/factories'

const requester = () => ({ address: randomUUID(), userAgent: '' })
const account = (overrides: Partial<ProviderAccount> = {}): ProviderAccount => ({
  provider: 'github',
  providerAccountId: randomUUID(),
  name: 'Margaret Hamilton',
  verifiedEmail: `${randomUUID()}@example.com`,
  ...overrides,
})

it('makes a person on the first visit and finds the same one later, whatever else has changed', async () => {
  const first = account()
  const made = await signInWithProvider(requester(), first)
  expect(made.isNew).toBe(true)
  const later = { ...first, name: 'Someone Else', verifiedEmail: null }
  expect(await signInWithProvider(requester(), later)).toEqual({ ...made, isNew: false })
})

it('never links by e-mail address: an existing account stays its owner’s alone', async () => {
  const owner = await createPerson({ handle: 'owner', email: 'owner@example.com' })
  const claimed = account({ verifiedEmail: 'OWNER@example.com' })
  await expect(signInWithProvider(requester(), claimed)).rejects.toBeInstanceOf(Conflict)
  const google = { ...claimed, provider: 'google' as const }
  await expect(signInWithProvider(requester(), google)).rejects.toBeInstanceOf(Conflict)
  expect(await db().$count(identity, eq(identity.personId, owner.personId))).toBe(0)
})

it('wants an address that the provider has verified', async () => {
  const unverified = account({ verifiedEmail: null })
  await expect(signInWithProvider(requester(), unverified)).rejects.toBeInstanceOf(Invalid)
  expect(await db().$count(identity, eq(identity.provider, 'github'))).toBe(1)
})

it('keeps the same id of two providers apart', async () => {
  const one = account()
  const github = await signInWithProvider(requester(), one)
  const google = await signInWithProvider(requester(), {
    ...account(),
    provider: 'google',
    providerAccountId: one.providerAccountId,
  })
  expect(google.personId).not.toBe(github.personId)
})

it('makes a handle of its own for every person of one name, and one person of two first visits', async () => {
  const name = 'Ada Lovelace'
  const people = await Promise.all(
    Array.from({ length: 5 }, () => signInWithProvider(requester(), account({ name }))),
  )
  const rows = await db().select().from(person).where(eq(person.name, name))
  expect(new Set(rows.map((row) => row.handle)).size).toBe(5)
  expect(people).toHaveLength(5)
  const once = account({ name })
  const twice = await Promise.all([
    signInWithProvider(requester(), once),
    signInWithProvider(requester(), once),
  ])
  expect(twice[0].personId).toBe(twice[1].personId)
})

it.each([
  ['Zoë Ní Briain', 'zoe-ni-briain'],
  ['李小龍', 'dev-new'],
  ['42 is Bo', 'is-bo'],
  ['Al', 'dev-al'],
  ['', 'dev-new'],
  ['a'.repeat(90), 'a'.repeat(30)],
])('makes of %j a handle that the rules allow', (name, expected) => {
  expect(handleFromName(name)).toBe(expected)
  expect(handle.parse(handleFromName(name))).toBe(expected)
})
