import type { JoinRoomInput } from '@/contracts/inputs'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { type CaughtUp, joinRooms } from './join-rooms'

/**
 * What happened in one room after `afterSeq`.
 * @throws NotFound for a missing room and for one that the person may not see.
 */
export async function joinRoom(actor: Actor, input: JoinRoomInput): Promise<CaughtUp> {
  const caughtUp = (await joinRooms(actor, [input])).get(input.roomId)
  if (!caughtUp) throw new NotFound('This room is not here, or not open to you.')
  return caughtUp
}
