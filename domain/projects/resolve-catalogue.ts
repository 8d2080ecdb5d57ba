import { inArray } from 'drizzle-orm'
import type { PostProjectInput } from '@/contracts/inputs'
import type { Queryable } from '@/db/client'
import { skill, step } from '@/db/schema'
import { Invalid } from '@/domain/errors'

/**
 * Looks up the steps and skills that a project form names.
 * @returns ids of skills by slug. @throws Invalid with the path of each field that names nothing.
 */
export async function resolveCatalogue(
  q: Queryable,
  input: Pick<PostProjectInput, 'stepIds' | 'openings'>,
): Promise<Map<string, string>> {
  const slugs = [...new Set(input.openings.flatMap((each) => each.skills.map((s) => s.slug)))]
  const skills = slugs.length
    ? await q
        .select({ id: skill.id, slug: skill.slug })
        .from(skill)
        .where(inArray(skill.slug, slugs))
    : []
  const steps = await q.select({ id: step.id }).from(step).where(inArray(step.id, input.stepIds))
  const skillIds = new Map(skills.map((row) => [row.slug, row.id]))
  const knownSteps = new Set(steps.map((row) => row.id))

  const fields: Record<string, string> = {}
  for (const [index, id] of input.stepIds.entries())
    if (!knownSteps.has(id)) fields[`stepIds.${index}`] = 'Choose a step of the roadmap.'
  for (const [at, opening] of input.openings.entries()) {
    const named = new Set<string>()
    for (const [index, { slug }] of opening.skills.entries()) {
      const path = `openings.${at}.skills.${index}`
      if (!skillIds.has(slug)) fields[path] = 'Choose a skill from the list.'
      else if (named.has(slug)) fields[path] = 'This skill is named twice.'
      named.add(slug)
    }
  }
  if (Object.keys(fields).length > 0)
    throw new Invalid('Some of what you chose is not in the catalogue.', fields)
  return skillIds
}
