import { sql } from 'drizzle-orm'
import type { RequestsBoard } from '@/contracts/views'
import { db } from '@/db/client'
import { loadHiddenPeople } from '@/domain/access/blocks'
import { canDecideRequests, canManageMember, loadProjectBySlug } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadApplicationCards } from './load-application-cards'
import { loadInvitationCards } from './load-invitation-cards'
import { loadQuietMembers } from './load-quiet-members'

/** The board of requests, for the project's owner and maintainers. @throws NotFound to everybody else. */
export async function listRequests(actor: Actor, input: { slug: string }): Promise<RequestsBoard> {
  const { project, standing } = await loadProjectBySlug(db(), actor, input.slug)
  if (!canDecideRequests(standing)) throw new NotFound()
  const { id, slug, title } = project
  const hidden = await loadHiddenPeople(db(), actor.personId)
  const ofProject = sql`r.project_id = ${id}`
  const [applications, invitations, quiet] = await Promise.all([
    loadApplicationCards(db(), ofProject, { hidden, limit: 200 }),
    loadInvitationCards(db(), ofProject, { hidden, limit: 200 }),
    loadQuietMembers(db(), id),
  ])
  return {
    project: { id, slug, title },
    quiet: quiet.flatMap(({ role, status, ...member }) =>
      canManageMember(standing, { role, status }) ? [member] : [],
    ),
    applications,
    invitations,
  }
}
