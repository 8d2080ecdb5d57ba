import { rotateWheels } from '@/domain/pairing/rotate-wheels'
import type { Node } from './node'

/** How late a turn may end, in milliseconds. */
const every = 500

/**
 * Ends turns at the wheel in the rooms that have people on this node. The clock itself is in the database,
 * so it goes on without this process, and a room on two nodes rotates once.
 */
export function runClocks({ deliveries, presence, log, track }: Node): () => void {
  let busy = false
  const rotate = async () => {
    if (busy) return
    busy = true
    try {
      const rooms = deliveries.rooms()
      const presentIn = rooms.map((roomId) => [roomId, presence.presentIn(roomId)] as const)
      await rotateWheels(new Map(presentIn), track)
    } catch (error) {
      log.warn({ err: error }, 'turns at the wheel could not be ended')
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => track(rotate()), every)
  return () => clearInterval(timer)
}
