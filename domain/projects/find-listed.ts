import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'

/** A project in a list, with what its place in it depends on. */
export type Found = { id: string; key: number }
export type Order = 'newest' | 'needed' | 'rank'
type Query = {
  where: SQL
  order: Order
  /** What `rank` sorts by: an integer over `listing`. */
  score?: SQL
  /** The last one of the page before. */
  beyond?: Found
  /** A facet that every match has, to walk along: see `walkableFacet`. */
  facet?: string
  /** For `needed`: no match has fewer free seats, so the walk ends there. */
  least?: number
  limit: number
}

/** One in so many projects has to match for the walk below to be the shorter way. */
const sparse = 1_000
/** To find out whether many match, a shorter stretch will do: as many as this of it are many. */
const probe = { stretch: 4_000, many: 6 }
/** Along one facet each step looks up its project, which costs more than the next one of all projects. */
const facetWalk = 2_000

/*
 * A million projects are met in one of two ways. The index of words knows all that match, but has to gather
 * every one before the first can be shown; the order's own index shows the first at once, but passes by all
 * that do not match. So we walk a stretch of the order, long enough for whatever is common, and gather when
 * that brought too few: then what there is to gather is little. Under one skill, role or step the walk passes
 * by the projects that have it alone. Neither trusts an estimate.
 */

const keyOf = { newest: sql`0`, needed: sql`listing.free_seats::int`, rank: sql`0` }

const stretchOf = ({ limit, facet }: Query) =>
  facet ? Math.max(facetWalk, limit * 30) : sparse * limit

/** The rows that a walk passes by, of either table: both are in the order by an index of their own. */
function passing({ order, beyond, facet, least = 0 }: Query, columns: SQL): SQL {
  const where = [facet ? sql`walked.facet = ${facet}` : sql`true`]
  if (order === 'needed') where.push(sql`walked.free_seats >= ${least}::smallint`)
  if (beyond)
    where.push(
      order === 'needed'
        ? sql`(walked.free_seats, walked.project_id) < (${beyond.key}::smallint, ${beyond.id}::uuid)`
        : sql`walked.project_id < ${beyond.id}`,
    )
  const table = facet ? sql`listing_facet` : sql`project_listing`
  return sql`select ${columns} from ${table} walked where ${sql.join(where, sql` and `)}
    order by ${along(order, sql`walked`)}`
}

const along = (order: Order, table: SQL) =>
  order === 'needed'
    ? sql`${table}.free_seats desc, ${table}.project_id desc`
    : sql`${table}.project_id desc`

async function walk(tx: Transaction, query: Query, stretch = stretchOf(query)): Promise<Found[]> {
  const { where, order, limit, facet } = query
  // Sorted by what is walked, so that the database sees that it is sorted, and stops at the last one wanted.
  const listing = facet
    ? sql`(${passing(query, sql`walked.project_id, walked.free_seats`)} limit ${stretch}) passed
        cross join lateral (
          select * from project_listing l where l.project_id = passed.project_id offset 0
        ) listing
        where ${where} order by ${along(order, sql`passed`)}`
    : sql`(${passing(query, sql`walked.*`)} limit ${stretch}) listing
        where ${where} order by ${along(order, sql`listing`)}`
  const { rows } = await tx.execute<Found>(sql`
    select listing.project_id as id, ${keyOf[order]} as key from ${listing} limit ${limit}`)
  return rows
}

async function gather(tx: Transaction, { where, order, score, beyond, limit }: Query) {
  const key = order === 'rank' && score ? score : keyOf[order]
  const after = beyond ? sql`where (key, id) < (${beyond.key}::int, ${beyond.id}::uuid)` : sql``
  const { rows } = await tx.execute<Found>(sql`
    with found as materialized (
      select listing.project_id as id, ${key} as key from project_listing listing where ${where})
    select id, key from found ${after} order by key desc, id desc limit ${limit}`)
  return rows
}

/** Whether the walk came to the end of the order, so that there is nothing beyond what it found. */
async function wasWhole(tx: Transaction, query: Query): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`${passing(query, sql`1`)} offset ${stretchOf(query)} limit 1`,
  )
  return rows.length === 0
}

/** The next `limit` of a list in its order; fewer when it ends. */
export async function findListed(tx: Transaction, query: Query): Promise<Found[]> {
  if (query.order === 'rank') return gather(tx, query)
  const near = await walk(tx, query)
  if (near.length === query.limit || (await wasWhole(tx, query))) return near
  return gather(tx, query)
}

/** Whether so many match that they are better met by walking than ranked one by one. */
export async function areMany(tx: Transaction, where: SQL, facet?: string): Promise<boolean> {
  const stretch = facet ? facetWalk : probe.stretch
  const query: Query = { where, order: 'newest', limit: probe.many, facet }
  return (await walk(tx, query, stretch)).length === probe.many
}

/**
 * For this transaction: the ways above are chosen here, and for a database of any size. A table is never
 * read from end to end, and compiling a plan would take longer than any of these queries.
 */
export async function planForLists(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true)`)
}
