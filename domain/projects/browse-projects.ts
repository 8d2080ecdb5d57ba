import type { BrowseInput } from '@/contracts/inputs'
import type { BrowsePage } from '@/contracts/views'
import { db, type Transaction } from '@/db/client'
import { loadHiddenProjects } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { correctWords } from './correct-words'
import { countFacets } from './count-facets'
import { planForLists } from './find-listed'
import { findPage } from './find-page'
import { loadProjectCards } from './load-project-cards'

const pageSize = 12

/**
 * Public projects under the filters, with counts of what other filters would show. Words that nothing has
 * are taken for mistyped ones. Reads one snapshot, so that the counts and the page agree.
 */
export async function browseProjects(viewer: Viewer, input: BrowseInput): Promise<BrowsePage> {
  return db().transaction(
    async (tx) => {
      await planForLists(tx)
      const hidden = await loadHiddenProjects(tx, viewer?.personId)
      const asked = await readPage(tx, viewer, input, hidden)
      if (asked.total.count > 0 || !input.q) return { ...asked, corrected: null }
      const corrected = await correctWords(tx, input.q)
      if (!corrected) return { ...asked, corrected }
      const meant = await readPage(tx, viewer, { ...input, q: corrected }, hidden)
      return meant.total.count > 0 ? { ...meant, corrected } : { ...asked, corrected: null }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function readPage(tx: Transaction, viewer: Viewer, input: BrowseInput, hidden: string[]) {
  const { ids, next } = await findPage(tx, input, hidden, pageSize * input.pages)
  return {
    projects: await loadProjectCards(tx, ids, viewer?.personId),
    next,
    ...(await countFacets(tx, input, hidden)),
  }
}
