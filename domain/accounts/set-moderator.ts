import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { NotFound } from '@/domain/errors'

/** For whoever runs the site: no page and no person calls this. @throws NotFound */
export async function setModerator(handle: string, isModerator: boolean): Promise<void> {
  const changed = await db()
    .update(person)
    .set({ isModerator })
    .where(eq(person.handle, handle))
    .returning({ id: person.id })
  if (changed.length === 0) throw new NotFound('There is nobody here with this handle.')
}
