'use client'
import { ArrowUp, CheckCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { clockTime, dayLabel, dayOf } from './reader-clock'
import { useRoomView } from './room-context'

/** Says that what is new begins further up, and leads there. */
export function UnreadBar({
  now,
  zone,
  onJump,
  onRead,
}: {
  now: number
  zone: string
  onJump: () => void
  onRead: () => void
}) {
  const { unread, mentions, unreadSince } = useRoomView()
  const day = unreadSince && dayOf(unreadSince, zone)
  const since =
    unreadSince && day
      ? ` since ${day === dayOf(now, zone) ? '' : `${dayLabel(day, now, zone)}, `}${clockTime(unreadSince, zone)}`
      : ''
  return (
    <section
      aria-label="Unread messages"
      className="absolute inset-x-2 top-2 z-10 mx-auto flex max-w-[50rem] flex-wrap items-center gap-x-1 rounded-s border border-line bg-accent-soft pl-3 text-accent-ink shadow-raised"
    >
      <p className="tabular mr-auto py-1.5 font-semibold">
        {newLabel(unread, mentions)}
        {since}
      </p>
      <Button size="s" look="quiet" onClick={onJump} className="px-2! text-accent-ink!">
        <ArrowUp aria-hidden className="size-4" />
        Jump
      </Button>
      <Button size="s" look="quiet" onClick={onRead} className="px-2! text-accent-ink!">
        <CheckCheck aria-hidden className="size-4" />
        Mark as read
      </Button>
    </section>
  )
}

export function newLabel(unread: number, mentions: number): string {
  const all = `${unread.toLocaleString('en')} new`
  return mentions > 0 ? `${all}, ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}` : all
}
