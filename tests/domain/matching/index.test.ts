import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openWorld, rarityOf, type World } from '@/bench/match/world'
import type { OpeningFacts, PersonFacts, Scale } from '@/domain/matching/facts'
import type { ProjectEntry } from '@/domain/matching/index/entries'
import { Numbering } from '@/domain/matching/index/numbering'
import { OpeningIndex, smallEnough } from '@/domain/matching/index/opening-index'
import { PersonIndex } from '@/domain/matching/index/person-index'
import { openingsOf } from '@/domain/matching/load-projects'
import { weekOf } from '@/domain/matching/overlap'
import { neverMeet, scoreMatch } from '@/domain/matching/score-match'

const week = weekOf(Date.parse('2026-03-25'))
const query = { limit: 10, week }

function indexesOf(scale: Scale) {
  const [skills, steps] = [new Numbering(), new Numbering()]
  const rarity = (skill: number) => scale.rarity(skills.textOf(skill))
  return {
    openings: new OpeningIndex(skills, steps, rarity),
    people: new PersonIndex(skills, steps, rarity),
  }
}

type Row = { id: string; group: string; score: number }
/** Every pair scored by the plain scorer: the best of each group, ties by id. */
function best(
  pairs: [PersonFacts, OpeningFacts][],
  scale: Scale,
  row: (pair: [PersonFacts, OpeningFacts]) => Omit<Row, 'score'>,
) {
  const rows = pairs.flatMap((pair): Row[] => {
    const scored = scoreMatch(...pair, scale)
    return neverMeet(scored) ? [] : [{ ...row(pair), score: scored.score }]
  })
  rows.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
  const groups = new Set<string>()
  const firsts = rows.filter(({ group }) => !groups.has(group) && groups.add(group))
  return firsts.slice(0, query.limit).map(({ id, score }) => ({ id, score }))
}
const openingsFor = (person: PersonFacts, projects: ProjectEntry[], scale: Scale) =>
  best(
    projects.flatMap(openingsOf).map((opening) => [person, opening]),
    scale,
    ([, opening]) => ({ id: opening.id, group: opening.projectId }),
  )
const peopleFor = (opening: OpeningFacts, people: PersonFacts[], scale: Scale) =>
  best(
    people.map((person) => [person, opening]),
    scale,
    ([person]) => ({ id: person.id, group: person.id }),
  )

const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
const scaleOf = (world: World): Scale => ({ rarity: rarityOf(world), week })

it('finds exactly the best ten of random worlds, ties by id, whether listed or not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(40, 2_600), (seed, size) => {
      const world = openWorld(seed)
      const scale = scaleOf(world)
      const { openings, people } = indexesOf(scale)
      const projects = many(size, world.project)
      const persons = many(size * 2, world.person)
      for (const each of projects) openings.put(each)
      for (const each of persons) people.put(each)
      openings.settle()
      people.settle()
      for (const person of persons.slice(0, 5))
        expect(openings.search(person, [], query)).toEqual(openingsFor(person, projects, scale))
      for (const opening of projects.slice(0, 3).flatMap(openingsOf))
        expect(people.search(opening, [], query)).toEqual(peopleFor(opening, persons, scale))
    }),
    { numRuns: 3 },
  )
})

it('finds the same for people and openings that tell little', () => {
  const world = openWorld(7)
  const scale = scaleOf(world)
  const { openings, people } = indexesOf(scale)
  const projects = many(smallEnough, world.project)
  const persons = many(smallEnough + 1_000, world.person)
  for (const each of projects) openings.put(each)
  for (const each of persons) people.put(each)
  openings.settle()
  people.settle()
  const whole = world.person()
  const silent = { has: [], wants: [], steps: [], windows: [], weeklyHours: null }
  const keys = ['has', 'wants', 'steps', 'windows', 'weeklyHours'] as const
  for (const person of [
    { ...whole, ...silent },
    ...keys.map((key) => ({ ...whole, [key]: silent[key] })),
    ...keys.map((key) => ({ ...whole, ...silent, [key]: whole[key] })),
    { ...whole, has: [{ slug: world.random.id(), level: 3 }], wants: [world.random.id()] },
  ])
    expect(openings.search(person, [], query)).toEqual(openingsFor(person, projects, scale))
  const [opening] = openingsOf(world.project())
  if (!opening) throw new Error('no opening')
  for (const each of [
    opening,
    { ...opening, skills: [] },
    { ...opening, stepIds: [] },
    { ...opening, teaches: [], skills: opening.skills.slice(0, 1) },
  ])
    expect(people.search(each, [], query)).toEqual(peopleFor(each, persons, scale))
})

it('follows changes and removals, before and after its lists are made anew', () => {
  const world = openWorld(11)
  const scale = scaleOf(world)
  const { openings, people } = indexesOf(scale)
  const projects = new Map(many(smallEnough, world.project).map((each) => [each.id, each]))
  const persons = new Map(many(smallEnough + 500, world.person).map((each) => [each.id, each]))
  for (const each of projects.values()) openings.put(each)
  for (const each of persons.values()) people.put(each)
  for (let round = 0; round < 3; round++) {
    openings.settle()
    people.settle()
    for (const id of [...projects.keys()].slice(round * 200, round * 200 + 150)) {
      const changed = { ...world.project(), id }
      openings.put(changed)
      projects.set(id, changed)
    }
    for (const id of [...persons.keys()].slice(round * 200, round * 200 + 150)) {
      const changed = { ...world.person(), id }
      people.put(changed)
      persons.set(id, changed)
    }
    for (const id of [...projects.keys()].slice(-round * 20 - 20)) {
      openings.remove(id)
      projects.delete(id)
    }
    for (const id of [...persons.keys()].slice(-round * 20 - 20)) {
      people.remove(id)
      persons.delete(id)
    }
    const excluded = [...projects.keys()].slice(300, 900)
    const left = [...projects.values()].filter(({ id }) => !excluded.includes(id))
    for (const person of [...persons.values()].slice(100, 104))
      expect(openings.search(person, excluded, query)).toEqual(openingsFor(person, left, scale))
    for (const opening of [...projects.values()].slice(100, 102).flatMap(openingsOf))
      expect(people.search(opening, [], query)).toEqual(
        peopleFor(opening, [...persons.values()], scale),
      )
  }
  expect(openings.living).toBe([...projects.values()].flatMap(openingsOf).length)
  expect(people.living).toBe(persons.size)
})

it('is tiny while there is nothing in it', () => {
  const { openings, people } = indexesOf({ rarity: () => 1, week })
  expect(openings.bytes + people.bytes).toBeLessThan(50_000)
  const person = openWorld(3).person()
  expect(openings.search(person, [], query)).toEqual([])
})
