export type ToastAction = {
  label: string
  run: () => void
  /** Shown until somebody has dealt with it. */
  stays?: boolean
}
export type ToastMessage = { title: string; description?: string; action?: ToastAction }

// Most pages never show one: the code that draws them is fetched with the first, and this holds
// what was said until then.
const waiting: ToastMessage[] = []
let draw: ((message: ToastMessage) => void) | undefined
let wake: (() => void) | undefined

/**
 * Says that something happened; for errors of forms use the form instead.
 * @param action what can be done about it for as long as it is shown: ten seconds, unless it stays
 */
export function toast(title: string, description?: string, action?: ToastAction) {
  const message = { title, description, action }
  if (draw) return draw(message)
  waiting.push(message)
  wake?.()
}

/** Calls `whenNeeded` once a message waits with nothing to draw it; returns how to stop. */
export function awaitToasts(whenNeeded: () => void): () => void {
  wake = whenNeeded
  if (waiting.length > 0) wake()
  return () => {
    wake = undefined
  }
}

/** Hands over to what draws, with everything that waited; returns how to take it down. */
export function connectToasts(drawing: (message: ToastMessage) => void): () => void {
  draw = drawing
  for (const message of waiting.splice(0)) draw(message)
  return () => {
    draw = undefined
  }
}
