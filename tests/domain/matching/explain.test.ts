import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openWorld, rarityOf } from '@/bench/match/world'
import { matchPartNames } from '@/contracts/matching'
import { changeFacts } from '@/domain/matching/change-facts'
import { explainMatch } from '@/domain/matching/explain-match'
import type { PersonFacts } from '@/domain/matching/facts'
import { listRaises } from '@/domain/matching/list-raises'
import { openingsOf } from '@/domain/matching/load-projects'
import { weekOf } from '@/domain/matching/overlap'
import { coveredBy, type Pickable, pickTeam } from '@/domain/matching/pick-team'
import { rerank } from '@/domain/matching/rerank'
import { scoreMatch } from '@/domain/matching/score-match'

const world = openWorld(17)
const scale = { rarity: rarityOf(world), week: weekOf(Date.parse('2026-10-21')) }
const names = { skill: (slug: string) => slug.toUpperCase(), step: (id: string) => id }
const round = (person: PersonFacts, opening: Parameters<typeof scoreMatch>[1]) =>
  Math.round(scoreMatch(person, opening, scale).score)

/** People who tell all, people who tell nothing, and all between. */
function somebody(): PersonFacts {
  const whole = world.person()
  const { random } = world
  return {
    ...whole,
    ...(random.chance(0.2) ? { has: [] } : {}),
    ...(random.chance(0.2) ? { wants: [] } : {}),
    ...(random.chance(0.2) ? { steps: [] } : {}),
    ...(random.chance(0.2) ? { windows: [] } : {}),
    ...(random.chance(0.2) ? { weeklyHours: null } : {}),
  }
}

it('has parts that add up to the score for each of ten thousand results', () => {
  for (let done = 0; done < 10_000; ) {
    const person = somebody()
    for (const opening of openingsOf(world.project())) {
      const scored = scoreMatch(person, opening, scale)
      const parts = explainMatch(person, opening, scored, names, done % 2 ? 'you' : 'they')
      const sum = parts.reduce((all, { points }) => all + points, 0)
      if (sum !== Math.round(scored.score) || parts.some(({ points }) => points < 0))
        throw new Error(JSON.stringify({ person, opening, parts }))
      done++
    }
  }
})

it('names every part once, in plain sentences, and says where an average stands in', () => {
  const [opening] = openingsOf(world.project())
  if (!opening) throw new Error('no opening')
  const silent = { has: [], wants: [], steps: [], windows: [], weeklyHours: null, promised: 0 }
  const person = { ...world.person(), ...silent }
  const parts = explainMatch(person, opening, scoreMatch(person, opening, scale), names, 'you')
  expect(parts.map(({ name }) => name)).toEqual(matchPartNames)
  for (const { text, known, name } of parts) {
    expect(text).toMatch(/^[A-Z].*\.$/)
    if (name !== 'reliability') expect([known, text.includes('average')]).toEqual([false, true])
  }
})

it('promises only raises that come true', () => {
  let promised = 0
  for (let done = 0; done < 400; done++) {
    const person = somebody()
    for (const opening of openingsOf(world.project())) {
      const raises = listRaises(person, opening, scale, names)
      expect(raises.length).toBeLessThanOrEqual(3)
      for (const { change, from, to } of raises) {
        promised++
        expect(to).toBeGreaterThan(from)
        expect([from, to]).toEqual([
          round(person, opening),
          round(changeFacts(person, change), opening),
        ])
      }
    }
  }
  expect(promised).toBeGreaterThan(500)
})

it('never scores lower for a skill more, a level more or an hour in common more', () => {
  for (let done = 0; done < 300; done++) {
    const person = { ...world.person(), steps: [] }
    for (const opening of openingsOf(world.project())) {
      const { suitsOpening } = scoreMatch(person, opening, scale)
      const [needed] = opening.skills
      if (!needed || person.has.length === 0) continue
      const more = changeFacts(person, { kind: 'skill', slug: needed.slug, level: 5 })
      expect(scoreMatch(more, opening, scale).suitsOpening).toBeGreaterThanOrEqual(suitsOpening)
    }
  }
})

it('picks a team within 1 − 1/e of the best one', () => {
  const need = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const cover = fc.dictionary(need, fc.constantFrom(0.2, 0.56, 0.78, 1), { maxKeys: 4 })
  const person = fc.record({ id: fc.uuid(), score: fc.nat(100), cover })
  const people = fc.uniqueArray(person, { minLength: 1, maxLength: 8, selector: ({ id }) => id })
  const weights = fc.dictionary(need, fc.integer({ min: 1, max: 6 }), { minKeys: 1 })
  fc.assert(
    fc.property(people, weights, fc.integer({ min: 1, max: 4 }), (drawn, weighed, seats) => {
      const needs = new Map(Object.entries(weighed))
      const pool = drawn.map(
        ({ id, score, cover }): Pickable => ({
          ...{ id, covers: new Map(Object.entries(cover)), places: [{ openingId: 'one', score }] },
        }),
      )
      let best = 0
      for (let chosen = 0; chosen < 2 ** pool.length; chosen++) {
        const team = pool.filter((_, at) => chosen & (1 << at))
        if (team.length <= seats) best = Math.max(best, coveredBy(team, needs))
      }
      const team = pickTeam(pool, needs, new Map([['one', seats]])).map((each) => each.person)
      expect(team).toHaveLength(Math.min(seats, pool.length))
      expect(coveredBy(team, needs)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9)
    }),
  )
})

it('puts in order by whose turn it is, but never a much worse match first', () => {
  const candidate = { id: 'a', score: 80, freeSeats: 1, pending: 0, seen: 500 }
  const order = (...others: Partial<typeof candidate>[]) =>
    rerank([candidate, ...others.map((each, at) => ({ ...candidate, id: `b${at}`, ...each }))]).map(
      ({ id }) => id,
    )
  expect(order({ score: 78, seen: 0 })).toEqual(['b0', 'a'])
  expect(order({ score: 60, seen: 0 })).toEqual(['a', 'b0'])
  expect(order({ score: 81, pending: 1 })).toEqual(['a', 'b0'])
  expect(order({ score: 99, pending: 9 })).toEqual(['a', 'b0'])
  expect(order({})).toEqual(['a', 'b0'])
})

it('gives each seat of a team to whoever suits that seat, where nothing is lacking', () => {
  const person = (id: string, one: number, other: number): Pickable => ({
    ...{ id, covers: new Map() },
    places: [
      { openingId: 'one', score: one },
      { openingId: 'other', score: other },
    ],
  })
  const people = [person('a', 70, 30), person('b', 69, 40), person('c', 10, 60)]
  const seats = new Map([
    ['one', 1],
    ['other', 1],
  ])
  const team = pickTeam(people, new Map(), seats)
  expect(team.map((each) => [each.person.id, each.place.openingId])).toEqual([
    ['a', 'one'],
    ['c', 'other'],
  ])
})
