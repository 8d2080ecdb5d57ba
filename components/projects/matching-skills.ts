import type { SkillOption } from '@/contracts/views'

export type MatchedSkill = SkillOption & {
  /** The other word by which it was found; absent where the name itself holds the query. */
  by?: string
}

/** "node js", "Node.js" and "nodejs" are the same word to whoever types. */
const plain = (text: string) => text.toLowerCase().replace(/[\s._-]/g, '')

/** How well a word meets the query: 0 the word itself, 1 begins so, 2 a part of it begins so, 3 holds it. */
function rank(word: string, query: string, wanted: string): number | null {
  const bare = plain(word)
  if (bare === wanted) return 0
  if (bare.startsWith(wanted)) return 1
  const parts = word.toLowerCase().split(/[\s._/-]+/)
  if (parts.some((part) => part.startsWith(query))) return 2
  // A single letter stands inside of nearly everything.
  return wanted.length > 1 && bare.includes(wanted) ? 3 : null
}

/** Whether something of the catalogue begins like the query: then that is likely what is meant. */
export function beginsLike(skills: SkillOption[], query: string): boolean {
  const typed = query.trim().toLowerCase()
  return skills.some(({ slug, name, aliases = [] }) =>
    [name, slug, ...aliases].some((word) => (rank(word, typed, plain(typed)) ?? 9) < 3),
  )
}

/**
 * The catalogue's entries that go by the query, the likeliest first: the very word before words that begin
 * so, and at the same likeness a name before an alias ("js" is JavaScript, not Three.js).
 */
export function matchingSkills(skills: SkillOption[], query: string): MatchedSkill[] {
  const typed = query.trim().toLowerCase()
  const wanted = plain(typed)
  if (!wanted) return skills
  const found = skills.flatMap((skill) => {
    const name = Math.min(
      rank(skill.name, typed, wanted) ?? 9,
      // The slug is never shown: as good as the name where it is the whole word.
      rank(skill.slug, typed, wanted) ?? 9,
    )
    let alias = 9
    let by: string | undefined
    for (const word of skill.aliases ?? []) {
      const reached = rank(word, typed, wanted) ?? 9
      if (reached < alias) [alias, by] = [reached, word]
    }
    if (Math.min(name, alias) === 9) return []
    return [
      {
        skill: name < 9 ? skill : { ...skill, by },
        likeness: Math.min(name, alias),
        aliased: alias < name ? 1 : 0,
      },
    ]
  })
  return found
    .sort(
      (a, b) =>
        a.likeness - b.likeness ||
        a.aliased - b.aliased ||
        a.skill.name.length - b.skill.name.length ||
        a.skill.name.localeCompare(b.skill.name, 'en'),
    )
    .map(({ skill }) => skill)
}
