import { inArray } from 'drizzle-orm'
import type { SearchFilters } from '@/contracts/searches'
import { db } from '@/db/client'
import { skill, step } from '@/db/schema'

/** How the steps and skills of these filters are called; both are public. */
export async function loadFilterNames(filters: SearchFilters[]) {
  const steps = [...new Set(filters.flatMap((each) => each.step))]
  const skills = [...new Set(filters.flatMap((each) => each.skill))]
  const [stepRows, skillRows] = await Promise.all([
    steps.length === 0
      ? []
      : db().select({ id: step.id, title: step.title }).from(step).where(inArray(step.id, steps)),
    skills.length === 0
      ? []
      : db()
          .select({ slug: skill.slug, name: skill.name })
          .from(skill)
          .where(inArray(skill.slug, skills)),
  ])
  return { steps: stepRows, skills: skillRows }
}
