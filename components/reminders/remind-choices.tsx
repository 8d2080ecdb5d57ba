'use client'
import { useEffect, useRef, useState } from 'react'
import { clockTime } from '@/components/rooms/reader-clock'
import { quickMoments } from './quick-moments'

const line =
  'flex min-h-11 w-full items-center justify-between gap-3 rounded-s px-2.5 text-left text-sm hover:bg-sunken sm:min-h-9'

/** When to be reminded, inside a menu. Null: a moment that is chosen elsewhere. */
export function RemindChoices({ onChoose }: { onChoose: (due: number | null) => void }) {
  const [{ zone, moments }] = useState(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return { zone: timeZone, moments: quickMoments(Date.now(), timeZone) }
  })
  const first = useRef<HTMLButtonElement>(null)
  // What was pressed to get here is gone.
  useEffect(() => first.current?.focus(), [])
  return (
    <section aria-label="Remind me">
      <p aria-hidden className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">
        Remind me, and nobody else
      </p>
      <ul>
        {moments.map(({ label, due }, at) => (
          <li key={label}>
            <button
              type="button"
              ref={at === 0 ? first : undefined}
              className={line}
              onClick={() => onChoose(due)}
            >
              {label}
              {!label.includes(' at ') && (
                <span className="tabular text-xs text-ink-3">{clockTime(due, zone)}</span>
              )}
            </button>
          </li>
        ))}
        <li className="mt-1 border-t border-line pt-1">
          <button type="button" className={line} onClick={() => onChoose(null)}>
            Choose date and time
          </button>
        </li>
      </ul>
    </section>
  )
}
