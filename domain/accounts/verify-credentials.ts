import { eq } from 'drizzle-orm'
import type { SignInInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { Invalid } from '@/domain/errors'
import { accountKey, addressKey, signInLimits, startLimit } from './limits'
import { passwordMatches } from './password'
import type { Requester } from './requester'

export const wrongCredentials = 'This address and password do not belong together. Check both.'

/**
 * The person whom an address and password belong to. An unknown address, a wrong password and an
 * account without a password are one answer, after the same work.
 * @throws Invalid when they do not match, RateLimited after too many failures.
 */
export async function verifyCredentials(
  requester: Requester,
  input: SignInInput,
): Promise<{ personId: string }> {
  const address = addressKey(requester)
  const account = accountKey(input.email)
  const taken = [
    [signInLimits.address, address],
    [signInLimits.pair, `${account}:${address}`],
    [signInLimits.account, account],
  ] as const
  for (const [limit, key] of taken) await limit.take(key)
  const [row] = await db()
    .select({ id: person.id, passwordHash: person.passwordHash })
    .from(person)
    .where(eq(person.email, input.email))
  const matches = await passwordMatches(row?.passwordHash ?? null, input.password)
  if (!row || !matches) throw new Invalid(wrongCredentials)
  for (const [limit, key] of taken) await limit.giveBack(key)
  await startLimit.take(`${account}:${address}`)
  return { personId: row.id }
}
