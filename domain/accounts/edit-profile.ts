import { eq, inArray } from 'drizzle-orm'
import type { EditProfileInput } from '@/contracts/inputs'
import { db, type Transaction } from '@/db/client'
import { person, skill, userSkill } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'

/** Replaces one's own profile, skills included. @throws Invalid for a skill that is unknown or named twice. */
export async function editProfile(
  actor: Actor,
  input: EditProfileInput,
): Promise<{ handle: string }> {
  refuseDoubles(input.skills)
  const { skills, ...values } = input
  await db().transaction(async (tx) => {
    const rows = await withIds(tx, skills)
    // The person's row first: two saves at once then follow each other.
    await tx.update(person).set(values).where(eq(person.id, actor.personId))
    await tx.delete(userSkill).where(eq(userSkill.personId, actor.personId))
    if (rows.length > 0)
      await tx.insert(userSkill).values(rows.map((row) => ({ ...row, personId: actor.personId })))
  })
  return { handle: actor.handle }
}

type Skills = EditProfileInput['skills']

function refuseDoubles(skills: Skills) {
  const seen = new Set<string>()
  skills.forEach(({ slug, intent }, at) => {
    const key = `${intent} ${slug}`
    if (seen.has(key))
      throw new Invalid('Some fields need another look.', {
        [`skills.${at}.slug`]: 'This skill is in the list twice.',
      })
    seen.add(key)
  })
}

async function withIds(tx: Transaction, skills: Skills) {
  if (skills.length === 0) return []
  const known = await tx
    .select({ id: skill.id, slug: skill.slug })
    .from(skill)
    .where(
      inArray(
        skill.slug,
        skills.map(({ slug }) => slug),
      ),
    )
  const idOf = new Map(known.map(({ id, slug }) => [slug, id]))
  return skills.map(({ slug, level, intent }, at) => {
    const skillId = idOf.get(slug)
    if (!skillId)
      throw new Invalid('Some fields need another look.', {
        [`skills.${at}.slug`]: 'Choose a skill from the list.',
      })
    return { skillId, level, intent }
  })
}
