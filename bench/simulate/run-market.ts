import { randomFrom } from '../match/world'
import { days, type Market } from './market'
import { first, type Policy, type Seen, shown } from './policies'

/** Most wait for an answer before they ask elsewhere; the product allows five. */
const pendingLimit = 1
/** Days until a team looks at a request. */
const answerDays = 1

type Request = { person: number; project: number; time: number }
export type Outcome = {
  /** Share of seats that were taken. */
  filled: number
  /** Share of projects that nobody asked. */
  zero_applicant: number
  /** Of how often projects were shown per day that they were open, over all of them. */
  gini: number
  /** The same of how often they were shown in all, long after they were full included. */
  gini_in_all: number
  /** Of the score, where there is a seat; the best order of all that could be shown is 1. */
  ndcg_at_10: number
  /** Share of requests that led to no seat. */
  wasted: number
  /** Share of projects that were shown to somebody within a week. */
  coverage_7d: number
}

/** Points at which a person, or a team, says yes every other time. */
const selective = 64
const lenient = 40

/** How likely is a yes to something worth so many points. */
const chance = (worth: number, middle: number) => 1 / (1 + Math.exp((middle - worth) / 4))

/** Lets everybody look, ask and decide, day by day, under one policy. */
export function runMarket(market: Market, policy: Policy, seed: number): Outcome {
  const { projects, people } = market
  const random = randomFrom(seed * 7_919 + 13)
  const filled = new Int32Array(projects.length)
  const asked = new Int32Array(projects.length)
  const seen = new Int32Array(projects.length)
  const seenOnDay = projects.map(() => new Int32Array(days))
  const standings: Seen[] = projects.map(({ id, time, founders, seats }, at) => ({
    ...{ id, at, time, score: 0, members: founders, freeSeats: seats, pending: 0, seen: 0 },
  }))
  const firstSeen = new Float64Array(projects.length).fill(days * 2)
  /** When the last seat was taken. */
  const closed = new Float64Array(projects.length).fill(days)
  const placed = new Uint8Array(people.length)
  const waiting = new Int32Array(people.length)
  const known = people.map(() => new Set<number>())
  let requests: Request[] = []
  let [total, wasted, gained, visits] = [0, 0, 0, 0]

  const isFull = (project: number) =>
    (filled[project] as number) >= (projects[project]?.seats as number)

  function visit(person: number, now: number) {
    const day = Math.floor(now)
    const candidates = standings.filter((standing) => {
      standing.score = market.score(person, standing.at)
      return standing.time <= now && standing.score >= 0 && !known[person]?.has(standing.at)
    })
    const list = policy.list(candidates)
    const gain = ({ score, freeSeats }: Seen) => (freeSeats > 0 ? score : 0)
    const ideal = first(candidates, shown, (one, other) => gain(other) - gain(one)).map(gain)
    if ((ideal[0] ?? 0) > 0) {
      gained += discounted(list.map(gain)) / discounted(ideal)
      visits++
    }
    const before = waiting[person] as number
    let asking = before
    for (const standing of list) {
      const { at, score } = standing
      seen[at] = (seen[at] as number) + 1
      standing.seen++
      const onDay = seenOnDay[at] as Int32Array
      onDay[day] = (onDay[day] as number) + 1
      firstSeen[at] = Math.min(firstSeen[at] as number, now)
      if (asking > before || asking >= pendingLimit) continue
      if (!random.chance(chance(score + market.taste(person, at, 'person'), selective))) continue
      known[person]?.add(at)
      requests.push({ person, project: at, time: now })
      standing.pending++
      asked[at] = (asked[at] as number) + 1
      total++
      asking++
    }
    waiting[person] = asking
  }

  function decide(now: number) {
    const due = requests.filter((request) => request.time + answerDays <= now)
    const felt = ({ person, project }: Request) =>
      market.score(person, project) + market.taste(person, project, 'team')
    due.sort((one, other) => felt(other) - felt(one))
    const settled = new Set<Request>()
    for (const request of due) {
      const { person, project } = request
      const wants = !placed[person]
      const standing = standings[project] as Seen
      settled.add(request)
      if (!isFull(project) && wants && random.chance(chance(felt(request), lenient))) {
        filled[project] = (filled[project] as number) + 1
        if (--standing.freeSeats === 0) closed[project] = now
        standing.members++
        placed[person] = 1
      } else wasted++
    }
    // A full team tells the rest, and who has found enough takes the rest back.
    for (const request of requests) {
      if (settled.has(request)) continue
      const { person, project } = request
      if (!isFull(project) && !placed[person]) continue
      settled.add(request)
      wasted++
    }
    for (const { project, person } of settled) {
      ;(standings[project] as Seen).pending--
      waiting[person] = (waiting[person] as number) - 1
    }
    requests = requests.filter((request) => !settled.has(request))
  }

  const next = Float64Array.from(people, ({ time }) => time)
  const looked = new Int32Array(people.length)
  for (let hour = 1; hour <= days * 24; hour++) {
    const now = hour / 24
    for (const [person, { pause, patience }] of people.entries()) {
      if ((next[person] as number) > now || placed[person]) continue
      if ((looked[person] as number) >= patience) continue
      visit(person, now)
      looked[person] = (looked[person] as number) + 1
      next[person] = now + pause * (0.5 + random.next())
    }
    if (hour % 24 > 0) continue
    decide(now)
    for (const standing of standings) standing.seen -= seenOnDay[standing.at]?.[hour / 24 - 14] ?? 0
  }
  wasted += requests.length
  const seats = projects.reduce((sum, project) => sum + project.seats, 0)
  return {
    filled: filled.reduce((sum, each) => sum + each, 0) / seats,
    zero_applicant: share(projects, (_, at) => asked[at] === 0),
    gini: gini(
      projects.map(
        ({ time }, at) => (seen[at] as number) / Math.max(1, (closed[at] as number) - time),
      ),
    ),
    gini_in_all: gini([...seen]),
    ndcg_at_10: gained / visits,
    wasted: total === 0 ? 0 : wasted / total,
    coverage_7d: share(projects, ({ time }, at) => (firstSeen[at] as number) <= time + 7),
  }
}

const share = <T>(all: T[], holds: (each: T, at: number) => boolean) =>
  all.filter(holds).length / all.length

const discounted = (gains: number[]) =>
  gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)

/** 0: all have the same; 1: one has everything. */
function gini(values: number[]): number {
  const sorted = values.sort((one, other) => one - other)
  const sum = sorted.reduce((all, each) => all + each, 0)
  const weighed = sorted.reduce(
    (all, each, at) => all + each * (2 * (at + 1) - sorted.length - 1),
    0,
  )
  return sum === 0 ? 0 : weighed / (sorted.length * sum)
}
