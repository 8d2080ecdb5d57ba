import { asc } from 'drizzle-orm'
import type { SkillOption } from '@/contracts/views'
import { db } from '@/db/client'
import { skill } from '@/db/schema'

/** The whole catalogue, by name, with the other words that people use for a skill. */
export async function listSkills(): Promise<SkillOption[]> {
  return db()
    .select({ slug: skill.slug, name: skill.name, aliases: skill.aliases })
    .from(skill)
    .orderBy(asc(skill.name))
}
