import type { OpeningMatchesInput, OpeningMatchesPage } from '@/contracts/matching'
import { peopleClosedTo } from '@/domain/access/matching'
import type { Actor } from '@/domain/actor'
import { findPeople } from './list-people-for-opening'

/**
 * Who could take a seat that has fallen free: the people for the opening, without those who ever left the
 * team, declined it or were declined. @throws NotFound
 */
export async function listReplacements(
  actor: Actor,
  input: OpeningMatchesInput,
): Promise<OpeningMatchesPage> {
  return findPeople(actor, input, (projectId) => peopleClosedTo(projectId, true))
}
