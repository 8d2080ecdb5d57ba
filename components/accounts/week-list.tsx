'use client'
import { Plus, X } from 'lucide-react'
import { clock } from '@/components/projects/window-in-zone'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { WeekWindow } from '@/contracts/week-windows'
import { dayNames } from './week-slots'

const starts = Array.from({ length: 48 }, (_, half) => half * 30)

/** The next hours to offer on a day: after what is there, else the evening. */
function nextOn(weekday: number, windows: WeekWindow[]): WeekWindow | null {
  const last = Math.max(0, ...windows.map(({ endMinute }) => endMinute))
  if (windows.length === 0) return { weekday, startMinute: 1080, endMinute: 1260 }
  const startMinute = last + 30
  return startMinute >= 1440
    ? null
    : { weekday, startMinute, endMinute: Math.min(1440, startMinute + 120) }
}

/**
 * The same hours as rows from–to. Rows that overlap while one is still choosing stay apart here: they are
 * made one when they are saved.
 */
export function WeekList({
  windows,
  onChange,
}: {
  windows: WeekWindow[]
  onChange: (windows: WeekWindow[]) => void
}) {
  const change = (window: WeekWindow, values: Partial<WeekWindow>) => {
    const next = { ...window, ...values }
    if (next.endMinute <= next.startMinute) next.endMinute = Math.min(1440, next.startMinute + 60)
    onChange(windows.map((one) => (one === window ? next : one)))
  }
  return (
    <ul
      aria-label="Hours by day"
      className="flex flex-col divide-y divide-line border-y border-line"
    >
      {dayNames.map((day, place) => {
        const own = windows.filter(({ weekday }) => weekday === place + 1)
        const next = nextOn(place + 1, own)
        return (
          <li key={day} className="flex min-h-12 items-start gap-2 py-1">
            <span className="w-11 pt-2.5 text-sm font-semibold sm:w-24 sm:pt-2">
              <span aria-hidden className="sm:hidden">
                {day.slice(0, 3)}
              </span>
              <span className="max-sm:sr-only">{day}</span>
            </span>
            <ul className="flex min-w-0 flex-1 flex-col gap-1">
              {own.map((window, at) => {
                const which = own.length > 1 ? `${day}, ${at + 1}` : day
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: hours being chosen have no other identity
                  <li key={at} className="flex items-center gap-1.5">
                    <Select
                      aria-label={`${which}: from`}
                      className="max-w-28"
                      value={window.startMinute}
                      onChange={(event) =>
                        change(window, { startMinute: Number(event.target.value) })
                      }
                    >
                      {starts.map((minute) => (
                        <option key={minute} value={minute}>
                          {clock(minute)}
                        </option>
                      ))}
                    </Select>
                    <span aria-hidden>–</span>
                    <Select
                      aria-label={`${which}: to`}
                      className="max-w-28"
                      value={window.endMinute}
                      onChange={(event) =>
                        change(window, { endMinute: Number(event.target.value) })
                      }
                    >
                      {starts
                        .map((minute) => minute + 30)
                        .filter((minute) => minute > window.startMinute)
                        .map((minute) => (
                          <option key={minute} value={minute}>
                            {clock(minute)}
                          </option>
                        ))}
                    </Select>
                    <IconButton
                      label={`Take ${which}, ${clock(window.startMinute)} to ${clock(window.endMinute)} off`}
                      onClick={() => onChange(windows.filter((one) => one !== window))}
                    >
                      <X aria-hidden className="size-4" />
                    </IconButton>
                  </li>
                )
              })}
              {own.length === 0 && (
                <li className="flex min-h-11 items-center text-sm text-ink-3 sm:min-h-9">
                  Not free
                </li>
              )}
            </ul>
            {next && (
              <IconButton
                label={`Add hours on ${day}`}
                onClick={() => onChange([...windows, next])}
              >
                <Plus aria-hidden className="size-4" />
              </IconButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
