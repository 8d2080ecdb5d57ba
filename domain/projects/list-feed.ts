import type { BrowseInput } from '@/contracts/inputs'
import type { ProjectCard } from '@/contracts/views'
import { db } from '@/db/client'
import { loadHiddenProjects } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { findListed, planForLists } from './find-listed'
import { listingCondition } from './listing-condition'
import { loadProjectCards } from './load-project-cards'

const entries = 30

/** The newest projects under the filters of a list, for a feed: no counts, no pages. */
export async function listFeed(viewer: Viewer, input: BrowseInput): Promise<ProjectCard[]> {
  return db().transaction(
    async (tx) => {
      await planForLists(tx)
      const where = listingCondition(input, await loadHiddenProjects(tx, viewer?.personId))
      const found = await findListed(tx, { where, order: 'newest', limit: entries })
      const ids = found.map((each) => each.id)
      return loadProjectCards(tx, ids, viewer?.personId)
    },
    { accessMode: 'read only' },
  )
}
