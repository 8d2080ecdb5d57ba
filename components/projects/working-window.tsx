'use client'
import { useEffect, useState } from 'react'
import { DayScale, DayStrip } from './day-strip'
import { cityOf, windowInZone } from './window-in-zone'

/**
 * The team's working window in its own time zone and in the reader's. Someone signed out has no zone
 * with us: the browser's is used as soon as it is known, in a place kept free for it.
 */
export function WorkingWindow({
  start,
  end,
  timeZone,
  viewerZone,
}: {
  start: number
  end: number
  timeZone: string
  viewerZone: string | null
}) {
  const [zone, setZone] = useState(viewerZone)
  useEffect(() => {
    setZone(viewerZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  }, [viewerZone])
  // Both clocks jump at their own dates, so the difference is today's.
  const mine = zone ? windowInZone({ start, end, timeZone }, zone, new Date()) : null
  if (zone === timeZone)
    return (
      <div className="flex flex-col gap-2.5">
        <DayStrip label={`${cityOf(zone)}, for the team and you`} window={{ start, end }} mine />
        <DayScale />
      </div>
    )
  return (
    <div className="flex flex-col gap-2.5">
      <DayStrip label={`${cityOf(timeZone)}, for the team`} window={{ start, end }} />
      {mine && zone ? (
        <DayStrip label={`${cityOf(zone)}, for you`} window={mine} mine />
      ) : (
        <div className="h-[2.2rem]" />
      )}
      <DayScale />
    </div>
  )
}
