import { type SQL, sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import type { BrowsePage } from '@/contracts/views'
import { db, type Transaction } from '@/db/client'
import { loadHiddenPeople } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { countFacets } from './count-facets'
import { loadProjectCards } from './load-project-cards'
import { freeSeats, projectFilters, typoThreshold } from './project-filters'

const pageSize = 12

/**
 * A page of public projects under the filters, with counts of what other filters would show.
 * Reads one snapshot, so that the counts and the page agree.
 */
export async function browseProjects(viewer: Viewer, input: BrowseInput): Promise<BrowsePage> {
  return db().transaction(
    async (tx) => {
      // Local to the transaction: the threshold is a setting of the connection, and those are shared.
      await tx.execute(
        sql`select set_config('pg_trgm.word_similarity_threshold', ${String(typoThreshold)}, true)`,
      )
      const hidden = await loadHiddenPeople(tx, viewer?.personId)
      const found = await findPage(tx, input, projectFilters(input, hidden))
      const page = found.slice(0, pageSize)
      const ids = page.map((row) => row.id)
      return {
        projects: await loadProjectCards(tx, ids, viewer?.personId),
        next: found.length > pageSize ? (page.at(-1)?.cursor ?? null) : null,
        ...(await countFacets(tx, input, hidden)),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const newestCursor = new RegExp(`^${uuid}$`)
const neededCursor = new RegExp(`^([0-9]{1,6})\\.(${uuid})$`)

async function findPage(tx: Transaction, { sort, after = '' }: BrowseInput, where: SQL) {
  if (sort === 'newest') {
    // The ids are uuidv7: in the order of their making, so the id alone is the keyset.
    const beyond = newestCursor.test(after) ? sql`and project.id < ${after}` : sql``
    const { rows } = await tx.execute<{ id: string; cursor: string }>(sql`
      select project.id, project.id as cursor from project
      where ${where} ${beyond} order by project.id desc limit ${pageSize + 1}`)
    return rows
  }
  const [, free, id] = neededCursor.exec(after) ?? []
  const beyond = free && id ? sql`and (${freeSeats}, project.id) < (${Number(free)}, ${id})` : sql``
  const { rows } = await tx.execute<{ id: string; cursor: string }>(sql`
    select project.id, ${freeSeats} || '.' || project.id as cursor from project
    where ${where} ${beyond} order by ${freeSeats} desc, project.id desc limit ${pageSize + 1}`)
  return rows
}
