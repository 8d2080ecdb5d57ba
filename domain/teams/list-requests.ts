import { sql } from 'drizzle-orm'
import type { RequestsBoard } from '@/contracts/views'
import { db } from '@/db/client'
import { loadHiddenPeople } from '@/domain/access/blocks'
import { canDecideRequests, loadProjectBySlug } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadApplicationCards } from './load-application-cards'
import { loadInvitationCards } from './load-invitation-cards'

/** The board of requests, for the project's owner and maintainers. @throws NotFound to everybody else. */
export async function listRequests(actor: Actor, input: { slug: string }): Promise<RequestsBoard> {
  const { project, standing } = await loadProjectBySlug(db(), actor, input.slug)
  if (!canDecideRequests(standing)) throw new NotFound()
  const { id, slug, title } = project
  const hidden = await loadHiddenPeople(db(), actor.personId)
  const ofProject = sql`r.project_id = ${id}`
  const [applications, invitations] = await Promise.all([
    loadApplicationCards(db(), ofProject, { hidden, limit: 200 }),
    loadInvitationCards(db(), ofProject, { hidden, limit: 200 }),
  ])
  return { project: { id, slug, title }, applications, invitations }
}
