'use client'
import { useEffect, useState } from 'react'

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 hours ago"; below a minute "just now". Times ahead read "in 3 days". */
export function relativeTime(at: string, now: number): string {
  const difference = new Date(at).getTime() - now
  for (const [unit, size] of units)
    if (Math.abs(difference) >= size)
      return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
        Math.trunc(difference / size),
        unit,
      )
  return 'just now'
}

/** Relative, with the exact moment in the reader's own zone on hover; keeps itself up to date. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const [now, setNow] = useState(() => Date.now())
  const [exact, setExact] = useState<string>()
  useEffect(() => {
    const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })
    setExact(format.format(new Date(at)))
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [at])
  return (
    <time dateTime={at} title={exact} className={className} suppressHydrationWarning>
      {relativeTime(at, now)}
    </time>
  )
}
