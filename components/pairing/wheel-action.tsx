'use client'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { rotationMinutes } from '@/contracts/documents'
import type { Turn } from './use-turn'
import { lengthLabel } from './wheel-menu'
import type { WheelOptions } from './wheel-options'
import { firstName } from './wheel-words'

const round = 'rounded-full'

/** The one thing that is likely wanted now. */
export function WheelAction({
  options,
  turn,
  busy,
  mayTakeBack,
}: {
  options: WheelOptions
  turn: Turn
  busy: boolean
  mayTakeBack: boolean
}) {
  const { take, drives, waiting, ask, asked, driverAway } = options
  if (take)
    return (
      <Menu
        trigger={
          <Button size="s" pending={busy} className={round}>
            Take the wheel
          </Button>
        }
      >
        {[null, ...rotationMinutes].map((rotation) => (
          <MenuItem key={rotation} onClick={() => turn({ act: 'drive', rotation })}>
            {lengthLabel(rotation)}
          </MenuItem>
        ))}
      </Menu>
    )
  if (drives)
    return waiting ? (
      <Button
        size="s"
        look="accent"
        pending={busy}
        className={round}
        onClick={() => turn({ act: 'give', personId: waiting.id })}
      >
        Hand over to {firstName(waiting)}
      </Button>
    ) : null
  if (mayTakeBack)
    return (
      <Button size="s" pending={busy} className={round} onClick={() => turn({ act: 'take_back' })}>
        Take it back
      </Button>
    )
  if (ask)
    return (
      <Button size="s" pending={busy} className={round} onClick={() => turn({ act: 'ask' })}>
        {driverAway ? 'Take the wheel' : 'Ask for the wheel'}
      </Button>
    )
  return <span className="px-2 text-xs text-ink-2">{asked ? 'You asked' : 'Somebody asked'}</span>
}
