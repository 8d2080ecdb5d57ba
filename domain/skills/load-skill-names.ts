import { plainSkill } from '@/contracts/skill-name'
import type { Queryable } from '@/db/client'
import { skill } from '@/db/schema'

type Known = { id: string; slug: string; name: string }

/** Which skill of the catalogue goes by a word, however it is spelled. A few hundred rows. */
export async function loadSkillNames(q: Queryable): Promise<(word: string) => Known | undefined> {
  const rows = await q.select().from(skill)
  const known = new Map<string, Known>()
  // A name comes before what else people call another one.
  for (const { aliases, ...row } of rows)
    for (const alias of aliases) known.set(plainSkill(alias), row)
  for (const { aliases: _, ...row } of rows)
    for (const word of [row.name, row.slug]) known.set(plainSkill(word), row)
  // What is written in other letters has no plain form, and is nobody's.
  known.delete('')
  return (word) => known.get(plainSkill(word))
}
