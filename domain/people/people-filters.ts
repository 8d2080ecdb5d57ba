import { type SQL, sql } from 'drizzle-orm'
import type { PeopleInput } from '@/contracts/inputs'
import { type SkillIntent, skillIntents } from '@/contracts/vocabulary'

/** Below this much likeness a word of a name does not count as the same one mistyped. */
export const typoThreshold = 0.5

/** By id: the planner knows how rare that skill is, and begins with whichever list is the shorter. */
const withSkill = (skillId: string, intent: SkillIntent) => sql`exists (
  select from user_skill us
  where us.person_id = p.id and us.intent = ${intent} and us.skill_id = ${skillId})`

/** What the words hold, or what is like them (`linnh` finds Linh). */
function textCondition(q: string): SQL {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(p.words ilike ${pattern} or ${q} <% p.words)`
}

/**
 * The conditions of the directory over a person named `p`, to be joined by `and`: only listed people,
 * and nobody whom a block hides. Overlap is not among them: it is reckoned, not stored.
 * @param skillIds of the skills that are asked for, by slug; nobody has one that is not in it.
 */
export function peopleFilters(
  input: PeopleInput,
  personId: string,
  { hidden, skillIds }: { hidden: string[]; skillIds: Map<string, string> },
): SQL {
  const conditions = [sql`p.listed and p.id <> ${personId}`]
  if (hidden.length > 0) conditions.push(sql`p.id not in ${hidden}`)
  // A NUL cannot travel to PostgreSQL in a text.
  const q = input.q.replaceAll('\u0000', '').trim()
  if (q) conditions.push(textCondition(q))
  for (const intent of skillIntents)
    for (const slug of input[intent]) {
      const skillId = skillIds.get(slug)
      conditions.push(skillId ? withSkill(skillId, intent) : sql`false`)
    }
  if (input.step)
    conditions.push(sql`exists (
      select from step_progress sp
      where sp.step_id = ${input.step} and sp.state = 'learning' and sp.person_id = p.id)`)
  if (input.hours !== null) conditions.push(sql`p.weekly_hours >= ${input.hours}`)
  return sql.join(conditions, sql` and `)
}
