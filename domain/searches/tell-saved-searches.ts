import { eq, sql } from 'drizzle-orm'
import { browseQuery } from '@/contracts/browse-query'
import { savedFilters } from '@/contracts/searches'
import type { Transaction } from '@/db/client'
import { savedSearch } from '@/db/schema'
import { loadHiddenProjects } from '@/domain/access/blocks'
import { changeAndTell, type News } from '@/domain/change-and-tell'
import { planForLists } from '@/domain/projects/find-listed'
import { listingCondition } from '@/domain/projects/listing-condition'

/** Searches that are looked at in one transaction. */
const batch = 50
/** Beyond this nobody counts. */
const most = 20
/**
 * A project that was listed a moment ago may be followed by one that was listed before it and commits after:
 * no statement takes longer than this, so what is older is complete.
 */
const settled = sql`now() - interval '1 minute'`
const pause = sql`now() + interval '1 hour'`

type Due = typeof savedSearch.$inferSelect
type Listed = { id: string; slug: string; title: string }

/**
 * Looks at the saved searches that are due and tells each person, in one sentence per search, what has been
 * listed since the last look. Safe to run on several processes at once, and again after it died.
 */
export async function tellSavedSearches(): Promise<{ looked: number; told: number }> {
  const sum = { looked: 0, told: 0 }
  for (;;) {
    const { looked, told } = await changeAndTell(lookAtSome)
    sum.looked += looked
    sum.told += told
    if (looked < batch) return sum
  }
}

async function lookAtSome(tx: Transaction, news: News) {
  const due = await tx
    .select()
    .from(savedSearch)
    .where(sql`${savedSearch.notifies} and ${savedSearch.dueAt} <= now()`)
    .orderBy(savedSearch.dueAt)
    .limit(batch)
    .for('update', { skipLocked: true })
  await planForLists(tx)
  let told = 0
  for (const search of due) {
    const found = await findNew(tx, search)
    if (found.length > 0) {
      told += 1
      news.tell({ ...wordsFor(search, found), personId: search.personId })
    }
    await tx
      .update(savedSearch)
      .set({ dueAt: pause, seenUntil: sql`greatest(${savedSearch.seenUntil}, ${settled})` })
      .where(eq(savedSearch.id, search.id))
  }
  return { looked: due.length, told }
}

async function findNew(tx: Transaction, { personId, filters, seenUntil }: Due): Promise<Listed[]> {
  const hidden = await loadHiddenProjects(tx, personId)
  const { rows } = await tx.execute<Listed>(sql`
    select p.id, p.slug, p.title from project_listing listing
    join project p on p.id = listing.project_id
    where listing.listed_at > ${seenUntil.toISOString()}::timestamptz and listing.listed_at <= ${settled}
      and ${listingCondition(savedFilters.parse(filters), hidden)}
      and not exists (select from membership m
        where m.project_id = listing.project_id and m.person_id = ${personId})
    order by listing.listed_at desc limit ${most}`)
  return rows
}

function wordsFor({ name, filters }: Due, found: Listed[]) {
  const signal = 'notification:created' as const
  const [only, ...others] = found
  if (only && others.length === 0)
    return {
      ...{ signal, ids: { projectId: only.id } },
      text: `New for your search “${name}”: ${only.title}.`,
      href: `/projects/${only.slug}`,
    }
  const count = found.length < most ? String(found.length) : `${most} or more`
  const query = browseQuery({ ...savedFilters.parse(filters), sort: 'newest' })
  return {
    ...{ signal, ids: {} },
    text: `${count} new projects for your search “${name}”.`,
    href: `/projects?${query}`,
  }
}
