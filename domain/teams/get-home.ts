import { eq, sql } from 'drizzle-orm'
import type { HomePage } from '@/contracts/views'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { loadHiddenPeople } from '@/domain/access/blocks'
import type { Actor } from '@/domain/actor'
import { nextProjectsFor } from '@/domain/projects/next-projects-for'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'
import { listRooms } from '@/domain/rooms/list-rooms'
import { listNotifications } from './list-notifications'
import { loadApplicationCards } from './load-application-cards'
import { loadInvitationCards } from './load-invitation-cards'

const shown = 6

/** What the actor could do next: decide, answer, talk, learn, join. */
export async function getHome(actor: Actor): Promise<HomePage> {
  const hidden = await loadHiddenPeople(db(), actor.personId)
  const waiting = sql`r.status = 'pending' and r.expires_at > now()`
  const led = sql`r.project_id in (
    select m.project_id from membership m where m.person_id = ${actor.personId}
      and m.status = 'active' and m.role in ('owner', 'maintainer'))`
  const mine = sql`r.person_id = ${actor.personId}`
  const [roadmap, requestsToDecide, invitations, rooms, news, suggestions, beginning] =
    await Promise.all([
      getRoadmap(actor),
      loadApplicationCards(db(), sql`${waiting} and ${led}`, { hidden, limit: 20 }),
      loadInvitationCards(db(), sql`${waiting} and ${mine}`, { hidden, limit: 20 }),
      listRooms(actor),
      listNotifications(actor),
      nextProjectsFor(actor, { limit: shown }),
      readBeginning(actor),
    ])
  const current = roadmap.steps.find((each) => each.id === roadmap.currentStepId)
  return {
    currentStep: current
      ? { id: current.id, position: current.position, title: current.title, line: current.line }
      : null,
    learning: current?.state === 'learning',
    done: roadmap.done,
    total: roadmap.steps.length,
    requestsToDecide,
    invitations,
    rooms: rooms.slice(0, shown),
    news: news.slice(0, shown),
    suggestions,
    ...beginning,
  }
}

async function readBeginning(actor: Actor) {
  const [row] = await db()
    .select({
      welcomed: sql<boolean>`${person.welcomedAt} is not null`,
      hasProfileSkills: sql<boolean>`exists (
        select from user_skill us where us.person_id = ${person.id})`,
    })
    .from(person)
    .where(eq(person.id, actor.personId))
  return row ?? { welcomed: true, hasProfileSkills: true }
}
