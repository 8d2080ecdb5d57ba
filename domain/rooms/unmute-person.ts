import { assertCanMute, lockModeration } from '@/domain/access/moderation'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { storeAudit } from '@/domain/moderation/store-audit'
import { liftMute } from './store-mute'

/** Lets somebody write again before their time; who could all along still can. @throws NotFound, Forbidden */
export async function unmutePerson(
  actor: Actor,
  input: { roomId: string; personId: string },
): Promise<void> {
  const { roomId, personId } = input
  await changeAndTell(async (tx, news) => {
    const seat = await lockModeration(tx, actor, roomId)
    // Or whoever is muted and keeps order would lift their own.
    await assertCanMute(tx, seat, personId)
    if (!(await liftMute(tx, input))) return
    await storeAudit(tx, { actorId: actor.personId, action: 'member:unmuted', roomId, personId })
    news.tell({ personId, signal: 'member:muted', ids: { roomId } })
  })
}
