'use client'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, ShipWheel } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { rotationMinutes, type WheelView } from '@/contracts/documents'
import { useTurnSound } from './turn-sound'
import type { Turn } from './use-turn'
import type { WheelOptions } from './wheel-options'
import { firstName } from './wheel-words'

const label = 'px-2.5 pt-1.5 pb-1 text-xs text-ink-3'
const choice =
  'flex min-h-11 w-full items-center gap-2 rounded-s px-2.5 text-sm text-ink outline-none data-[highlighted]:bg-sunken sm:min-h-8'
const lengths = [null, ...rotationMinutes] as const
export const lengthLabel = (rotation: number | null) =>
  rotation === null ? 'Without a clock' : `Turns of ${rotation} minutes`

/** Everything else that can be done with the wheel. */
export function WheelMenu({
  wheel,
  options,
  turn,
  mayTakeBack,
  onBalance,
}: {
  wheel: WheelView
  options: WheelOptions
  turn: Turn
  mayTakeBack: boolean
  /** Shows how the work has been shared. */
  onBalance: () => void
}) {
  const [sound, setSound] = useTurnSound()
  const { drives, take, ask, driverAway, steer, others } = options
  return (
    <Menu
      trigger={
        <IconButton label="What to do with the wheel" className="rounded-full">
          <ShipWheel aria-hidden className="size-4" />
        </IconButton>
      }
    >
      {ask && (
        <MenuItem onClick={() => turn({ act: 'ask' })}>
          {driverAway ? 'Take the wheel' : 'Ask for the wheel'}
        </MenuItem>
      )}
      {mayTakeBack && !drives && (
        <MenuItem onClick={() => turn({ act: 'take_back' })}>Take it back</MenuItem>
      )}
      {steer && (
        <>
          {wheel.rotation !== null &&
            (wheel.pausedMs === null ? (
              <MenuItem onClick={() => turn({ act: 'pause' })}>Pause the clock</MenuItem>
            ) : (
              <MenuItem onClick={() => turn({ act: 'resume' })}>Let the clock run</MenuItem>
            ))}
          <MenuItem onClick={() => turn({ act: 'skip' })}>Skip to the next person</MenuItem>
          <MenuItem onClick={() => turn({ act: 'release' })}>Let everybody edit</MenuItem>
          <Choice checked={wheel.pingPong} onChange={(on) => turn({ act: 'ping_pong', on })}>
            Pass the wheel when tests turn green
          </Choice>
          <MenuSeparator />
        </>
      )}
      {drives && others.length > 0 && (
        <>
          <p className={label}>Hand over to</p>
          {others.map((person) => (
            <MenuItem key={person.id} onClick={() => turn({ act: 'give', personId: person.id })}>
              {firstName(person)}
              <span className="text-ink-3">@{person.handle}</span>
            </MenuItem>
          ))}
          <MenuSeparator />
        </>
      )}
      {(drives || take) && (
        <>
          {take && <p className={label}>Take the wheel</p>}
          <Base.RadioGroup
            aria-label={take ? 'Take the wheel' : 'Length of a turn'}
            value={drives ? String(wheel.rotation) : ''}
            onValueChange={(value: string) => {
              const rotation = lengths.find((each) => String(each) === value)
              if (rotation !== undefined) turn({ act: 'drive', rotation })
            }}
          >
            {lengths.map((each) => (
              <Base.RadioItem key={each} value={String(each)} closeOnClick className={choice}>
                <span className="flex-1">{lengthLabel(each)}</span>
                <Base.RadioItemIndicator>
                  <Check aria-hidden className="size-4" />
                </Base.RadioItemIndicator>
              </Base.RadioItem>
            ))}
          </Base.RadioGroup>
          <MenuSeparator />
        </>
      )}
      <Choice checked={sound} onChange={setSound}>
        Sound at each turn
      </Choice>
      <MenuItem onClick={onBalance}>How the work is shared</MenuItem>
    </Menu>
  )
}

function Choice({
  checked,
  onChange,
  children,
}: {
  checked: boolean
  onChange: (on: boolean) => void
  children: string
}) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={choice}>
      <span className="flex-1">{children}</span>
      <Base.CheckboxItemIndicator>
        <Check aria-hidden className="size-4" />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  )
}
