import { and, eq, sql } from 'drizzle-orm'
import type { DecideReportInput } from '@/contracts/rooms'
import { report } from '@/db/schema'
import { lockReportToDecide } from '@/domain/access/moderation'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { eraseMessage, forgetErased } from '@/domain/rooms/erase-message'
import { storeMute } from '@/domain/rooms/store-mute'
import { tellOfMute } from '@/domain/rooms/tell-of-mute'
import { loadModerators } from '@/domain/skills/load-moderators'
import { storeAudit } from './store-audit'

const states = { dismiss: 'dismissed', remove: 'removed', mute: 'muted' } as const

/**
 * Decides on everything that waits about one message, in a room of any kind and without a seat in it.
 * @throws NotFound to all but moderators; Conflict once decided, and for muting oneself
 */
export async function decideReport(actor: Actor, input: DecideReportInput): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const about = await lockReportToDecide(tx, actor, input.reportId)
    const { id: messageId, roomId, authorId } = about
    const byActor = { actorId: actor.personId, roomId, personId: authorId }
    const settled = await tx
      .update(report)
      .set({
        state: states[input.decision],
        decidedById: actor.personId,
        decidedAt: sql`now()`,
      })
      .where(and(eq(report.messageId, messageId), eq(report.state, 'waiting')))
      .returning({ reporterId: report.reporterId })
    if (input.decision === 'dismiss')
      await storeAudit(tx, { ...byActor, action: 'report:dismissed', details: { messageId } })
    if (input.decision === 'mute') {
      if (authorId === actor.personId) throw new Conflict('You cannot mute yourself.')
      const { minutes, reason } = input
      const mute = { roomId, personId: authorId, minutes, reason, mutedById: actor.personId }
      const until = await storeMute(tx, mute)
      await storeAudit(tx, { ...byActor, action: 'member:muted', details: { minutes, reason } })
      tellOfMute(news, { roomId, personId: authorId, title: 'a room', until, reason })
    }
    // Nobody's own deletion, undone, brings back what a moderator has removed.
    if (input.decision !== 'dismiss' && about.deletedAt) await forgetErased(tx, messageId)
    if (input.decision !== 'dismiss' && !about.deletedAt) {
      const { draft, concerned } = await eraseMessage(tx, about, actor.personId)
      await storeAudit(tx, { ...byActor, action: 'message:removed', details: { messageId } })
      news.record(roomId, actor.personId, draft)
      for (const personId of concerned)
        news.tell({ personId, signal: 'room:unread', ids: { roomId } })
    }
    const outcome =
      input.decision === 'dismiss' ? 'and left it where it is' : 'and removed the message'
    for (const { reporterId } of settled)
      if (reporterId)
        news.tell({
          ...{ personId: reporterId, signal: 'report:decided', ids: {} },
          text: `A moderator looked at what you reported ${outcome}.`,
          href: '/rooms',
        })
    for (const personId of await loadModerators(tx))
      news.tell({ personId, signal: 'report:decided', ids: {} })
  })
}
