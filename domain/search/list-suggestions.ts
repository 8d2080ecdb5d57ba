import { sql } from 'drizzle-orm'
import type { SuggestInput } from '@/contracts/inputs'
import type { Suggestions } from '@/contracts/views'
import { db, type Transaction } from '@/db/client'
import { loadHiddenPeople, loadHiddenProjects } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { correctWords } from '@/domain/projects/correct-words'
import { findListed, planForLists } from '@/domain/projects/find-listed'

const shown = { projects: 5, people: 3, steps: 3 }
/** One letter begins too many words to suggest any. */
const shortest = 2

/**
 * Projects whose titles have these words, people whose names or handles begin like this, and steps: the last
 * word may be unfinished. When there is nothing of the kind, the words are taken for mistyped ones.
 */
export async function listSuggestions(viewer: Viewer, input: SuggestInput): Promise<Suggestions> {
  const text = input.q.replaceAll('\u0000', '').trim().toLowerCase()
  if (text.length < shortest) return { projects: [], people: [], steps: [] }
  return db().transaction(
    async (tx) => {
      await planForLists(tx)
      const [people, hiddenProjects] = [
        await findPeople(tx, viewer, text),
        await loadHiddenProjects(tx, viewer?.personId),
      ]
      const read = async (words: string) => ({
        projects: await findTitles(tx, words, hiddenProjects),
        steps: await findSteps(tx, words),
      })
      const found = await read(text)
      if (people.length + found.projects.length + found.steps.length > 0)
        return { ...found, people }
      const corrected = await correctWords(tx, text)
      return corrected ? { ...(await read(corrected)), people } : { ...found, people }
    },
    { accessMode: 'read only' },
  )
}

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8)

async function findTitles(tx: Transaction, text: string, hidden: string[]) {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const begun = words.map((word, at) => (at === words.length - 1 ? `'${word}':*` : `'${word}'`))
  const meets = hidden.length > 0 ? sql`and listing.project_id not in ${hidden}` : sql``
  const found = await findListed(tx, {
    where: sql`listing.title @@ ${begun.join(' & ')}::tsquery ${meets}`,
    order: 'newest',
    limit: shown.projects,
  })
  if (found.length === 0) return []
  const ids = found.map((each) => each.id)
  const { rows } = await tx.execute<{ slug: string; title: string }>(sql`
    select slug, title from project where id in ${ids} order by id desc`)
  return rows
}

/** Listed people only, as in the directory. Each of the three by its own index, and no further than what is shown. */
async function findPeople(tx: Transaction, viewer: Viewer, text: string) {
  const hidden = await loadHiddenPeople(tx, viewer?.personId)
  const begin = `${text.replace(/^@/, '').replace(/[\\%_]/g, '\\$&')}%`
  const meets = hidden.length > 0 ? sql`and id not in ${hidden}` : sql``
  const by = (key: ReturnType<typeof sql>) => sql`(
    select handle, name from person where listed and ${key} like ${begin} ${meets} limit ${shown.people})`
  const { rows } = await tx.execute<{ handle: string; name: string }>(sql`
    select distinct handle, name from (
      ${by(sql`lower(handle::text)`)} union all ${by(sql`lower(name)`)} union all
      ${by(sql`lower(substr(name, strpos(name, ' ') + 1))`)}
    ) found order by name, handle limit ${shown.people}`)
  return rows
}

async function findSteps(tx: Transaction, text: string) {
  const begin = text.replace(/[\\%_]/g, '\\$&')
  const { rows } = await tx.execute<{ id: string; position: number; title: string }>(sql`
    select id, position, title from step
    where lower(title) like ${`${begin}%`} or lower(title) like ${`% ${begin}%`}
    order by roadmap_id, position limit ${shown.steps}`)
  return rows
}
