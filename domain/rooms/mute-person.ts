import type { MuteInput } from '@/contracts/rooms'
import { assertCanMute, lockModeration } from '@/domain/access/moderation'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { storeAudit } from '@/domain/moderation/store-audit'
import { readPlace } from './read-place'
import { storeMute } from './store-mute'
import { tellOfMute } from './tell-of-mute'

/**
 * Takes the right to write in a room from somebody, for a time. They are told why; nobody else in the room is.
 * A second time sets the time anew. @throws NotFound, Forbidden
 */
export async function mutePerson(actor: Actor, input: MuteInput): Promise<void> {
  const { roomId, personId, minutes, reason } = input
  await changeAndTell(async (tx, news) => {
    const seat = await lockModeration(tx, actor, roomId)
    await assertCanMute(tx, seat, personId)
    const until = await storeMute(tx, { ...input, mutedById: actor.personId })
    const details = { minutes, reason }
    const { title } = await readPlace(tx, seat)
    await storeAudit(tx, {
      ...{ actorId: actor.personId, action: 'member:muted', roomId, personId },
      details,
    })
    tellOfMute(news, { roomId, personId, title, until, reason })
  })
}
