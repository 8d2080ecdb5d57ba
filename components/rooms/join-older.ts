import type { MessagesPage, RoomEvent } from '@/contracts/realtime'
import { applyRoomEvents, prependMessages, type RoomState } from './apply-room-events'

/**
 * Puts an older page before the messages at hand. `passing` are the events that were applied while the
 * page was on its way: it may have been read before them, so they are applied to it as well.
 */
export function joinOlder(state: RoomState, page: MessagesPage, passing: RoomEvent[]): RoomState {
  const seq = (passing[0]?.seq ?? 1) - 1
  const known = new Set(page.messages.map((message) => message.id))
  const caughtUp = applyRoomEvents({ ...state, ...page, seq, waiting: [] }, passing)
  const messages = caughtUp.messages.filter((message) => known.has(message.id))
  return prependMessages(state, { messages, more: page.more })
}
