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
  /** For `needed`: no match has fewer free seats, so the walk ends there. */
  least?: number
  limit: number
}

/** One in so many projects has to match for the walk below to be the shorter way. */
const sparse = 300
const shortestWalk = 4_000

/*
 * A million projects are met in one of two ways. The index of words knows all that match, but has to gather
 * every one before the first can be shown; the order's own index shows the first at once, but passes by all
 * that do not match. So we walk a stretch of the order, long enough for whatever is common, and gather when
 * that brought too few: then what there is to gather is little. Neither trusts an estimate.
 */

const keyOf = { newest: sql`0`, needed: sql`listing.free_seats::int`, rank: sql`0` }

const stretchOf = (limit: number) => Math.max(shortestWalk, sparse * limit)

function rangeOf(order: Order, beyond: Found | undefined, least = 0): SQL {
  if (order !== 'needed') return beyond ? sql`listing.project_id < ${beyond.id}` : sql`true`
  const from = sql`listing.free_seats >= ${least}::smallint`
  if (!beyond) return from
  return sql`${from} and
    (listing.free_seats, listing.project_id) < (${beyond.key}::smallint, ${beyond.id}::uuid)`
}

async function walk(
  tx: Transaction,
  { where, order, beyond, limit, least }: Query,
): Promise<Found[]> {
  const along = order === 'needed' ? sql`free_seats desc, project_id desc` : sql`project_id desc`
  const { rows } = await tx.execute<Found>(sql`
    select listing.project_id as id, ${keyOf[order]} as key
    from (
      select * from project_listing listing where ${rangeOf(order, beyond, least)}
      order by ${along} limit ${stretchOf(limit)}
    ) listing
    where ${where} order by ${along} limit ${limit}`)
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
async function wasWhole(tx: Transaction, { order, beyond, limit, least }: Query): Promise<boolean> {
  const along = order === 'needed' ? sql`free_seats desc, project_id desc` : sql`project_id desc`
  const { rows } = await tx.execute(sql`
    select 1 from project_listing listing where ${rangeOf(order, beyond, least)}
    order by ${along} offset ${stretchOf(limit)} limit 1`)
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
export async function areMany(tx: Transaction, where: SQL): Promise<boolean> {
  const probe = 13
  return (await walk(tx, { where, order: 'newest', limit: probe })).length === probe
}

/**
 * For this transaction: the ways above are chosen here, and for a database of any size. A table is never
 * read from end to end, and compiling a plan would take longer than any of these queries.
 */
export async function planForLists(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true)`)
}
