import type { TurnWheelInput, WheelView } from '@/contracts/documents'
import { db } from '@/db/client'
import { lockWheel } from '@/domain/access/pairing'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { keepTurnVersion } from '@/domain/versions/keep-turn-version'
import { listTeamMates } from './list-team-mates'
import { storeWheel } from './store-wheel'
import { applyTurn } from './wheel-turns'
import { toWheelView } from './wheel-view'

/**
 * Turns the wheel of a room: who drives, and for how long. Turns of one room wait for each other, so that
 * of two who take a free wheel at once one drives and the other is told. A repeat changes nothing and takes
 * no number.
 * @param present who is in the room, as far as the caller knows: the next turn goes to one of them, and a
 *   driver who is not among them loses the wheel to whoever asks.
 * @throws NotFound without a seat in the room; Forbidden and Conflict with what to do instead
 */
export async function turnWheel(
  actor: Actor,
  input: TurnWheelInput,
  present?: ReadonlySet<string>,
): Promise<{ wheel: WheelView }> {
  const { roomId } = input
  const { before, turned, event } = await db().transaction(async (tx) => {
    const { seat, turned: before, now } = await lockWheel(tx, actor, roomId)
    const team = await listTeamMates(tx, roomId)
    const turned = applyTurn({ turned: before, seat, now, team, present }, input)
    if (turned === before) return { before, turned, event: null }
    return { before, turned, event: await storeWheel(tx, roomId, actor.personId, turned) }
  })
  if (event) await publishToRoom(roomId, [event])
  await keepTurnVersion(roomId, before, turned)
  return { wheel: toWheelView(turned) }
}
