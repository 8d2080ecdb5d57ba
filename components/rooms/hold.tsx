import { MicOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { StandingView } from '@/contracts/rooms'
import { exactTime, useReaderClock } from './reader-clock'
import { useRoomView } from './room-context'

/** What keeps one from sending: a mute, or whole seconds of slow mode that are left. */
export function useHold(): { muted: StandingView['muted']; seconds: number } {
  const { standing } = useRoomView()
  const { muted, waitUntil } = standing
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const look = () => setSeconds(Math.max(0, Math.ceil((waitUntil - Date.now()) / 1000)))
    look()
    if (waitUntil <= Date.now()) return
    const timer = setInterval(() => {
      look()
      if (waitUntil <= Date.now()) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [waitUntil])
  return { muted, seconds }
}

/** Why one can only read, and until when. What stands in the composer stays there. */
export function MutedNotice({ muted }: { muted: NonNullable<StandingView['muted']> }) {
  const { zone } = useReaderClock()
  return (
    <p
      role="status"
      className="mb-2 flex items-start gap-2.5 rounded-s border border-line bg-sunken px-3 py-2 text-ink-2"
    >
      <MicOff aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 break-words">
        You can read here, but not write,{' '}
        {muted.until ? `until ${exactTime(muted.until, zone)}` : 'until a moderator lifts it'}.
        Reason: {muted.reason}
      </span>
    </p>
  )
}
