import { roadmaps } from '../roadmaps'
import type { availabilityWindow, person, stepProgress, userSkill } from '../schema'
import { type Clock, minuteOfDay } from './clock'
import type { DemoPerson } from './demo'
import { demoLogins } from './demo-logins'

const weekdays = {
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  'every day': [1, 2, 3, 4, 5, 6, 7],
}

export type People = {
  /** Rows by handle. */
  of: (handle: string) => { id: string; handle: string; name: string; line: number }
  rows: (typeof person.$inferInsert)[]
  skills: (typeof userSkill.$inferInsert)[]
  windows: (typeof availabilityWindow.$inferInsert)[]
  progress: (typeof stepProgress.$inferInsert)[]
}

/** @param passwordHashes by e-mail address. */
export function buildPeople(
  people: DemoPerson[],
  skillId: (slug: string) => string,
  passwordHashes: Map<string, string>,
  clock: Clock,
): People {
  const rows = people.map((each, index) => {
    const createdAt = clock.daysAgo(each.joinedDaysAgo + clock.random())
    const login = demoLogins.find((known) => known.name === each.name)
    const email = login?.email ?? `${each.handle}@demo.prajix.dev`
    return {
      id: clock.idAt(createdAt),
      email,
      emailVerifiedAt: createdAt,
      passwordHash: passwordHashes.get(email) ?? null,
      handle: each.handle,
      name: each.name,
      headline: each.headline,
      bio: each.bio,
      timeZone: each.timeZone,
      weeklyHours: each.weeklyHours,
      line: (index % 5) + 1,
      isModerator: login?.moderates ?? false,
      // They have answered the first questions long ago.
      welcomedAt: createdAt,
      activeAt: clock.daysAgo(Math.min(each.joinedDaysAgo, (index * 7) % 11)),
      createdAt,
    }
  })
  const byHandle = new Map(rows.map((row) => [row.handle, row]))
  const of = (handle: string) => {
    const row = byHandle.get(handle)
    if (!row) throw new Error(`Nobody in the demo is called ${handle}.`)
    return { id: row.id, handle, name: row.name, line: row.line }
  }
  const levels = (each: DemoPerson, intent: 'has' | 'wants') =>
    Object.entries(each[intent]).map(([slug, level]) => ({
      personId: of(each.handle).id,
      skillId: skillId(slug),
      intent,
      level,
    }))
  return {
    of,
    rows,
    skills: people.flatMap((each) => [...levels(each, 'has'), ...levels(each, 'wants')]),
    windows: people.flatMap((each) =>
      each.windows.flatMap(([days, from, to]) =>
        weekdays[days].map((weekday) => ({
          personId: of(each.handle).id,
          weekday,
          startMinute: minuteOfDay(from),
          endMinute: minuteOfDay(to),
        })),
      ),
    ),
    progress: people.flatMap((each) => progressOf(each, of(each.handle).id, clock)),
  }
}

/** Done in order, evenly over the time that they have been here; what they learn now began recently. */
function progressOf(each: DemoPerson, personId: string, clock: Clock) {
  const stepIds = roadmaps[0].steps.map((step) => step.id)
  const pace = each.joinedDaysAgo / (each.done + 2)
  const done = stepIds.slice(0, each.done).filter((stepId) => !each.learning.includes(stepId))
  const recently = () => clock.daysAgo(Math.min(pace, 1 + clock.random() * 14))
  return [
    ...done.map((stepId, index) => ({
      personId,
      stepId,
      state: 'done' as const,
      changedAt: clock.daysAgo(each.joinedDaysAgo - pace * (index + 1)),
    })),
    ...each.learning.map((stepId) => ({
      personId,
      stepId,
      state: 'learning' as const,
      changedAt: recently(),
    })),
    ...(each.skipped ?? []).map((stepId) => ({
      personId,
      stepId,
      state: 'skipped' as const,
      changedAt: recently(),
    })),
  ]
}
