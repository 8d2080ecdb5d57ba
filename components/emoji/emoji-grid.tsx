'use client'
import clsx from 'clsx'
import { type KeyboardEvent, useRef, useState } from 'react'

export type GridEmoji = { emoji: string; label: string }

/** As many as fit into the picker at the size of a finger. */
const columns = 7

/** Emoji to choose from: one stop of the Tab key, arrows within. */
export function EmojiGrid({
  label,
  emojis,
  onChoose,
  onLeaveUp,
}: {
  label: string
  emojis: GridEmoji[]
  onChoose: (emoji: string) => void
  onLeaveUp: () => void
}) {
  const grid = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const here = Math.min(stop, emojis.length - 1)
  function walked(event: KeyboardEvent) {
    const to = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      ArrowUp: here - columns,
      ArrowDown: here + columns,
      Home: 0,
      End: emojis.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (event.key === 'ArrowUp' && to < 0) return onLeaveUp()
    const next = Math.max(0, Math.min(to, emojis.length - 1))
    setStop(next)
    grid.current?.querySelectorAll('button')[next]?.focus()
  }
  const rows = Array.from({ length: Math.ceil(emojis.length / columns) }, (_, row) =>
    emojis.slice(row * columns, (row + 1) * columns),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be laid out by rows that are skipped while unseen
    <div ref={grid} role="grid" aria-label={label} onKeyDown={walked} tabIndex={-1}>
      {rows.map((row, at) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          role="row"
          tabIndex={-1}
          key={row[0]?.emoji}
          className="grid grid-cols-7 [contain-intrinsic-size:auto_2.5rem] [content-visibility:auto]"
        >
          {row.map(({ emoji, label: name }, column) => {
            const place = at * columns + column
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              <div role="gridcell" tabIndex={-1} key={emoji}>
                <button
                  type="button"
                  tabIndex={place === here ? 0 : -1}
                  aria-label={name}
                  title={name}
                  onFocus={() => setStop(place)}
                  onClick={() => onChoose(emoji)}
                  className={clsx(
                    'flex h-10 w-full items-center justify-center overflow-hidden whitespace-nowrap rounded-s text-xl leading-none hover:bg-sunken focus-visible:-outline-offset-2',
                    '[font-family:var(--font-emoji)]',
                  )}
                >
                  {emoji}
                </button>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
