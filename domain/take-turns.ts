/** Waits for a turn. @returns ends the turn; calling it twice is once */
export type TakeTurn = (key: string) => Promise<() => void>

/**
 * Lets `most` at once, and of one key `mostOfOne`, in the order of asking. For what waits long while it holds
 * a connection of the pool: one room that keeps the database busy must not take all of them from the others.
 */
export function createTurns({ most, mostOfOne }: { most: number; mostOfOne: number }): TakeTurn {
  const running = new Map<string, number>()
  const waiting: { key: string; begin: () => void }[] = []
  let sum = 0

  const isFree = (key: string) => sum < most && (running.get(key) ?? 0) < mostOfOne
  function begin(key: string): () => void {
    sum++
    running.set(key, (running.get(key) ?? 0) + 1)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      sum--
      const left = (running.get(key) ?? 1) - 1
      if (left > 0) running.set(key, left)
      else running.delete(key)
      const next = waiting.findIndex((each) => isFree(each.key))
      if (next >= 0) waiting.splice(next, 1)[0]?.begin()
    }
  }
  return (key) =>
    new Promise((resolve) => {
      const start = () => resolve(begin(key))
      if (isFree(key)) start()
      else waiting.push({ key, begin: start })
    })
}
