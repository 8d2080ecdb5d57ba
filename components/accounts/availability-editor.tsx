'use client'
import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { Segments } from '@/components/projects/segments'
import { cityOf } from '@/components/projects/window-in-zone'
import { Button } from '@/components/ui/button'
import { mergeWindows, minutesOf, type WeekWindow } from '@/contracts/week-windows'
import { hoursWords } from './hours-words'
import { WeekGrid } from './week-grid'
import { WeekList } from './week-list'

const evenings = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  startMinute: 1140,
  endMinute: 1320,
}))
const weekend = [6, 7].map((weekday) => ({ weekday, startMinute: 600, endMinute: 1080 }))
const views = [
  ['grid', 'Week'],
  ['list', 'List'],
] as const

/** When a person is usually free. A phone has no room to draw on and shows the list. */
export function AvailabilityEditor({
  windows,
  timeZone,
  error,
  onChange,
}: {
  windows: WeekWindow[]
  timeZone: string
  error?: string
  onChange: (windows: WeekWindow[]) => void
}) {
  const [view, setView] = useState<'grid' | 'list'>('grid')
  const add = (more: WeekWindow[]) => onChange(mergeWindows([...windows, ...more]))
  const minutes = minutesOf(mergeWindows(windows))
  return (
    <fieldset data-field="windows" className="flex min-w-0 flex-col gap-3">
      <legend className="font-display text-lg font-semibold">When you are free</legend>
      <p className="text-xs text-ink-3">
        In {cityOf(timeZone)} time. Teams see how many hours you share, in their own time zone.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Segments
          label="Show as"
          choices={views}
          value={view}
          onChange={setView}
          className="max-sm:hidden"
        />
        <Button size="s" onClick={() => add(evenings)}>
          Add weekday evenings
        </Button>
        <Button size="s" onClick={() => add(weekend)}>
          Add weekends
        </Button>
        {windows.length > 0 && (
          <Button size="s" look="quiet" onClick={() => onChange([])}>
            Clear
          </Button>
        )}
        <output className="tabular ml-auto text-sm text-ink-2">
          {minutes === 0 ? 'No hours yet' : `${hoursWords(minutes)} a week`}
        </output>
      </div>
      {view === 'grid' && (
        <div className="hidden sm:block">
          <WeekGrid windows={windows} onChange={onChange} />
        </div>
      )}
      <div className={clsx(view === 'grid' && 'sm:hidden')}>
        <WeekList windows={windows} onChange={onChange} />
      </div>
      {error && (
        <p role="alert" className="flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  )
}
