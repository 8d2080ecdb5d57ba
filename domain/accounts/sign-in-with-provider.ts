import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { handleFromName } from '@/contracts/handle-from-name'
import { personName } from '@/contracts/inputs'
import { db, type Transaction } from '@/db/client'
import { identity, person } from '@/db/schema'
import { Conflict, Invalid } from '@/domain/errors'
import { avatarLine } from './avatar-line'
import { addressKey, providerLimit } from './limits'
import type { Requester } from './requester'

export type ProviderAccount = {
  provider: 'github' | 'google'
  providerAccountId: string
  name: string
  /** Null unless the provider says that it has verified the address. */
  verifiedEmail: string | null
}

/**
 * The person behind a provider's account, made on the first visit. Only the provider's account id
 * links; an e-mail address never does (docs/decisions/0004-provider-linking.md).
 * @throws Conflict when the address belongs to an account already, Invalid without a verified address.
 */
export async function signInWithProvider(
  requester: Requester,
  account: ProviderAccount,
): Promise<{ personId: string; isNew: boolean }> {
  await providerLimit.take(addressKey(requester))
  const known = await findLinked(account)
  if (known) return { personId: known, isNew: false }
  const email = account.verifiedEmail
  if (!email)
    throw new Invalid('Verify an e-mail address with this provider first, then try again.')
  const made = await db().transaction(async (tx) => {
    const personId = await insertPerson(tx, email, account.name)
    if (!personId) return null
    const { provider, providerAccountId } = account
    await tx.insert(identity).values({ provider, providerAccountId, personId })
    return personId
  })
  if (made) return { personId: made, isNew: true }
  // Two first visits at once: the other one has made the person meanwhile.
  const raced = await findLinked(account)
  if (raced) return { personId: raced, isNew: false }
  throw new Conflict('An account has this address already. Sign in to it with your password.')
}

async function findLinked({ provider, providerAccountId }: ProviderAccount) {
  const [row] = await db()
    .select({ personId: identity.personId })
    .from(identity)
    .where(and(eq(identity.provider, provider), eq(identity.providerAccountId, providerAccountId)))
  return row?.personId
}

/** @returns null when the e-mail address is taken. */
async function insertPerson(tx: Transaction, email: string, name: string) {
  const stem = handleFromName(name)
  for (let attempt = 0; attempt < 8; attempt++) {
    const handle = attempt === 0 ? stem : `${stem.slice(0, 24)}-${randomInt(10, 99_999)}`
    const shown = personName.safeParse(name.slice(0, 60)).data ?? handle
    const [made] = await tx
      .insert(person)
      .values({ email, handle, name: shown, line: avatarLine(handle) })
      .onConflictDoNothing()
      .returning({ id: person.id })
    if (made) return made.id
    const [owner] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email))
    if (owner) return null
  }
  throw new Conflict('We could not find a free handle. Try again.')
}
