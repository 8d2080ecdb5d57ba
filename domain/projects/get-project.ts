import { and, count, eq, gt, inArray, notInArray, sql } from 'drizzle-orm'
import type { MemberView, OpeningView, ProjectPage } from '@/contracts/views'
import { db } from '@/db/client'
import { application, membership, opening, person } from '@/db/schema'
import { applyRefusal, maximumPendingApplications } from '@/domain/access/applications'
import { loadHiddenPeople } from '@/domain/access/blocks'
import {
  canDecideRequests,
  canEnterRoom,
  loadProjectBySlug,
  nextStatusesFor,
  projectPermissions,
} from '@/domain/access/projects'
import type { Viewer } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadOwners } from '@/domain/teams/load-leads'
import { loadOpenings } from './load-openings'
import { loadProjectCards } from './load-project-cards'

/** Everything that the project's page shows this viewer. @throws NotFound for drafts and archived ones to outsiders. */
export async function getProject(viewer: Viewer, input: { slug: string }): Promise<ProjectPage> {
  const { project, standing } = await loadProjectBySlug(db(), viewer, input.slug)
  const hidden = await loadHiddenPeople(db(), viewer?.personId)
  const [cards, openings, team, owners, waiting, mine] = await Promise.all([
    loadProjectCards(db(), [project.id], viewer?.personId),
    loadOpenings(db(), project.id, viewer),
    // Teammates meet in the room anyway; a team that hides its own people could not be managed.
    loadMembers(project.id, standing ? [] : hidden),
    loadOwners(db(), project.id),
    canDecideRequests(standing) ? countWaiting(eq(application.projectId, project.id), hidden) : 0,
    viewer ? countWaiting(eq(application.personId, viewer.personId), []) : 0,
  ])
  const [card] = cards
  if (!card) throw new NotFound()
  const refusal = applyRefusal({
    signedIn: viewer !== null,
    standing,
    status: project.status,
    acceptingMembers: project.acceptingMembers,
    freeSeats: freeSeats(openings),
    blocked: owners.some((owner) => hidden.includes(owner)),
    pending: mine,
  })
  return {
    ...card,
    description: project.description,
    repositoryUrl: project.repositoryUrl,
    windowStart: project.windowStart,
    windowEnd: project.windowEnd,
    openings: openings.filter((each) => each.status !== 'closed'),
    team,
    roomId: canEnterRoom(standing) ? project.roomId : null,
    viewer: {
      role: standing?.role ?? null,
      timeZone: viewer?.timeZone ?? null,
      can: projectPermissions(project.status, standing, refusal === null),
    },
    applyRefusal: refusal,
    waiting: { requests: mine, most: maximumPendingApplications },
    nextStatuses: nextStatusesFor(project.status, standing),
    pendingRequests: waiting,
  }
}

const freeSeats = (openings: OpeningView[]) =>
  openings.reduce((sum, each) => sum + (each.status === 'open' ? each.seats - each.filled : 0), 0)

async function countWaiting(whose: ReturnType<typeof eq>, hidden: string[]): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(application)
    .where(
      and(
        whose,
        eq(application.status, 'pending'),
        gt(application.expiresAt, sql`now()`),
        notInArray(application.personId, hidden),
      ),
    )
  return row?.n ?? 0
}

async function loadMembers(projectId: string, hidden: string[]): Promise<MemberView[]> {
  const rows = await db()
    .select({
      id: person.id,
      handle: person.handle,
      name: person.name,
      line: person.line,
      role: membership.role,
      status: membership.status,
      opening: opening.title,
      timeZone: person.timeZone,
      joinedAt: membership.joinedAt,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(opening, eq(opening.id, membership.openingId))
    .where(
      and(
        eq(membership.projectId, projectId),
        inArray(membership.status, ['active', 'inactive', 'completed']),
        notInArray(person.id, hidden),
      ),
    )
    .orderBy(
      sql`array_position(array['owner', 'maintainer', 'member'], ${membership.role})`,
      membership.joinedAt,
    )
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }))
}
