'use client'
import clsx from 'clsx'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

/**
 * A hairline between two panels that can be moved by pointer and by arrow keys.
 * `grows` is the direction in which the panel it sizes becomes larger.
 */
export function PanelDivider({
  label,
  grows,
  size,
  min,
  max,
  onSize,
  className,
}: {
  label: string
  grows: 'left' | 'right' | 'up'
  /** In CSS pixels, as `min` and `max`. */
  size: number
  min: number
  max: number
  onSize: (size: number) => void
  className?: string
}) {
  const start = useRef<{ at: number; size: number } | null>(null)
  const across = grows !== 'up'
  const sign = grows === 'right' ? 1 : -1
  const resize = (next: number) => onSize(Math.round(Math.min(max, Math.max(min, next))))
  const place = (event: PointerEvent) => (across ? event.clientX : event.clientY)

  function press(event: KeyboardEvent) {
    const step = event.shiftKey ? 64 : 16
    const keys: Record<string, number> = across
      ? { ArrowRight: size + sign * step, ArrowLeft: size - sign * step }
      : { ArrowUp: size + step, ArrowDown: size - step }
    const next = { ...keys, Home: min, End: max }[event.key]
    if (next === undefined) return
    event.preventDefault()
    resize(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this is the separator widget.
    <div
      role="separator"
      aria-label={label}
      aria-orientation={across ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: place(event), size }
      }}
      onPointerMove={(event) => {
        if (start.current) resize(start.current.size + sign * (place(event) - start.current.at))
      }}
      onLostPointerCapture={() => {
        start.current = null
      }}
      className={clsx(
        'relative z-10 shrink-0 touch-none bg-line transition-colors duration-150 hover:bg-accent',
        'after:absolute after:content-[""]',
        across
          ? 'w-px cursor-col-resize after:inset-y-0 after:-inset-x-1.5'
          : 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-1.5',
        className,
      )}
    />
  )
}
