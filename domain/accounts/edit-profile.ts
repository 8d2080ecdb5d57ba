import { eq } from 'drizzle-orm'
import type { EditProfileInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { availabilityWindow, person } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { storeSkills } from './store-skills'

/**
 * Replaces one's own profile, skills and hours included.
 * @throws Invalid for a skill that is unknown or named twice.
 */
export async function editProfile(
  actor: Actor,
  input: EditProfileInput,
): Promise<{ handle: string }> {
  const { personId } = actor
  const { skills, windows, ...values } = input
  await db().transaction(async (tx) => {
    // The person's row first: two saves at once then follow each other.
    await tx.update(person).set(values).where(eq(person.id, personId))
    await storeSkills(tx, personId, skills)
    await tx.delete(availabilityWindow).where(eq(availabilityWindow.personId, personId))
    if (windows.length > 0)
      await tx.insert(availabilityWindow).values(windows.map((row) => ({ ...row, personId })))
  })
  return { handle: actor.handle }
}
