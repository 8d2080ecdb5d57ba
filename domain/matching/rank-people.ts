import { type SQL, sql } from 'drizzle-orm'
import type { PersonMatch } from '@/contracts/matching'
import type { PersonCard } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { isOffered } from '@/domain/access/matching'
import { personCard } from '@/domain/teams/person-card'
import { explainMatch } from './explain-match'
import type { OpeningFacts, PersonFacts } from './facts'
import { loadNames } from './load-names'
import { isOneOf, loadPeople } from './load-people'
import { weekOf } from './overlap'
import { proposePeople } from './propose-people'
import { loadRarity } from './rarity'
import { rerank } from './rerank'
import { neverMeet, type Scored, scoreMatch } from './score-match'

const considered = 30

export type RankedPerson = { person: PersonFacts; scored: Scored }

/**
 * The people who suit an opening best, scored by what PostgreSQL says of them now; whoever has many
 * invitations waiting comes later, for nobody is to be flooded.
 * @param closed a subquery of ids of people who are out of the question
 */
export async function rankPeople(
  q: Queryable,
  opening: OpeningFacts,
  closed: SQL,
  limit: number,
): Promise<RankedPerson[]> {
  const week = weekOf(Date.now())
  const proposed = await proposePeople(q, opening, closed, { limit: considered + limit, week })
  const { rows } = await q.execute<{ id: string; pending: number }>(sql`
    select p.id, (select count(*)::int from invitation i where i.person_id = p.id
      and i.status = 'pending' and i.expires_at > now()) as pending
    from person p where ${isOneOf(sql`p.id`, proposed)} and ${isOffered} and p.id not in (${closed})`)
  const pending = new Map(rows.map((row) => [row.id, row.pending]))
  const people = await loadPeople(q, [...pending.keys()])
  const scale = { rarity: await loadRarity(q), week }
  const candidates = people.flatMap((person) => {
    const scored = scoreMatch(person, opening, scale)
    const waiting = { freeSeats: 1, pending: pending.get(person.id) ?? 0, seen: 0 }
    return neverMeet(scored)
      ? []
      : [{ ...waiting, id: person.id, score: scored.score, person, scored }]
  })
  candidates.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
  return rerank(candidates.slice(0, considered)).slice(0, limit)
}

export async function loadPersonCards(
  q: Queryable,
  ids: string[],
): Promise<Map<string, PersonCard>> {
  const { rows } = await q.execute<{ card: PersonCard }>(sql`
    select ${personCard} as card from person p where ${isOneOf(sql`p.id`, ids)}`)
  return new Map(rows.map(({ card }) => [card.id, card]))
}

/** Ranked people as pages show them. */
export async function describePeople(
  q: Queryable,
  opening: OpeningFacts,
  ranked: RankedPerson[],
): Promise<PersonMatch[]> {
  const names = await loadNames(q)
  const cards = await loadPersonCards(
    q,
    ranked.map(({ person }) => person.id),
  )
  return ranked.flatMap(({ person, scored }) => {
    const card = cards.get(person.id)
    if (!card) return []
    const parts = explainMatch(person, opening, scored, names, 'they')
    return { person: card, score: Math.round(scored.score), parts }
  })
}
