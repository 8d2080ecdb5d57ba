import { type SQL, sql } from 'drizzle-orm'
import type { PeopleInput } from '@/contracts/inputs'
import type { SkillIntent } from '@/contracts/vocabulary'

/** Below this much likeness a word of a name does not count as the same one mistyped. */
export const typoThreshold = 0.5

const withSkill = (slug: string, intent: SkillIntent) => sql`exists (
  select from user_skill us join skill s on s.id = us.skill_id
  where us.person_id = p.id and us.intent = ${intent} and s.slug = ${slug})`

/** What the words hold, or what is like them (`linnh` finds Linh). */
function textCondition(q: string): SQL {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(p.words ilike ${pattern} or ${q} <% p.words)`
}

/**
 * The conditions of the directory over a person named `p`, to be joined by `and`: only listed people,
 * and nobody whom a block hides. Overlap is not among them: it is reckoned, not stored.
 */
export function peopleFilters(input: PeopleInput, personId: string, hidden: string[]): SQL {
  const conditions = [sql`p.listed and p.id <> ${personId}`]
  if (hidden.length > 0) conditions.push(sql`p.id not in ${hidden}`)
  // A NUL cannot travel to PostgreSQL in a text.
  const q = input.q.replaceAll('\u0000', '').trim()
  if (q) conditions.push(textCondition(q))
  for (const slug of input.has) conditions.push(withSkill(slug, 'has'))
  for (const slug of input.wants) conditions.push(withSkill(slug, 'wants'))
  if (input.step)
    conditions.push(sql`exists (
      select from step_progress sp
      where sp.step_id = ${input.step} and sp.state = 'learning' and sp.person_id = p.id)`)
  if (input.hours !== null) conditions.push(sql`p.weekly_hours >= ${input.hours}`)
  return sql.join(conditions, sql` and `)
}
