import type { ConnectionStatus } from '@/components/realtime/transport'

/**
 * Where one's own changes are. `saved`: the server has acknowledged all, and it acknowledges what it has
 * stored. `saving`: a request is on its way. `received`: it is at the server and not stored yet. `waiting`:
 * it did not get through yet.
 */
export type SaveState = {
  kind: 'opening' | 'saved' | 'saving' | 'received' | 'waiting' | 'offline'
  /** Changes without an acknowledgement. */
  changes: number
  /** They are at least in this browser's own store, and outlive the page. */
  kept: boolean
}

export function saveState(now: {
  status: ConnectionStatus
  open: boolean
  changes: number
  failing: boolean
  received: boolean
  kept: boolean
}): SaveState {
  const { status, open, changes, failing, received, kept } = now
  const rest = { changes, kept }
  if (status !== 'online') return { kind: 'offline', ...rest }
  if (failing || (!open && changes > 0)) return { kind: 'waiting', ...rest }
  if (!open) return { kind: 'opening', ...rest }
  if (changes === 0) return { kind: 'saved', ...rest }
  return { kind: received ? 'received' : 'saving', ...rest }
}

/** The state in words; they never promise more than is known. */
export function saveWords({ kind, changes }: SaveState): string {
  const waiting = `${changes} ${changes === 1 ? 'change' : 'changes'} waiting`
  if (kind === 'saved') return 'Saved'
  if (kind === 'saving') return 'Saving…'
  if (kind === 'received') return 'Received'
  if (kind === 'opening') return 'Opening…'
  if (kind === 'waiting') return changes > 0 ? waiting : 'Waiting for the server'
  return changes > 0 ? `Offline: ${waiting}` : 'Offline'
}
