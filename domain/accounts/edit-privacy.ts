import { eq } from 'drizzle-orm'
import type { EditPrivacyInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** Holds from the next look on: invitations that wait already stay to be answered. */
export async function editPrivacy(actor: Actor, input: EditPrivacyInput): Promise<void> {
  await db().update(person).set(input).where(eq(person.id, actor.personId))
}
