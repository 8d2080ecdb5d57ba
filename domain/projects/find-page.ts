import { type SQL, sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { areMany, type Found, findListed, type Order } from './find-listed'
import { listingCondition, textQuery, walkableFacet } from './listing-condition'
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
  // What a title has, the text has, too, and the index is spared half of its work: but not for words that are
  // excluded or stand together.
  const plain = !/["-]/.test(input.q)
  const besideTitle = plain ? listingCondition({ ...input, q: '' }, hidden) : where
  const inTitle = sql`${besideTitle} and listing.title @@ ${text} and numnode(${text}) > 0`
  const score = sql`round(ts_rank(listing.search, ${text}) * 1000000)::int`
  const facet = walkableFacet(input)
  const sort = sortOf(input)
  let place = placeOf(input)
  if (!place && sort !== 'best') place = { stretch: sort }
  if (!place) {
    if (!(await areMany(tx, where, facet))) place = { stretch: 'ranked' }
    else place = { stretch: (await areMany(tx, inTitle, facet)) ? 'many' : 'titles' }
  }
  const wheres: Partial<Record<Stretch, SQL>> = {
    ...{ titles: inTitle, many: inTitle },
    rest: sql`${where} and not listing.title @@ ${text}`,
  }
  const take = async ({ stretch, beyond }: Place, count: number) => {
    const order = orders[stretch]
    const least = input.stage === 'open' ? 1 : 0
    const options = { order, score, limit: count, beyond, facet, least }
    const found = await findListed(tx, { where: wheres[stretch] ?? where, ...options })
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
