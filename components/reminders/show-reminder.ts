import type { Transport } from '@/components/realtime/transport'
import { toast } from '@/components/ui/toast'
import { reminderWords } from './reminder-words'

/** Two carriers may bring the same signal. */
const shown = new Set<string>()

/**
 * Says what has become due, and leads there. It stays until somebody has seen it.
 * @param does.open goes to a path of this site
 * @param does.read marks a notification as read
 */
export async function showReminder(
  transport: Transport,
  reminderId: string,
  does: { open: (href: string) => void; read: (notificationId: string) => void },
): Promise<void> {
  if (shown.has(reminderId)) return
  shown.add(reminderId)
  const answer = await transport.request('reminder:get', { reminderId })
  // The notification stays in any case.
  if (!answer.ok) return
  const { subject, beside } = reminderWords(answer.reminder)
  const { href, notificationId } = answer.reminder
  const run = () => {
    does.open(href)
    if (notificationId) does.read(notificationId)
  }
  toast(`Reminder: ${shorten(subject)}`, shorten(beside), { label: 'Open', run, stays: true })
}

/** Two or three lines of a toast. */
function shorten(words: string): string {
  const letters = [...words]
  return letters.length > 80 ? `${letters.slice(0, 79).join('').trimEnd()}…` : words
}
