import { z } from 'zod'
import { handle, stepId } from './inputs'
import type { NoticeLevel, RoomKind } from './vocabulary'

/*
 * Rooms of every kind and how people are in them: what forms and sockets may send.
 */

export const directRoomInput = z.object({ handle })
export const stepRoomInput = z.object({ stepId })

/** What rooms of a kind let through to people who have chosen nothing. */
export const levelOf = (kind: RoomKind, chosen: NoticeLevel | null): NoticeLevel =>
  chosen ?? (kind === 'step' ? 'mentions' : 'all')
