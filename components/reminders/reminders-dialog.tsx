'use client'
import { useCallback, useEffect, useState } from 'react'
import { useRoomStore } from '@/components/rooms/room-context'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { ReminderView } from '@/contracts/reminders'
import { ReminderRow } from './reminder-row'

/** What one is going to be reminded of, in all rooms. */
export function RemindersDialog({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Reminders"
      description="What you are going to be reminded of, in all your rooms. Only you see this."
    >
      <Coming onLeave={() => onOpenChange(false)} />
    </Dialog>
  )
}

function Coming({ onLeave }: { onLeave: () => void }) {
  const { transport, roomId } = useRoomStore()
  const [reminders, setReminders] = useState<ReminderView[] | null>(null)
  const [problem, setProblem] = useState<string>()
  const load = useCallback(async () => {
    setProblem(undefined)
    const answer = await transport.request('reminder:list', { roomId })
    if (answer.ok) setReminders(answer.reminders)
    else setProblem(answer.message)
  }, [transport, roomId])
  useEffect(() => {
    void load()
    return transport.on('reminder:told', ({ reminderId }) =>
      setReminders((now) => now?.filter(({ id }) => id !== reminderId) ?? null),
    )
  }, [transport, load])
  if (problem)
    return (
      <div className="flex flex-col items-start gap-3">
        <p role="alert" className="text-sm text-ink-2">
          Your reminders could not be read. {problem}
        </p>
        <Button size="s" onClick={load}>
          Try again
        </Button>
      </div>
    )
  if (reminders === null)
    return (
      <div aria-busy className="flex flex-col gap-3">
        <Skeleton className="h-4 w-1/3" />
        <Skeleton className="h-4 w-5/6" />
        <Skeleton className="h-4 w-1/3" />
        <Skeleton className="h-4 w-5/6" />
      </div>
    )
  if (reminders.length === 0)
    return (
      <p className="text-sm text-ink-2">
        Nothing is coming. Choose “Remind me” in the menu of a message, or write{' '}
        <code className="font-mono">/remind in 20 minutes Stand up</code>.
      </p>
    )
  return (
    <ul aria-label="Reminders" className="-mx-5 divide-y divide-line border-y border-line">
      {reminders.map((each) => (
        <ReminderRow key={each.id} reminder={each} onLeave={onLeave} />
      ))}
    </ul>
  )
}
