import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { MyTeams, ProjectCard } from '@/contracts/views'
import { db } from '@/db/client'
import { membership, room } from '@/db/schema'
import { maximumPendingApplications } from '@/domain/access/applications'
import { loadHiddenPeople } from '@/domain/access/blocks'
import { canDecideRequests } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { listRooms } from '@/domain/rooms/list-rooms'
import { loadApplicationCards } from './load-application-cards'
import { loadInvitationCards } from './load-invitation-cards'

/** How long whoever lost a seat to somebody else is shown what else they could join, in milliseconds. */
const shownAfterLoss = 14 * 86_400_000

type Place = Awaited<ReturnType<typeof loadPlaces>>[number]

/** The actor's projects, past ones, the requests they sent and the invitations they got. */
export async function listMyTeams(actor: Actor): Promise<MyTeams> {
  const hidden = await loadHiddenPeople(db(), actor.personId)
  const [places, applications, invitations, rooms] = await Promise.all([
    loadPlaces(actor.personId, hidden),
    loadApplicationCards(db(), sql`r.person_id = ${actor.personId}`, { limit: 50 }),
    loadInvitationCards(db(), sql`r.person_id = ${actor.personId}`, { hidden, limit: 50 }),
    listRooms(actor),
  ])
  const isLive = (place: Place) => place.status === 'active' || place.status === 'inactive'
  const live = new Set(places.filter(isLive).map((place) => place.projectId))
  const ended = new Map<string, Place>()
  for (const place of places)
    if (!live.has(place.projectId) && !ended.has(place.projectId)) ended.set(place.projectId, place)

  const ids = [...new Set(places.map((place) => place.projectId))]
  const loaded = await loadProjectCards(db(), ids, actor.personId)
  const cards = new Map<string, ProjectCard>(loaded.map((card) => [card.id, card]))
  const lately = Date.now() - shownAfterLoss
  const lost = applications.some(
    // Who joined the team in another seat lost nothing.
    ({ status, decidedAt, project }) =>
      status === 'superseded' &&
      !live.has(project.id) &&
      decidedAt !== null &&
      Date.parse(decidedAt) > lately,
  )
  const unread = new Map(rooms.map((each) => [each.id, each.unread]))
  return {
    projects: places.filter(isLive).flatMap((place) => {
      const card = cards.get(place.projectId)
      const { role, asked, roomId, waiting } = place
      const inactive = place.status === 'inactive'
      if (!card || !roomId) return []
      const pendingRequests = canDecideRequests(place) ? waiting : 0
      return [
        {
          ...{ ...card, role, inactive, asked, roomId },
          ...{ unread: unread.get(roomId) ?? 0, pendingRequests },
        },
      ]
    }),
    past: [...ended.values()].flatMap(({ projectId, role, status, listed }) => {
      const card = cards.get(projectId)
      return card && listed ? [{ ...card, role, ended: status }] : []
    }),
    applications,
    invitations,
    mostWaiting: maximumPendingApplications,
    next: lost ? (await listMatchesForPerson(actor, { limit: 3 })).matches : [],
  }
}

async function loadPlaces(personId: string, hidden: string[]) {
  const visible = hidden.length > 0 ? sql`and r.person_id not in ${hidden}` : sql``
  return (
    db()
      .select({
        projectId: membership.projectId,
        role: membership.role,
        status: membership.status,
        asked: sql<boolean>`${membership.askedAt} is not null and ${membership.status} = 'active'`,
        roomId: room.id,
        waiting: sql<number>`(
        select count(*)::int from application r
        where r.project_id = ${membership.projectId} and r.status = 'pending'
          and r.expires_at > now() ${visible})`,
        // Who left an archived project does not see it any more; who shipped it does.
        listed: sql<boolean>`${membership.status} = 'completed' or exists (
        select from project p where p.id = ${membership.projectId} and p.status <> 'archived')`,
      })
      .from(membership)
      .leftJoin(room, eq(room.projectId, membership.projectId))
      .where(
        and(
          eq(membership.personId, personId),
          inArray(membership.status, ['active', 'inactive', 'completed', 'left', 'removed']),
        ),
      )
      // The latest place in a project speaks for it.
      .orderBy(desc(membership.joinedAt))
      .limit(200)
  )
}
