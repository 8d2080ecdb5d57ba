import { sql } from 'drizzle-orm'
import { browseInput } from '@/contracts/inputs'
import type { ProjectCard } from '@/contracts/views'
import { db } from '@/db/client'
import { loadHiddenProjects } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { findListed, planForLists } from './find-listed'
import { listingCondition } from './listing-condition'
import { loadProjectCards } from './load-project-cards'

const anyOpen = browseInput.parse({})

/**
 * The newest projects that anybody could join now.
 * A signed-in person is not offered what they are part of, or wait for.
 */
export async function listFreeSeats(
  viewer: Viewer,
  input: { limit: number },
): Promise<ProjectCard[]> {
  return db().transaction(
    async (tx) => {
      await planForLists(tx)
      const hidden = await loadHiddenProjects(tx, viewer?.personId)
      const listed = listingCondition(anyOpen, hidden)
      const notMine = viewer
        ? sql`not exists (
            select from membership m where m.project_id = listing.project_id
              and m.person_id = ${viewer.personId} and m.status in ('active', 'inactive'))
          and not exists (
            select from application a where a.project_id = listing.project_id
              and a.person_id = ${viewer.personId} and a.status = 'pending' and a.expires_at > now())`
        : sql`true`
      const where = sql`${listed} and ${notMine}`
      const found = await findListed(tx, { where, order: 'newest', limit: input.limit })
      return loadProjectCards(
        tx,
        found.map((each) => each.id),
        viewer?.personId,
      )
    },
    { accessMode: 'read only' },
  )
}
