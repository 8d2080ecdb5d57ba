import type { Transport } from '@/components/realtime/transport'
import { toast } from '@/components/ui/toast'
import { reminderWords } from './reminder-words'

/** Two carriers may bring the same signal. */
const shown = new Set<string>()

/**
 * Says what has become due, and leads there. It stays until somebody has seen it.
 * @param open goes to a path of this site
 */
export async function showReminder(
  transport: Transport,
  reminderId: string,
  open: (href: string) => void,
): Promise<void> {
  if (shown.has(reminderId)) return
  shown.add(reminderId)
  const answer = await transport.request('reminder:get', { reminderId })
  // The notification stays in any case.
  if (!answer.ok) return
  const { subject, beside } = reminderWords(answer.reminder)
  const { href } = answer.reminder
  toast(`Reminder: ${subject}`, beside, { label: 'Open', run: () => open(href), stays: true })
}
