'use client'
import clsx from 'clsx'
import { MessagesSquare, Pin } from 'lucide-react'
import { CountBadge } from '@/components/ui/badge'
import { useChatSide } from './chat-side'
import { useRoomView } from './room-context'

const button =
  'relative inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-s px-2 text-xs text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:text-accent-ink md:min-h-8 md:min-w-8'

/** Leads to what is followed and what is pinned. */
export function ChatTools({
  className,
  compact = false,
}: {
  className?: string
  /** Icons alone. */
  compact?: boolean
}) {
  const { side, open, close } = useChatSide()
  const { followed, pins } = useRoomView()
  const unread = followed?.filter((one) => one.unread > 0).length ?? 0
  const toggle = (kind: 'threads' | 'pins') => () =>
    side?.kind === kind ? close() : open({ kind })
  return (
    <div className={clsx('flex items-center', !compact && 'gap-1', className)}>
      <button
        type="button"
        aria-pressed={side?.kind === 'threads'}
        onClick={toggle('threads')}
        title="Threads that you follow"
        className={button}
      >
        <MessagesSquare aria-hidden className="size-4" />
        <span className={clsx(compact && 'sr-only')}>Threads</span>
        <CountBadge count={unread} label="with news" />
      </button>
      <button
        type="button"
        aria-pressed={side?.kind === 'pins'}
        onClick={toggle('pins')}
        title="Pinned messages"
        className={button}
      >
        <Pin aria-hidden className="size-4" />
        <span className={clsx(compact && 'sr-only')}>Pinned</span>
        {pins.length > 0 && !compact && <span className="tabular">{pins.length}</span>}
      </button>
    </div>
  )
}
