import clsx from 'clsx'
import { clock, stretches } from './window-in-zone'

/** One day from midnight to midnight, with the working window filled in. */
export function DayStrip({
  label,
  window,
  mine = false,
}: {
  label: string
  window: { start: number; end: number }
  mine?: boolean
}) {
  return (
    <div className="flex flex-col gap-1">
      <p className="flex justify-between gap-3 text-sm">
        <span className="text-ink-2">{label}</span>
        <span className="tabular font-semibold">
          {window.start === window.end ? 'Any time' : `${clock(window.start)}–${clock(window.end)}`}
        </span>
      </p>
      <DayBar stretches={stretches(window)} mine={mine} />
    </div>
  )
}

/** The bar alone: minutes from–to of the day, filled in. */
export function DayBar({
  stretches,
  mine = false,
}: {
  stretches: [number, number][]
  mine?: boolean
}) {
  return (
    <div
      aria-hidden
      className="relative h-2.5 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
    >
      {stretches.map(([from, to]) => (
        <span
          key={from}
          className={clsx('absolute inset-y-0', mine ? 'bg-accent' : 'bg-ink-3')}
          style={{ left: `${from / 14.4}%`, width: `${(to - from) / 14.4}%` }}
        />
      ))}
      {[6, 12, 18].map((hour) => (
        <span
          key={hour}
          className="absolute inset-y-0 w-px bg-line-strong"
          style={{ left: `${hour / 0.24}%` }}
        />
      ))}
    </div>
  )
}

export function DayScale() {
  return (
    <div aria-hidden className="tabular relative h-4 text-xs text-ink-3">
      {[0, 6, 12, 18, 24].map((hour) => (
        <span
          key={hour}
          className={clsx('absolute', hour === 24 ? 'right-0' : hour > 0 && '-translate-x-1/2')}
          style={hour === 24 ? undefined : { left: `${hour / 0.24}%` }}
        >
          {hour}
        </span>
      ))}
    </div>
  )
}
