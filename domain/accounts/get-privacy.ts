import { eq } from 'drizzle-orm'
import type { EditPrivacyInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Where one is shown, and who may invite. */
export async function getPrivacy(actor: Actor): Promise<EditPrivacyInput> {
  const [row] = await db()
    .select({ listed: person.listed, contactable: person.contactable })
    .from(person)
    .where(eq(person.id, actor.personId))
  if (!row) throw new NotFound()
  return row
}
