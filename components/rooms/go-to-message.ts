import type { Jumped, JumpTarget } from './message-range'
import type { RoomStore } from './room-store'

/** Shows a message, or the first at a place in the conversation, loading around it if it is not at hand. */
export async function goToMessage(store: RoomStore, target: JumpTarget): Promise<Jumped> {
  const there = 'aroundId' in target && store.has(target.aroundId)
  const jumped = there ? { id: target.aroundId } : await store.jump(target)
  if (typeof jumped === 'string' || !jumped.id) return jumped
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
