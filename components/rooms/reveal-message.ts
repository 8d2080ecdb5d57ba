import { headId } from './message-row'
import type { RoomStore } from './room-store'

/** How many pages of older messages a jump may read. */
const furthest = 40

/** Goes to a message, reading older ones until it is there. False when it cannot be reached. */
export async function revealMessage(store: RoomStore, messageId: string): Promise<boolean> {
  for (let pages = 0; pages < furthest; pages++) {
    if (store.getView().messages.some((message) => message.id === messageId)) {
      await new Promise(requestAnimationFrame)
      show(document.getElementById(`message-${messageId}`))
      return true
    }
    if (!store.getView().more || !(await store.loadOlder())) return false
  }
  return false
}

/** Goes to a message that is to be seen already. False when it is not. */
export function showMessage(messageId: string): boolean {
  const row =
    document.getElementById(headId(messageId)) ?? document.getElementById(`message-${messageId}`)
  show(row)
  return row !== null
}

function show(row: HTMLElement | null) {
  if (!row) return
  row.scrollIntoView({ block: 'center' })
  row.focus({ preventScroll: true })
  row.dataset.found = ''
  setTimeout(() => {
    delete row.dataset.found
  }, 2_000)
}
