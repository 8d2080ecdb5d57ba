import type { MessagesPage, RoomEvent } from '@/contracts/realtime'
import { applyRoomEvents, type RoomState } from './apply-room-events'

/** How many messages a room keeps at hand: a long past scrolls through in bounded memory. */
export const keptMessages = 300

/**
 * A page may have been read before events that the room has applied since it was asked for (`passing`): they are
 * applied to it as well. It may be newer than the room, too; events repeat harmlessly.
 */
export function caughtUp(state: RoomState, page: MessagesPage, passing: RoomEvent[]): RoomState {
  const seq = (passing[0]?.seq ?? 1) - 1
  const { messages, more, newer } = page
  return applyRoomEvents({ ...state, messages, more, newer, seq, waiting: [] }, passing)
}

/** Another part of the conversation in place of the one at hand. */
export function replaceWindow(
  state: RoomState,
  page: MessagesPage,
  passing: RoomEvent[],
): RoomState {
  const { messages, more, newer } = caughtUp(state, page, passing)
  return { ...state, messages, more, newer }
}

/** Puts an older page before the messages at hand, and lets go of the newest; null when they do not meet. */
export function joinOlder(
  state: RoomState,
  page: MessagesPage,
  passing: RoomEvent[],
  beforeSeq: number,
): RoomState | null {
  if (state.messages[0]?.seq !== beforeSeq) return null
  // What is new belongs to the other end.
  const { messages, more } = caughtUp(state, { ...page, newer: true }, passing)
  const joined = { ...state, messages: [...messages, ...state.messages], more }
  return trimWindow(joined, 'newest')
}

/** Puts a newer page after the messages at hand, and lets go of the oldest; null when they do not meet. */
export function joinNewer(
  state: RoomState,
  page: MessagesPage,
  passing: RoomEvent[],
  afterSeq: number,
): RoomState | null {
  if (!state.newer || state.messages.at(-1)?.seq !== afterSeq) return null
  const { messages, newer } = caughtUp(state, page, passing)
  const joined = { ...state, messages: [...state.messages, ...messages], newer }
  return trimWindow(joined, 'oldest')
}

/** Lets go of what is furthest from the reader; the server has it. */
export function trimWindow(state: RoomState, from: 'oldest' | 'newest'): RoomState {
  const { messages } = state
  if (messages.length <= keptMessages) return state
  return from === 'oldest'
    ? { ...state, messages: messages.slice(-keptMessages), more: true }
    : { ...state, messages: messages.slice(0, keptMessages), newer: true }
}
