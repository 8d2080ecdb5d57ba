'use client'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { exactTime, useReaderClock } from '@/components/rooms/reader-clock'
import { useRoomStore } from '@/components/rooms/room-context'
import { Button } from '@/components/ui/button'
import type { ReminderView } from '@/contracts/reminders'
import { reminderWords } from './reminder-words'
import { cancelReminder } from './set-reminder'
import { whenWords } from './when-words'

/** One that is coming. Once cancelled it stays in its place, for as long as the list is open, with a way back. */
export function ReminderRow({
  reminder,
  onLeave,
}: {
  reminder: ReminderView
  onLeave: () => void
}) {
  const { transport } = useRoomStore()
  const { now, zone } = useReaderClock()
  const [cancelled, setCancelled] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { subject, beside } = reminderWords(reminder)
  const { id: reminderId, roomId, message, note, dueAt } = reminder
  const when = whenWords(Date.parse(dueAt), now, zone).replace(/^(on )?\w/, (begin) =>
    begin.slice(-1).toUpperCase(),
  )

  async function restore() {
    const input = { reminderId, roomId, messageId: message?.id ?? null, note, dueAt }
    const answer = await transport.request('reminder:create', input)
    return answer.ok ? undefined : answer.message
  }
  async function toggle() {
    setPending(true)
    const refusal = await (cancelled ? restore() : cancelReminder(transport, reminderId))
    setPending(false)
    setProblem(refusal)
    if (!refusal) setCancelled(!cancelled)
  }
  return (
    <li className="flex items-start gap-2 py-3 pr-3 pl-5">
      <div className="min-w-0 flex-1 text-sm">
        <p className="tabular text-xs text-ink-3">
          {cancelled ? (
            'Cancelled'
          ) : (
            <time dateTime={dueAt} title={exactTime(dueAt, zone)}>
              {when}
            </time>
          )}
        </p>
        {cancelled ? (
          <p className="truncate text-ink-3 line-through">{subject}</p>
        ) : (
          <Link
            href={reminder.href}
            prefetch={false}
            onClick={onLeave}
            className="line-clamp-2 font-semibold break-words hover:underline"
          >
            {subject}
          </Link>
        )}
        {!cancelled && <p className="truncate text-xs text-ink-3">{beside}</p>}
        <p role="status" className="sr-only">
          {cancelled ? `Cancelled: ${subject}` : ''}
        </p>
        {problem && (
          <p role="alert" className="mt-1 text-bad">
            {problem}
          </p>
        )}
      </div>
      {/* One button for both, so that whoever pressed it is still on it. */}
      <Button
        size="s"
        look="quiet"
        pending={pending}
        aria-label={cancelled ? `Undo: ${subject}` : `Cancel: ${subject}`}
        title={cancelled ? undefined : 'Cancel'}
        onClick={toggle}
        className={cancelled ? undefined : 'size-11 px-0! sm:size-8'}
      >
        {cancelled ? 'Undo' : <X aria-hidden className="size-4" />}
      </Button>
    </li>
  )
}
