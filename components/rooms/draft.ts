import { z } from 'zod'
import { messageView } from '@/contracts/realtime'
import { browserShelf, keep } from './kept-text'
import type { RoomStore } from './room-store'

const draft = z.object({ body: z.string(), replyTo: messageView.shape.replyTo })
export type Draft = z.infer<typeof draft>

const keyOf = (store: RoomStore) => `prajix:draft:${store.me.id}:${store.roomId}`

export function readDraft(store: RoomStore): Draft {
  try {
    return draft.parse(JSON.parse(browserShelf()?.getItem(keyOf(store)) ?? ''))
  } catch {
    return { body: '', replyTo: null }
  }
}

export function keepDraft(store: RoomStore, { body, replyTo }: Draft) {
  const empty = body === '' && replyTo === null
  keep(browserShelf(), keyOf(store), empty ? '' : JSON.stringify({ body, replyTo }))
}
