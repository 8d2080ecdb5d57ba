import { roadmaps } from '@/db/roadmaps'
import { skills as catalogue } from '@/db/skills'
import { seeded } from '../measure/numbers'

/*
 * Projects as they could be, the same for the same seed. Words and skills follow Zipf's law: the n-th is met
 * 1/n as often as the first, so the commonest word stands in nearly every project, and most words in few.
 */

const syllables = [
  ...['ba', 'be', 'bo', 'da', 'de', 'do', 'fa', 'fi', 'ga', 'go', 'ha', 'hi', 'ka', 'ke', 'ko'],
  ...['la', 'le', 'lo', 'ma', 'mi', 'mo', 'na', 'ne', 'no', 'pa', 'pe', 'po', 'ra', 're', 'ro'],
  ...['sa', 'si', 'so', 'ta', 'te', 'to', 'va', 've', 'vo', 'za'],
]
export const vocabulary = 40_000
const zones = [
  ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Africa/Lagos'],
  ...['Asia/Kolkata', 'Asia/Tokyo', 'Asia/Singapore', 'Australia/Sydney', 'Pacific/Auckland'],
]
const roles = [
  ...['Backend developer', 'Frontend developer', 'Developer', 'Tester', 'Database engineer'],
  ...['Designer', 'Operations', 'Technical writer', 'Reviewer', 'Data engineer'],
]
const stepIds = roadmaps[0].steps.map((step) => step.id)
const statuses = ['open', 'open', 'open', 'in_progress', 'in_progress', 'completed', 'paused']

/** The word of a rank; three or four syllables, different for every rank. */
export function wordOf(rank: number): string {
  const at = (n: number) => syllables[n % syllables.length] ?? ''
  const tail = rank >= 20_000 ? 'n' : 'r'
  return (
    at(rank * 7) + at(Math.floor(rank / 40) * 11 + rank) + at(Math.floor(rank / 1_600) + 3) + tail
  )
}

export type Project = {
  id: string
  title: string
  pitch: string
  description: string
  status: string
  hours: number
  zone: string
  steps: string[]
  openings: { id: string; title: string; seats: number; filled: number; skills: string[] }[]
}

export function openWorld(seed: number) {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  /** A rank below `size` by Zipf's law. */
  const zipf = (size: number) => Math.floor(Math.exp(next() * Math.log(size + 1))) - 1
  const sentence = (words: number) =>
    Array.from({ length: words }, () => wordOf(zipf(vocabulary))).join(' ')
  let made = 0
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  /** In order of their making, as uuidv7 are. */
  function id() {
    const order = (made++).toString(16).padStart(12, '0')
    return `${order.slice(0, 8)}-${order.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
  }
  function project(): Project {
    const steps = new Set([pick(stepIds), ...(next() < 0.4 ? [pick(stepIds)] : [])])
    const openings = Array.from({ length: 1 + below(3) }, () => {
      const seats = 1 + below(4)
      const skills = Array.from({ length: 1 + below(4) }, () => zipf(catalogue.length))
      return {
        ...{ id: id(), title: pick(roles), seats, filled: below(seats + 1) },
        skills: [...new Set(skills)].flatMap((at) => catalogue[at]?.slug ?? []),
      }
    })
    return {
      ...{ id: id(), title: sentence(3 + below(3)), pitch: sentence(10) },
      ...{ description: sentence(30 + below(40)), status: pick(statuses) },
      ...{ hours: 1 + below(14), zone: pick(zones), steps: [...steps], openings },
    }
  }
  return { next, below, pick, zipf, project }
}
export type World = ReturnType<typeof openWorld>
