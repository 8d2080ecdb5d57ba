'use client'
import { ChartBarBig } from 'lucide-react'
import { useRef, useState } from 'react'
import { useReaderClock } from '@/components/rooms/reader-clock'
import { useRoomStore } from '@/components/rooms/room-context'
import { IconButton } from '@/components/ui/button'
import { LazyPollDialog } from './lazy-poll-dialog'

/** Opens the form of a poll. What stands in the composer beside it stays there. */
export function PollButton({ threadId, disabled }: { threadId: string | null; disabled: boolean }) {
  const store = useRoomStore()
  const { zone } = useReaderClock()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <>
      <IconButton
        ref={button}
        label="Ask a poll"
        disabled={disabled}
        onClick={() => setOpen(true)}
        className="disabled:pointer-events-none disabled:opacity-55"
      >
        <ChartBarBig aria-hidden className="size-4" />
      </IconButton>
      {open && (
        <LazyPollDialog
          argument=""
          place={{ store, threadId, zone }}
          onDone={close}
          onCancel={close}
        />
      )}
    </>
  )
}
