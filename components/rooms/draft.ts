import { z } from 'zod'
import { messageView } from '@/contracts/realtime'
import { browserShelf, keep } from './kept-text'
import type { RoomStore } from './room-store'

const draft = z.object({ body: z.string(), replyTo: messageView.shape.replyTo })
export type Draft = z.infer<typeof draft>

/** Each thread has a draft of its own. */
const keyOf = (store: RoomStore, threadId: string | null) =>
  `prajix:draft:${store.me.id}:${threadId ?? store.roomId}`

export function readDraft(store: RoomStore, threadId: string | null): Draft {
  try {
    return draft.parse(JSON.parse(browserShelf()?.getItem(keyOf(store, threadId)) ?? ''))
  } catch {
    return { body: '', replyTo: null }
  }
}

export function keepDraft(store: RoomStore, threadId: string | null, { body, replyTo }: Draft) {
  const empty = body === '' && replyTo === null
  keep(browserShelf(), keyOf(store, threadId), empty ? '' : JSON.stringify({ body, replyTo }))
}
