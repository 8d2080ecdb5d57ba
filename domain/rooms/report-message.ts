import type { ReportInput } from '@/contracts/rooms'
import { report } from '@/db/schema'
import { loadSeat, lockMessage } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Invalid } from '@/domain/errors'
import { loadModerators } from '@/domain/skills/load-moderators'
import { reportsLimit } from './limits'

/**
 * Asks moderators to look at somebody else's message. Twice is once, while the first waits; whoever is muted
 * may, too. @throws NotFound, Conflict for a deleted message, RateLimited
 */
export async function reportMessage(actor: Actor, input: ReportInput): Promise<void> {
  const { roomId, messageId, reason, details } = input
  await changeAndTell(async (tx, news) => {
    const seat = await loadSeat(tx, actor, roomId, true)
    const found = await lockMessage(tx, seat, messageId)
    if (found.authorId === actor.personId)
      throw new Invalid('This is your own message. You can delete it.')
    if (found.deletedAt) throw new Conflict('This message was deleted meanwhile.')
    await reportsLimit.take(actor.personId)
    const made = await tx
      .insert(report)
      .values({ messageId, reporterId: actor.personId, reason, details })
      .onConflictDoNothing()
      .returning({ id: report.id })
    if (made.length === 0) return
    for (const personId of await loadModerators(tx))
      news.tell({ personId, signal: 'report:created', ids: {} })
  })
}
