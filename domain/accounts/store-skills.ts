import { eq, inArray } from 'drizzle-orm'
import type { EditProfileInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { skill, userSkill } from '@/db/schema'
import { Invalid } from '@/domain/errors'

type Skills = EditProfileInput['skills']

/** Replaces a person's skills; their row is locked by then. @throws Invalid for a skill that is unknown or named twice. */
export async function storeSkills(tx: Transaction, personId: string, skills: Skills) {
  refuseDoubles(skills)
  const rows = await withIds(tx, skills)
  await tx.delete(userSkill).where(eq(userSkill.personId, personId))
  if (rows.length > 0) await tx.insert(userSkill).values(rows.map((row) => ({ ...row, personId })))
}

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
