import type { SQL } from 'drizzle-orm'
import type { OpeningMatchesInput, OpeningMatchesPage } from '@/contracts/matching'
import { db } from '@/db/client'
import { loadOpeningToFill, peopleClosedTo } from '@/domain/access/matching'
import type { Actor } from '@/domain/actor'
import { loadProjects, openingsOf } from './load-projects'
import { describePeople, rankPeople } from './rank-people'

/** The people who suit an opening of one's own project best; nobody while it has no free seat. @throws NotFound */
export async function listPeopleForOpening(
  actor: Actor,
  input: OpeningMatchesInput,
): Promise<OpeningMatchesPage> {
  return findPeople(actor, input, (projectId) => peopleClosedTo(projectId))
}

/** @param closed a subquery of ids of people who are out of the question, by id of the project */
export async function findPeople(
  actor: Actor,
  { openingId, limit }: OpeningMatchesInput,
  closed: (projectId: string) => SQL,
): Promise<OpeningMatchesPage> {
  const q = db()
  const { id, title, seats, filled, projectId } = await loadOpeningToFill(q, actor, openingId)
  const opening = { id, title, freeSeats: seats - filled }
  const facts = (await loadProjects(q, [projectId]))
    .flatMap(openingsOf)
    .find((each) => each.id === openingId)
  if (!facts) return { opening, people: [] }
  const ranked = await rankPeople(q, facts, closed(projectId), limit)
  return { opening, people: await describePeople(q, facts, ranked) }
}
