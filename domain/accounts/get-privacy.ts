import { eq } from 'drizzle-orm'
import type { EditPrivacyInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Where one is shown, who may invite, and whether others see how far one has read. */
export async function getPrivacy(actor: Actor): Promise<EditPrivacyInput> {
  const [row] = await db()
    .select({
      listed: person.listed,
      contactable: person.contactable,
      showsReading: person.showsReading,
    })
    .from(person)
    .where(eq(person.id, actor.personId))
  if (!row) throw new NotFound()
  return row
}
