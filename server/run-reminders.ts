import { tellReminders } from '@/domain/reminders/tell-reminders'
import type { Node } from './node'

/** How late a reminder may be, in milliseconds: the job of the same name comes by the minute alone. */
const every = 2_000

/**
 * Tells what has become due, on every node: of several that look at once, the database gives each reminder to
 * one. When nothing is due that is a look at the first entry of an index.
 */
export function runReminders({ log, track }: Pick<Node, 'log' | 'track'>): () => void {
  let busy = false
  const tell = async () => {
    if (busy) return
    busy = true
    try {
      await tellReminders()
    } catch (error) {
      log.warn({ err: error }, 'what is due could not be told')
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => track(tell()), every)
  return () => clearInterval(timer)
}
