import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/** Letters that are missing, too many, wrong, or in each other's place. */
export function editsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const above = rows[i - 1] ?? []
      const same = one[i - 1] === other[j - 1]
      let least = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}

const shortest = 4
const longest = 30
const pardoned = (word: string) => (word.length < 6 ? 1 : 2)

/**
 * The same words with those that no project has replaced by the ones that they are a typo away from.
 * @returns null when there is nothing to replace.
 */
export async function correctWords(q: Queryable, text: string): Promise<string | null> {
  const words = [...new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])]
    .filter((word) => word.length >= shortest && word.length <= longest)
    .slice(0, 8)
  if (words.length === 0) return null
  await q.execute(sql`select set_config('pg_trgm.similarity_threshold', '0.2', true)`)
  const { rows } = await q.execute<{ asked: string; likely: string[] }>(sql`
    select asked, array(
      select word from search_word where word % asked
      order by similarity(word, asked) desc, word limit 24
    ) as likely
    from unnest(${sql.param(words)}::text[]) as asked
    where not exists (select from search_word where word = asked)`)
  const replaced = new Map<string, string>()
  for (const { asked, likely } of rows) {
    // They come by likeness: of those with the fewest edits, the first.
    const best = likely
      .map((word) => ({ word, edits: editsBetween(asked, word) }))
      .sort((one, other) => one.edits - other.edits)[0]
    if (best && best.edits <= pardoned(asked)) replaced.set(asked, best.word)
  }
  if (replaced.size === 0) return null
  return text.replace(/\p{L}+/gu, (word) => replaced.get(word.toLowerCase()) ?? word)
}
