import type { StandingView } from '@/contracts/rooms'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readStanding } from './read-standing'

/** What the actor may do in a room at this moment. @throws NotFound */
export async function getStanding(actor: Actor, input: { roomId: string }): Promise<StandingView> {
  return readStanding(db(), await loadSeat(db(), actor, input.roomId))
}
