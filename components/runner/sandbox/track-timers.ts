import type { Port } from './worker-port'

/** A promise that failed unheard is told of in a task of its own, soon after. */
const rejectionMs = 20

/**
 * A program has ended when nothing is left that it waits for: replaces the timers by ones that are
 * counted. Intervals count until they are cleared.
 */
export function trackTimers({ setTimeout: later, clearTimeout: cancel }: Port['taken']) {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>()
  let next = 1
  let settled: (() => void) | undefined
  const look = () => {
    // One turn more: what a timer resolved may set the next one.
    if (waiting.size === 0 && settled) later(() => waiting.size === 0 && settled?.(), 0)
  }
  const start =
    (repeats: boolean) =>
    (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
      const id = next++
      const turn = () => {
        if (repeats) waiting.set(id, later(turn, delay))
        try {
          run(...args)
        } finally {
          if (!repeats) waiting.delete(id)
          look()
        }
      }
      waiting.set(id, later(turn, delay))
      return id
    }
  const clear = (id: number) => {
    const timer = waiting.get(id)
    if (timer !== undefined) cancel(timer)
    waiting.delete(id)
    look()
  }
  Object.assign(globalThis, {
    setTimeout: start(false),
    setInterval: start(true),
    clearTimeout: clear,
    clearInterval: clear,
  })
  return {
    drained: () =>
      new Promise<void>((resolve) => {
        settled = resolve
        later(look, rejectionMs)
      }),
  }
}
