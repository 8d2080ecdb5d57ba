import type { PersonFound } from '@/contracts/views'

/** What one looks for in others: slugs of skills and ids of steps. */
export type Interests = { has: Set<string>; wants: Set<string>; learning: Set<string> }

const listed = new Intl.ListFormat('en', { type: 'conjunction' })
const named = (names: string[]) => listed.format(names.slice(0, 3))

/** What two people have in common, in sentences to the viewer; the most useful first. */
export function whyMeet(
  own: Interests,
  person: Pick<PersonFound, 'has' | 'wants' | 'learning' | 'sharedMinutes'>,
): string[] {
  const teaches = person.has.filter(({ slug }) => own.wants.has(slug))
  const asks = person.wants.filter(({ slug }) => own.has.has(slug))
  const along = person.learning.filter(({ id }) => own.learning.has(id))
  const why: string[] = []
  if (teaches.length > 0)
    why.push(`Has ${named(teaches.map(({ name }) => name))}, which you want to learn.`)
  if (asks.length > 0)
    why.push(`Wants to learn ${named(asks.map(({ name }) => name))}, which you have.`)
  if (along.length > 0) why.push(`Is learning ${named(along.map(({ title }) => title))}, like you.`)
  const hours = Math.floor((person.sharedMinutes ?? 0) / 60)
  if (hours > 0) why.push(`You share ${hours} h a week.`)
  return why
}
