import { eq } from 'drizzle-orm'
import type { EditProfileInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { listPersonSkills } from './list-person-skills'
import { loadWindows } from './load-windows'

/** One's own profile in the shape that the form edits. */
export async function getOwnProfile(actor: Actor): Promise<EditProfileInput> {
  const [row] = await db().select().from(person).where(eq(person.id, actor.personId))
  if (!row) throw new NotFound()
  const [skills, windows] = await Promise.all([
    listPersonSkills(db(), actor.personId),
    loadWindows(db(), [actor.personId]),
  ])
  return {
    name: row.name,
    headline: row.headline,
    bio: row.bio,
    timeZone: row.timeZone,
    weeklyHours: row.weeklyHours,
    links: row.links,
    skills: skills.map(({ slug, level, intent }) => ({ slug, level, intent })),
    windows: windows.get(actor.personId) ?? [],
  }
}
