import { eq } from 'drizzle-orm'
import type { SignUpInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { Invalid } from '@/domain/errors'
import { avatarLine } from './avatar-line'
import { addressKey, signUpLimit } from './limits'
import { hashPassword } from './password'
import type { Requester } from './requester'

/**
 * Makes an account unless one has this e-mail address already, and answers the same either way (see
 * docs/decisions/0003-enumeration.md): the caller must not sign the person in on the strength of it.
 * @throws Invalid when the handle is taken (handles are public), RateLimited after too many tries.
 */
export async function signUp(requester: Requester, input: SignUpInput): Promise<void> {
  await signUpLimit.take(addressKey(requester))
  // Asked first, and of a taken e-mail address too: both kinds of address get the same answers.
  await refuseTakenHandle(input.handle)
  const passwordHash = await hashPassword(input.password)
  const [made] = await db()
    .insert(person)
    .values({
      email: input.email,
      handle: input.handle,
      name: input.name,
      timeZone: input.timeZone,
      passwordHash,
      line: avatarLine(input.handle),
    })
    .onConflictDoNothing()
    .returning({ id: person.id })
  // Either the e-mail address is taken, or somebody took the handle since we asked.
  if (!made) await refuseTakenHandle(input.handle)
}

async function refuseTakenHandle(handle: string) {
  const [row] = await db().select({ id: person.id }).from(person).where(eq(person.handle, handle))
  if (row)
    throw new Invalid('Some fields need another look.', {
      handle: `@${handle} is taken. Choose another handle.`,
    })
}
