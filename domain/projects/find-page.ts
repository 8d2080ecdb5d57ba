import { type SQL, sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { areMany, type Found, findListed, type Order } from './find-listed'
import { listingCondition, textQuery } from './listing-condition'
import { sortOf } from './sort-of'

/*
 * The best match for words: when few projects have them, all of those by rank. When many have, ranking each
 * would take seconds, and what stands in a title says most: those whose titles have the words come first, by
 * rank unless they are many, too, and then the others, the newest first.
 */
const stretches = ['newest', 'needed', 'ranked', 'titles', 'many', 'rest'] as const
type Stretch = (typeof stretches)[number]
type Place = { stretch: Stretch; beyond?: Found }

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const cursorShape = new RegExp(`^(${stretches.join('|')})\\.([0-9]{1,9})\\.(${uuid})$`)

const orders: Record<Stretch, Order> = {
  ...{ newest: 'newest', needed: 'needed', many: 'newest', rest: 'newest' },
  ...{ ranked: 'rank', titles: 'rank' },
}

function placeOf(input: BrowseInput): Place | null {
  const [, name, key, id] = cursorShape.exec(input.after ?? '') ?? []
  const stretch = stretches.find((each) => each === name)
  const sort = sortOf(input)
  if (!stretch || !id) return null
  const fits = sort === 'best' ? stretch !== 'newest' && stretch !== 'needed' : stretch === sort
  return fits ? { stretch, beyond: { id, key: Number(key) } } : null
}

/** A page of ids in the order asked for, and where the next one begins. */
export async function findPage(
  tx: Transaction,
  input: BrowseInput,
  hidden: string[],
  limit: number,
): Promise<{ ids: string[]; next: string | null }> {
  const where = listingCondition(input, hidden)
  const text = textQuery(input) ?? sql`''::tsquery`
  const inTitle = sql`${where} and listing.title @@ ${text}`
  const score = sql`round(ts_rank(listing.search, ${text}) * 1000000)::int`
  const sort = sortOf(input)
  let place = placeOf(input)
  if (!place && sort !== 'best') place = { stretch: sort }
  if (!place) {
    if (!(await areMany(tx, where))) place = { stretch: 'ranked' }
    else place = { stretch: (await areMany(tx, inTitle)) ? 'many' : 'titles' }
  }
  const wheres: Partial<Record<Stretch, SQL>> = {
    ...{ titles: inTitle, many: inTitle },
    rest: sql`${where} and not listing.title @@ ${text}`,
  }
  const take = async ({ stretch, beyond }: Place, count: number) => {
    const order = orders[stretch]
    const least = input.stage === 'open' ? 1 : 0
    const query = { where: wheres[stretch] ?? where, order, score, limit: count, beyond, least }
    const found = await findListed(tx, query)
    return found.map((each) => ({ ...each, stretch }))
  }
  const found = await take(place, limit + 1)
  if (found.length <= limit && (place.stretch === 'titles' || place.stretch === 'many'))
    found.push(...(await take({ stretch: 'rest' }, limit + 1 - found.length)))
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    ids: page.map((each) => each.id),
    next: found.length > limit && last ? `${last.stretch}.${last.key}.${last.id}` : null,
  }
}
