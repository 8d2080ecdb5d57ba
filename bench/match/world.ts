import { roadmaps } from '@/db/roadmaps'
import { skills as catalogue } from '@/db/skills'
import type { NeededSkill, PersonFacts } from '@/domain/matching/facts'
import type { ProjectEntry } from '@/domain/matching/index/entries'
import type { WeeklyWindow } from '@/domain/matching/overlap'
import { seeded } from '../measure/numbers'

/*
 * People and projects as they could be, the same for the same seed. Skills follow Zipf's law, over all and
 * around the step that somebody is at; levels, hours, zones and times are told by most and left out by some.
 */

const zones = [
  ...['Europe/Berlin', 'Europe/London', 'Europe/Lisbon', 'Europe/Warsaw', 'Europe/Istanbul'],
  ...['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'America/Sao_Paulo'],
  ...['America/Bogota', 'Africa/Lagos', 'Africa/Nairobi', 'Africa/Casablanca', 'Africa/Cairo'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Singapore', 'Asia/Tokyo', 'Asia/Karachi'],
  ...['Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Auckland'],
]
export const stepIds = roadmaps[0].steps.map((step) => step.id)

export type Random = {
  next(): number
  below(limit: number): number
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  id(): string
}

export function randomFrom(seed: number): Random {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  let made = 0
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => next() < share,
    pick: (from) => from[below(from.length)] as never,
    // In order of their making, as uuidv7 are.
    id: () => {
      const order = (made++).toString(16).padStart(12, '0')
      return `${order.slice(0, 8)}-${order.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
    },
  }
}

/** Ranks by Zipf's law: the n-th is met 1/n as often as the first. */
function zipf(size: number): (random: Random) => number {
  const sums: number[] = []
  for (let rank = 1; rank <= size; rank++) sums.push((sums.at(-1) ?? 0) + 1 / rank)
  const whole = sums[size - 1] ?? 1
  return (random) => {
    const wanted = random.next() * whole
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

export type SkillRow = { id: string; slug: string; name: string }

/** Makes people and projects one by one, so that a million need not be held at once. */
export function openWorld(seed: number, skillRows?: SkillRow[]) {
  const random = randomFrom(seed)
  const skills: SkillRow[] =
    skillRows ?? catalogue.map(({ slug, name }) => ({ id: random.id(), slug, name }))
  const overall = zipf(skills.length)
  const around = zipf(Math.floor(skills.length / stepIds.length))

  /** A skill; half of them belong to what the step is about. */
  function skillNear(step: number): string {
    const at = random.chance(0.5)
      ? (around(random) * stepIds.length + step) % skills.length
      : overall(random)
    return (skills[at] as SkillRow).slug
  }
  function skillsNear(step: number, count: number): string[] {
    const chosen = new Set<string>()
    for (let tries = 0; chosen.size < count && tries < count * 4; tries++)
      chosen.add(skillNear(step))
    return [...chosen].sort()
  }

  function windows(): WeeklyWindow[] {
    if (random.chance(0.15)) return []
    const evening = random.pick([1_020, 1_050, 1_080, 1_110, 1_140])
    const length = random.pick([120, 150, 180, 240])
    const days = random.pick([
      [1, 2, 3, 4, 5],
      [1, 3, 5],
      [2, 4],
      [1, 2, 3, 4],
    ])
    const weekdays = days.map((weekday) => ({
      ...{ weekday, startMinute: evening, endMinute: Math.min(1_440, evening + length) },
    }))
    if (random.chance(0.4)) return weekdays
    const morning = random.pick([540, 600, 660])
    return [
      ...weekdays,
      ...[6, 7].map((weekday) => ({ weekday, startMinute: morning, endMinute: morning + 300 })),
    ]
  }

  function person(): PersonFacts {
    const at = random.below(stepIds.length)
    const id = random.id()
    const has = random.chance(0.03) ? [] : skillsNear(at, random.between(2, 8))
    const wants = skillsNear(at, random.below(4)).filter((slug) => !has.includes(slug))
    const states = new Map<number, 'done' | 'learning'>()
    if (!random.chance(0.05)) {
      for (let done = random.below(4); done > 0; done--) states.set((at + 15 - done) % 15, 'done')
      states.set(at, 'learning')
      if (random.chance(0.3)) states.set((at + 1) % 15, 'learning')
    }
    const promised = random.chance(0.5) ? 0 : random.between(1, 12)
    return {
      ...{ id, wants, timeZone: random.pick(zones), windows: windows() },
      has: has.map((slug) => ({ slug, level: 1 + Math.floor(5 * random.next() ** 1.3) })),
      steps: [...states]
        .map(([step, state]) => ({ stepId: stepIds[step] as string, state }))
        .sort((one, other) => (one.stepId < other.stepId ? -1 : 1)),
      weeklyHours: random.chance(0.1) ? null : random.between(2, 16),
      kept: random.between(Math.floor(promised / 2), promised),
      promised,
    }
  }

  function needs(step: number, count: number): NeededSkill[] {
    return skillsNear(step, count).map((slug) => ({
      slug,
      required: random.chance(0.7),
      minimumLevel: random.pick([1, 1, 2, 2, 2, 3, 3, 4]),
      covered: random.chance(0.12),
    }))
  }

  function project(): ProjectEntry {
    const at = random.below(stepIds.length)
    const steps = [...new Set([at, ...(random.chance(0.5) ? [random.below(stepIds.length)] : [])])]
    const id = random.id()
    const openings = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => ({
      id: random.id(),
      skills: random.chance(0.02) ? [] : needs(at, random.between(2, 5)),
    }))
    const start = random.pick([540, 780, 1_020, 1_080, 1_080, 1_140, 1_200])
    const asked = random.chance(0.4) ? 0 : random.between(1, 20)
    return {
      ...{ id, openings, timeZone: random.pick(zones), hoursPerWeek: random.between(2, 12) },
      ...{ windowStart: start, windowEnd: (start + random.pick([120, 180, 240, 300])) % 1_440 },
      ...{ answered: random.between(Math.floor(asked / 2), asked), asked },
      steps: steps.map((step) => stepIds[step] as string).sort(),
      teaches: [
        ...new Set(openings.flatMap((each) => each.skills.map((need) => need.slug))),
      ].sort(),
    }
  }

  return { random, skills, person, project }
}
export type World = ReturnType<typeof openWorld>

/** How rare the n-th skill of the world is among its people. */
export function rarityOf(world: World): (slug: string) => number {
  const ranks = new Map(world.skills.map(({ slug }, at) => [slug, at]))
  return (slug) => 1 + Math.round(4 * Math.log(1 + (ranks.get(slug) ?? 0))) / 4
}
