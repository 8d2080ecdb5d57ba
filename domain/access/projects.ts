import { eq, type SQL } from 'drizzle-orm'
import type { ProjectPermissions } from '@/contracts/views'
import type { ProjectStatus } from '@/contracts/vocabulary'
import type { Queryable, Transaction } from '@/db/client'
import { project, room } from '@/db/schema'
import type { Actor, Viewer } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { isPublic, isRecruiting, nextStatusesOf } from '@/domain/projects/project-status'
import { type LiveMembership, loadMembership } from './memberships'

/** What a person is in a project; null for an outsider. */
export type Standing = Pick<LiveMembership, 'role' | 'status'> | null

// A membership that was completed with the project still leads it: somebody must be able to archive it.
const present = (standing: Standing) =>
  standing?.status === 'active' || standing?.status === 'completed'
export const isOwner = (standing: Standing) => present(standing) && standing?.role === 'owner'
const leads = (standing: Standing) =>
  present(standing) && (standing?.role === 'owner' || standing?.role === 'maintainer')

/** Drafts and archived projects exist for their members alone. */
export const canSeeProject = (status: ProjectStatus, standing: Standing) =>
  isPublic(status) || standing !== null
export const canEditProject = (status: ProjectStatus, standing: Standing) =>
  leads(standing) && status !== 'archived'
export const canDecideRequests = leads
export const canInvite = (status: ProjectStatus, standing: Standing) =>
  leads(standing) && isRecruiting(status)
export const canChangeRoles = isOwner
export const canHandOver = (standing: Standing) =>
  standing?.role === 'owner' && standing.status === 'active'
export const canLeave = (standing: Standing) => standing !== null
export const canEnterRoom = (standing: Standing) => standing !== null

/** Only the owner archives: an archived project is gone from every list for good. */
export const canMoveProject = (status: ProjectStatus, to: ProjectStatus, standing: Standing) =>
  nextStatusesOf(status).includes(to) && (to === 'archived' ? isOwner(standing) : leads(standing))
export const nextStatusesFor = (status: ProjectStatus, standing: Standing): ProjectStatus[] =>
  nextStatusesOf(status).filter((to) => canMoveProject(status, to, standing))

/** A maintainer manages members; owners and other maintainers answer to the owner alone. */
export const canManageMember = (standing: Standing, target: NonNullable<Standing>) =>
  isOwner(standing) || (leads(standing) && target.role === 'member')

export const projectPermissions = (
  status: ProjectStatus,
  standing: Standing,
  mayApply: boolean,
): ProjectPermissions => ({
  edit: canEditProject(status, standing),
  decide: canDecideRequests(standing),
  invite: canInvite(status, standing),
  changeStatus: nextStatusesFor(status, standing).length > 0,
  manageMembers: leads(standing),
  handOver: canHandOver(standing),
  leave: canLeave(standing),
  enterRoom: canEnterRoom(standing),
  apply: mayApply,
})

export type SeenProject = typeof project.$inferSelect & { roomId: string | null }
export type ProjectAndStanding = { project: SeenProject; standing: LiveMembership | null }

const select = (q: Queryable, where: SQL) =>
  q
    .select({ project, roomId: room.id })
    .from(project)
    .leftJoin(room, eq(room.projectId, project.id))
    .where(where)

async function seen(
  q: Queryable,
  row: { project: typeof project.$inferSelect; roomId: string | null } | undefined,
  viewer: Viewer,
): Promise<ProjectAndStanding> {
  if (!row) throw new NotFound()
  const standing = await loadMembership(q, viewer?.personId, row.project.id)
  if (!canSeeProject(row.project.status, standing)) throw new NotFound()
  return { project: { ...row.project, roomId: row.roomId }, standing }
}

/** @throws NotFound when it is missing or not for the viewer to see. */
export async function loadProjectBySlug(q: Queryable, viewer: Viewer, slug: string) {
  // Straight from a URL: some texts (a NUL) would be an error in PostgreSQL rather than a miss.
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw new NotFound()
  const [row] = await select(q, eq(project.slug, slug))
  return seen(q, row, viewer)
}

/** @throws NotFound when it is missing or not for the viewer to see. */
export async function loadProjectById(q: Queryable, viewer: Viewer, projectId: string) {
  const [row] = await select(q, eq(project.id, projectId))
  return seen(q, row, viewer)
}

/**
 * Locks the project and reads the actor's standing under the lock, so that what is decided from it stays
 * true until the commit. Every change of a team takes this lock first, then openings, then requests and
 * memberships, and the room last: one order, no deadlock.
 *
 * `change` keeps other changes of the same team out; `share` only keeps them from happening meanwhile.
 * Neither stops inserts that merely refer to the project.
 * @throws NotFound when it is missing or not for the actor to see.
 */
export async function lockProject(
  tx: Transaction,
  actor: Actor,
  projectId: string,
  purpose: 'change' | 'share' = 'change',
): Promise<ProjectAndStanding> {
  const [row] = await select(tx, eq(project.id, projectId)).for(
    purpose === 'change' ? 'no key update' : 'share',
    { of: project },
  )
  return seen(tx, row, actor)
}
