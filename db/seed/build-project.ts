import type { MembershipStatus } from '@/contracts/vocabulary'
import type {
  application,
  invitation,
  membership,
  notification,
  opening,
  openingSkill,
  project,
  projectStep,
  room,
} from '../schema'
import type { People } from './build-people'
import { buildRequests } from './build-requests'
import { type Clock, hours, later, minuteOfDay } from './clock'
import type { DemoProject, DemoRole } from './demo'

export type BuiltProject = {
  data: DemoProject
  project: typeof project.$inferInsert & { id: string; createdAt: Date }
  room: typeof room.$inferInsert & { id: string; createdAt: Date; seq: number }
  steps: (typeof projectStep.$inferInsert)[]
  openings: (typeof opening.$inferInsert & { id: string; title: string })[]
  openingSkills: (typeof openingSkill.$inferInsert)[]
  memberships: (Seat & typeof membership.$inferInsert)[]
  applications: (typeof application.$inferInsert)[]
  invitations: (typeof invitation.$inferInsert)[]
  notifications: (typeof notification.$inferInsert)[]
}
export type Seat = {
  handle: string
  role: 'owner' | 'maintainer' | 'member'
  status: MembershipStatus
  roleTitle: string | null
  joinedAt: Date
  endedAt: Date | null
  /** What they asked with; empty when they were invited. */
  message: string
}

export function buildProject(
  data: DemoProject,
  people: People,
  skillId: (slug: string) => string,
  clock: Clock,
): BuiltProject {
  const createdAt = clock.daysAgo(data.daysAgo + clock.random() * 0.4)
  const id = clock.idAt(createdAt)
  const seats = seatsOf(data, createdAt, clock)
  const openings = data.roles.map((role, index) => openingOf(role, index, id, createdAt, clock))
  const openingOfRole = (title: string | null) => {
    if (title === null) return null
    const found = openings.find((each) => each.title === title)
    if (!found) throw new Error(`${data.slug} has no role called ${title}.`)
    return found
  }
  const built = {
    data,
    project: {
      id,
      slug: data.slug,
      title: data.title,
      pitch: data.pitch,
      description: data.description.join('\n\n'),
      status: data.status,
      acceptingMembers: data.accepting ?? true,
      hoursPerWeek: data.hoursPerWeek,
      timeZone: data.timeZone,
      windowStart: minuteOfDay(data.window[0]),
      windowEnd: minuteOfDay(data.window[1]),
      createdAt,
      updatedAt: seats.at(-1)?.joinedAt ?? createdAt,
    },
    room: { id: clock.idAt(createdAt), kind: 'project' as const, projectId: id, seq: 0, createdAt },
    steps: data.steps.map((stepId) => ({ projectId: id, stepId })),
    openings,
    openingSkills: data.roles.flatMap((role, index) => {
      const openingId = openings[index]?.id ?? id
      const asked = (levels: Record<string, number>, required: boolean) =>
        Object.entries(levels).map(([slug, minimumLevel]) => ({
          openingId,
          skillId: skillId(slug),
          required,
          minimumLevel,
        }))
      return [...asked(role.required, true), ...asked(role.nice ?? {}, false)]
    }),
    memberships: seats.map((seat) => ({
      ...seat,
      id: clock.idAt(seat.joinedAt),
      projectId: id,
      personId: people.of(seat.handle).id,
      openingId: openingOfRole(seat.roleTitle)?.id ?? null,
    })),
  }
  return { ...built, ...buildRequests(built, openingOfRole, people, clock) }
}

function openingOf(
  role: DemoRole,
  index: number,
  projectId: string,
  createdAt: Date,
  clock: Clock,
): BuiltProject['openings'][number] {
  const filled = Object.keys(role.team ?? {}).length
  return {
    id: clock.idAt(later(createdAt, index + 1)),
    projectId,
    title: role.title,
    seats: role.seats,
    filled,
    status: role.status ?? (filled === role.seats ? 'filled' : 'open'),
    createdAt,
  }
}

/** Everybody who is or was on the team; they joined one after the other in the first weeks. */
function seatsOf(data: DemoProject, createdAt: Date, clock: Clock): Seat[] {
  const shipped = data.status === 'completed' || data.status === 'archived'
  const shippedAt = shipped ? clock.daysAgo(data.daysAgo * 0.35) : null
  const joins = data.roles.flatMap((role) =>
    Object.entries(role.team ?? {}).map(([handle, message]) => ({ handle, message, role })),
  )
  const former = data.former ?? []
  const pace = Math.min(hours(46), (data.daysAgo * hours(24)) / (joins.length + former.length + 2))
  const joinedAt = (place: number) =>
    later(createdAt, pace * (place + 1) - hours(clock.random() * 0.5))
  const seat = (handle: string, more: Partial<Seat> & { joinedAt: Date }): Seat => ({
    handle,
    role: data.maintainers?.includes(handle) ? 'maintainer' : 'member',
    status: shipped ? 'completed' : data.inactive?.includes(handle) ? 'inactive' : 'active',
    roleTitle: null,
    endedAt: shippedAt,
    message: '',
    ...more,
  })
  return [
    seat(data.owner, { role: 'owner', joinedAt: createdAt }),
    ...joins.map(({ handle, message, role }, index) =>
      seat(handle, { roleTitle: role.title, joinedAt: joinedAt(index), message }),
    ),
    ...former.map((each, index) =>
      seat(each.who, {
        roleTitle: each.role,
        status: each.how,
        joinedAt: joinedAt(joins.length + index),
        endedAt: clock.daysAgo(each.daysAgo),
      }),
    ),
  ]
}
