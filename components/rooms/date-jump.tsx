'use client'
import { Popover } from '@base-ui/react/popover'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { JumpTarget } from './message-range'
import { dayOf, useReaderClock } from './reader-clock'

export type DateMenuTarget = { anchor: HTMLElement; day: string }

/** Leads to what was written on a day, or to where the conversation begins. */
export function DateJump({
  target,
  onGo,
  onClose,
}: {
  target: DateMenuTarget | null
  onGo: (to: JumpTarget) => void
  onClose: () => void
}) {
  return (
    <Popover.Root open={target !== null} onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={target?.anchor}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            aria-label="Jump to a date"
            className="w-64 rounded-m border border-line bg-surface p-3 text-sm shadow-raised outline-none transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
          >
            {target && (
              <DateForm
                day={target.day}
                onGo={(to) => {
                  onClose()
                  onGo(to)
                }}
              />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function DateForm({ day, onGo }: { day: string; onGo: (to: JumpTarget) => void }) {
  const { now, zone } = useReaderClock()
  const [chosen, setChosen] = useState(day)
  // A day begins at midnight where its reader is.
  const start = new Date(`${chosen}T00:00`)
  const usable = !Number.isNaN(start.getTime())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (usable) onGo({ aroundTime: start.toISOString() })
      }}
      className="flex flex-col gap-2"
    >
      <label className="flex flex-col gap-1 text-xs font-semibold text-ink-2">
        Jump to a date
        <input
          type="date"
          value={chosen}
          max={dayOf(now, zone)}
          onChange={(event) => setChosen(event.target.value)}
          className="min-h-11 rounded-s border border-control bg-surface px-2 text-md font-normal text-ink sm:min-h-9 sm:text-sm"
        />
      </label>
      <div className="flex justify-between gap-2">
        <Button size="s" look="quiet" onClick={() => onGo({ aroundSeq: 0 })}>
          The beginning
        </Button>
        <Button size="s" look="accent" type="submit" aria-disabled={!usable || undefined}>
          Go
        </Button>
      </div>
    </form>
  )
}
