import { plainText } from '@/components/rooms/plain-text'
import type { ReminderView } from '@/contracts/reminders'

/** What it is about, in a few words, and what stands beside that. */
export function reminderWords({ note, message, roomTitle }: ReminderView): {
  subject: string
  beside: string
} {
  const room = roomTitle ?? 'A room that is closed to you now'
  const said =
    message && !message.deleted
      ? `${message.authorName}: ${plainText(message.excerpt) || 'a message'}`
      : null
  const gone = roomTitle === null ? 'A message' : 'A message that is not there any more'
  if (!note) return { subject: said ?? gone, beside: room }
  return { subject: note, beside: said ? `${room} · ${said}` : room }
}
