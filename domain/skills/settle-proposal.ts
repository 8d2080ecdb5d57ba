import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { skillProposal, skillSupporter } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import type { News } from '@/domain/change-and-tell'
import { loadModerators } from './load-moderators'

export type Settled =
  | { state: 'accepted' | 'merged'; skillId: string }
  | { state: 'declined'; reason: string }

/** Writes down what became of a proposal, and tells everybody who wanted it in one sentence. */
export async function settleProposal(
  tx: Transaction,
  news: News,
  actor: Actor,
  proposalId: string,
  settled: Settled,
  text: string,
): Promise<void> {
  await tx
    .update(skillProposal)
    .set({ ...settled, decidedById: actor.personId, decidedAt: sql`now()` })
    .where(eq(skillProposal.id, proposalId))
  const told = { signal: 'skill:decided', ids: {} } as const
  const supporters = await tx
    .select({ personId: skillSupporter.personId })
    .from(skillSupporter)
    .where(eq(skillSupporter.proposalId, proposalId))
  for (const { personId } of supporters)
    news.tell({ ...told, personId, text, href: '/settings/profile' })
  for (const personId of await loadModerators(tx)) news.tell({ ...told, personId })
}
