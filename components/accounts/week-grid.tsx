'use client'
import clsx from 'clsx'
import { type KeyboardEvent, memo, type PointerEvent, useId, useRef, useState } from 'react'
import { clock } from '@/components/projects/window-in-zone'
import type { WeekWindow } from '@/contracts/week-windows'
import {
  dayNames,
  halves,
  painted,
  slotAfterKey,
  slotsBetween,
  slotsOf,
  windowsOf,
} from './week-slots'

type Stroke = { from: number; to: number; fill: boolean }

/**
 * The week to draw hours on. The pointer draws rectangles; on the keyboard the arrows move, Space fills or
 * empties, and with Shift the arrows draw. What the first cell becomes, the whole stroke becomes.
 */
export function WeekGrid({
  windows,
  onChange,
}: {
  windows: WeekWindow[]
  onChange: (windows: WeekWindow[]) => void
}) {
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const [stroke, setStroke] = useState<Stroke>()
  // Where Tab enters: the first hour there is, else Monday evening.
  const [current, setCurrent] = useState(() => Math.min(...slotsOf(windows), 36))
  const stored = slotsOf(windows)
  const slots = stroke ? painted(stored, slotsBetween(stroke.from, stroke.to), stroke.fill) : stored

  const slotAt = (event: PointerEvent) => {
    const under = document.elementFromPoint(event.clientX, event.clientY)
    const cell = under?.closest<HTMLElement>('[data-slot]')
    return cell && grid.current?.contains(cell) ? Number(cell.dataset.slot) : null
  }
  const focus = (slot: number) => {
    setCurrent(slot)
    grid.current?.querySelector<HTMLElement>(`[data-slot="${slot}"]`)?.focus()
  }

  function begin(event: PointerEvent) {
    const slot = event.button === 0 ? slotAt(event) : null
    if (slot === null) return
    event.preventDefault()
    focus(slot)
    grid.current?.setPointerCapture(event.pointerId)
    setStroke({ from: slot, to: slot, fill: !stored.has(slot) })
  }
  function draw(event: PointerEvent) {
    const slot = stroke && slotAt(event)
    if (stroke && typeof slot === 'number') setStroke({ ...stroke, to: slot })
  }
  function end() {
    if (!stroke) return
    onChange(windowsOf(slots))
    focus(stroke.to)
    setStroke(undefined)
  }
  function press(event: KeyboardEvent) {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      onChange(windowsOf(painted(stored, [current], !stored.has(current))))
      return
    }
    const next = slotAfterKey(event.key, current)
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey && next !== current)
      onChange(windowsOf(painted(stored, slotsBetween(current, next), stored.has(current))))
    focus(next)
  }

  return (
    <div className="flex flex-col gap-1">
      <div aria-hidden className="tabular ml-10 flex text-xs text-ink-3">
        {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
          <span key={hour} className="flex-1">
            {hour}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table has no drawing; the grid pattern has its keys */}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label="Hours of the week"
        aria-multiselectable
        aria-describedby={`${id}-keys`}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={() => setStroke(undefined)}
        onKeyDown={press}
        className="flex touch-none flex-col gap-1 outline-none select-none"
      >
        {dayNames.map((name, day) => (
          // biome-ignore lint/a11y/useSemanticElements: as the grid
          // biome-ignore lint/a11y/useFocusableInteractive: its cells are what takes the focus
          <div key={name} role="row" className="flex items-stretch">
            {/* biome-ignore lint/a11y/useSemanticElements: as the grid */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: its cells are what takes the focus */}
            <span
              role="rowheader"
              aria-label={name}
              className="w-10 self-center text-xs text-ink-2"
            >
              {name.slice(0, 3)}
            </span>
            <span role="presentation" className="flex h-7 flex-1 rounded-s ring-1 ring-line-strong">
              {Array.from({ length: halves }, (_, half) => {
                const slot = day * halves + half
                return (
                  <Cell
                    key={slot}
                    slot={slot}
                    name={`${name} ${clock(half * 30)} to ${clock(half * 30 + 30)}`}
                    filled={slots.has(slot)}
                    entry={slot === current}
                    onFocus={setCurrent}
                  />
                )
              })}
            </span>
          </div>
        ))}
      </div>
      <p id={`${id}-keys`} className="mt-1 text-xs text-ink-3">
        Draw with the pointer. Or move with the arrow keys, press Space to fill or empty a half
        hour, and hold Shift to draw.
      </p>
    </div>
  )
}

/** Of 336 cells only those that change are drawn again. */
const Cell = memo(function Cell({
  slot,
  name,
  filled,
  entry,
  onFocus,
}: {
  slot: number
  name: string
  filled: boolean
  entry: boolean
  onFocus: (slot: number) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid
    <span
      role="gridcell"
      data-slot={slot}
      aria-label={name}
      aria-selected={filled}
      tabIndex={entry ? 0 : -1}
      onFocus={() => onFocus(slot)}
      className={clsx(
        'min-w-0 flex-1 border-line first:rounded-l-s last:rounded-r-s focus-visible:relative focus-visible:z-10',
        slot % 2 === 0 && slot % halves !== 0 && 'border-l',
        slot % 12 === 0 && 'border-line-strong',
        filled ? 'bg-accent' : 'bg-surface hover:bg-accent-soft',
      )}
    />
  )
})
