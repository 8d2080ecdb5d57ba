import { requestLifetimeDays } from '@/contracts/vocabulary'
import type { People } from './build-people'
import type { BuiltProject } from './build-project'
import { type Clock, hours, later } from './clock'

type Requests = Pick<BuiltProject, 'applications' | 'invitations' | 'notifications'>
type Team = Pick<BuiltProject, 'data' | 'project' | 'room' | 'memberships'>

/** The requests of a project: those behind every seat, and those that wait or came to nothing. */
export function buildRequests(
  team: Team,
  openingOfRole: (title: string) => { id: string } | null,
  people: People,
  clock: Clock,
): Requests {
  const { data, project } = team
  const built: Requests = { applications: [], invitations: [], notifications: [] }
  const owner = people.of(data.owner)
  const lead = data.maintainers?.[0] ?? data.owner

  const request = (who: string, role: string, createdAt: Date, message: string) => ({
    id: clock.idAt(createdAt),
    openingId: openingOfRole(role)?.id ?? '',
    projectId: project.id,
    personId: people.of(who).id,
    message,
    expiresAt: later(createdAt, hours(24 * requestLifetimeDays)),
    createdAt,
  })
  const notify = (who: string, kind: string, text: string, href: string, at: Date) =>
    built.notifications.push({
      id: clock.idAt(at),
      personId: people.of(who).id,
      kind,
      text,
      href,
      createdAt: at,
      // What is older than four days was surely read.
      readAt: at < clock.daysAgo(4) ? later(at, hours(5)) : null,
    })

  for (const seat of team.memberships) {
    if (seat.roleTitle === null) continue
    const asked = later(seat.joinedAt, -Math.min(hours(20), ageAt(seat.joinedAt, project) / 2))
    const row = request(seat.handle, seat.roleTitle, asked, seat.message)
    const accepted = { status: 'accepted' as const, decidedAt: seat.joinedAt }
    if (seat.message === '') built.invitations.push({ ...row, ...accepted, invitedById: owner.id })
    else {
      built.applications.push({ ...row, ...accepted, decidedById: owner.id })
      const text = `You are on the team of ${project.title} as ${seat.roleTitle}.`
      notify(seat.handle, 'application:accepted', text, `/rooms/${team.room.id}`, seat.joinedAt)
    }
  }

  for (const each of data.applications ?? []) {
    const at = clock.daysAgo(each.daysAgo + clock.random() * 0.2)
    const row = request(each.who, each.role, at, each.message)
    const closed = closing(each.status, row, each.reason)
    const byLead = each.status === 'declined' ? { decidedById: people.of(lead).id } : {}
    built.applications.push({ ...row, status: each.status, ...closed, ...byLead })
    const { name } = people.of(each.who)
    const asks = `${name} asks to join ${project.title} as ${each.role}.`
    if (each.status === 'pending')
      for (const to of [data.owner, ...(data.maintainers ?? [])])
        notify(to, 'application:created', asks, `/projects/${data.slug}/requests`, at)
    if (each.status === 'declined') {
      const text = `${project.title} said no to your request for ${each.role}.`
      notify(each.who, 'application:declined', text, '/teams', closed.decidedAt ?? at)
    }
  }

  for (const each of data.invitations ?? []) {
    const at = clock.daysAgo(each.daysAgo + clock.random() * 0.2)
    const row = request(each.who, each.role, at, each.message)
    const closed = closing(each.status, row, each.reason)
    built.invitations.push({ ...row, status: each.status, ...closed, invitedById: owner.id })
    const text = `${owner.name} invites you to ${project.title} as ${each.role}.`
    if (each.status === 'pending') notify(each.who, 'invitation:created', text, '/teams', at)
  }
  return built
}

const ageAt = (at: Date, project: { createdAt: Date }) => at.getTime() - project.createdAt.getTime()

function closing(
  status: string,
  row: { createdAt: Date; expiresAt: Date },
  reason: string | undefined,
) {
  if (status === 'pending') return {}
  const decidedAt = status === 'expired' ? row.expiresAt : later(row.createdAt, hours(26))
  return { decidedAt, reason: reason ?? null }
}
