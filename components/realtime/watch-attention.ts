import type { Transport } from './transport'

/** Without a touch for so long, nobody sits there. */
const patience = 5 * 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Tells the server whether anybody sits before this tab: it is in sight and was touched lately. Said when it
 * changes, and again after every reconnect, for the server forgets a socket that is gone.
 * @returns stops watching
 */
export function watchAttention(transport: Transport): () => void {
  let away = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => transport.hint('presence:set', { away })
  const set = (next: boolean) => {
    if (next === away) return
    away = next
    tell()
  }
  const touched = () => {
    clearTimeout(timer)
    if (document.hidden) return set(true)
    set(false)
    timer = setTimeout(() => set(true), patience)
  }
  const reconnected = () => {
    if (transport.status() === 'online' && away) tell()
  }
  for (const sign of signs) window.addEventListener(sign, touched, { passive: true })
  document.addEventListener('visibilitychange', touched)
  const stopStatus = transport.onStatus(reconnected)
  touched()
  return () => {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, touched)
    document.removeEventListener('visibilitychange', touched)
    stopStatus()
  }
}
