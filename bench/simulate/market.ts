import { Numbering } from '@/domain/matching/index/numbering'
import { OpeningIndex } from '@/domain/matching/index/opening-index'
import { openingsOf } from '@/domain/matching/load-projects'
import { weekOf } from '@/domain/matching/overlap'
import { openWorld, type Random, rarityOf } from '../match/world'

/*
 * A market of projects and people who keep coming, and look for each other for eight weeks. How well two
 * suit each other comes from the production scorer; what they feel about it is that and a taste of their own,
 * which no policy knows.
 */

export const days = 56
/** In days: nobody posts in the last two weeks, and nobody comes in the last one, or nothing could come of it. */
const [posting, coming] = [42, 49]

export type Project = {
  id: string
  /** When it is posted, in days. */
  time: number
  seats: number
  /** Memberships that it came with: some teams are large before anybody is looked for. */
  founders: number
}
export type Person = {
  /** When they first look, in days. */
  time: number
  /** Days until they look again, and how often they do before they give up. */
  pause: number
  patience: number
}
export type Market = {
  projects: Project[]
  people: Person[]
  /** Score of person × project, 0 to 100; −1 where they never meet. */
  score: (person: number, project: number) => number
  /** What the person, or the team, feels about it beyond the score, in points. */
  taste: (person: number, project: number, side: 'person' | 'team') => number
  random: Random
}

export function openMarket(seed: number, size: { projects: number; people: number }): Market {
  const world = openWorld(seed)
  const { random } = world
  const rarity = rarityOf(world)
  const [skills, steps] = [new Numbering(), new Numbering()]
  const index = new OpeningIndex(skills, steps, (skill) => rarity(skills.textOf(skill)))
  const week = weekOf(Date.UTC(2026, 4, 6))

  const places = new Map<string, number>()
  const projects = Array.from({ length: size.projects }, (_, at): Project => {
    const entry = world.project()
    const openings = entry.openings.slice(0, 1)
    index.put({ ...entry, openings })
    const [opening] = openingsOf({ ...entry, openings })
    places.set(opening?.id ?? '', at)
    return {
      id: entry.id,
      time: random.next() * posting,
      seats: random.pick([1, 1, 2]),
      founders: 1 + Math.floor(4 * random.next() ** 2),
    }
  })
  const scores = new Float32Array(size.people * size.projects).fill(-1)
  const people = Array.from({ length: size.people }, (_, at): Person => {
    const found = index.search(world.person(), [], { limit: size.projects, week, exhaustive: true })
    for (const { id, score } of found) scores[at * size.projects + (places.get(id) ?? 0)] = score
    return {
      time: random.next() * coming,
      pause: random.pick([1, 2, 3]),
      patience: random.between(3, 8),
    }
  })
  return {
    projects,
    people,
    score: (person, project) => scores[person * size.projects + project] as number,
    taste: (person, project, side) => 8 * normal(seed, person, project, side === 'team' ? 1 : 0),
    random,
  }
}

/** A number of the bell curve that is always the same for the same two. */
function normal(seed: number, one: number, other: number, side: number): number {
  let mixed = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(one + 1, 0x85ebca6b)
  mixed ^= Math.imul(other + 1, 0xc2b2ae35) ^ Math.imul(side + 1, 0x27d4eb2f)
  let sum = 0
  // Four uniform numbers together are near enough to it.
  for (let each = 0; each < 4; each++) {
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
    mixed ^= mixed >>> 15
    sum += (mixed >>> 0) / 2 ** 32
  }
  return (sum - 2) * Math.sqrt(3)
}
