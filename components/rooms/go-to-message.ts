import type { Jumped, JumpTarget } from './message-range'
import { headId } from './message-row'
import type { RoomStore } from './room-store'

/**
 * Shows a message of the main list, or the first at a place in it, loading around it if it is not at hand. Of a
 * reply it shows what begins its thread, and answers which thread that is.
 * @param uncover makes the main list visible
 */
export async function goToMessage(
  store: RoomStore,
  target: JumpTarget,
  uncover?: () => void,
): Promise<Jumped> {
  const there = 'aroundId' in target && store.has(target.aroundId)
  const jumped = there ? { id: target.aroundId, threadId: null } : await store.jump(target)
  if (typeof jumped === 'string' || !jumped.id) return jumped
  if (!jumped.threadId) uncover?.()
  await drawn()
  show(document.getElementById(`message-${jumped.id}`))
  return jumped
}

/** Shows where what is new to the reader begins. */
export async function goToFirstUnread(store: RoomStore): Promise<Jumped> {
  const { messages, lastReadSeq } = store.getView()
  const after = messages.find(({ seq }) => seq > lastReadSeq)
  const known = after && (messages[0]?.seq ?? 0) <= lastReadSeq
  return goToMessage(store, known ? { aroundId: after.id } : { aroundSeq: lastReadSeq + 1 })
}

/** How many pages of older replies a jump may read. */
const furthest = 40

/** Shows a reply in its thread, which is open, reading older ones until it is there. */
export async function goToReply(
  store: RoomStore,
  threadId: string,
  messageId: string,
): Promise<Jumped> {
  if (await store.openThread(threadId)) return 'failed'
  for (let pages = 0; pages < furthest; pages++) {
    await drawn()
    if (showMessage(messageId)) return { id: messageId, threadId }
    if (!store.getView().threads[threadId]?.more) return 'gone'
    if (await store.loadOlderReplies(threadId)) return 'failed'
  }
  return 'failed'
}

/** Goes to a message that is to be seen already. False when it is not. */
export function showMessage(messageId: string): boolean {
  const row =
    document.getElementById(headId(messageId)) ?? document.getElementById(`message-${messageId}`)
  show(row)
  return row !== null
}

/** A page that is not visible gets no frames. */
const drawn = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve())
    setTimeout(resolve, 100)
  })

function show(row: HTMLElement | null) {
  if (!row) return
  row.scrollIntoView({ block: 'center' })
  row.focus({ preventScroll: true })
  row.dataset.found = ''
  setTimeout(() => {
    delete row.dataset.found
  }, 2_000)
}
