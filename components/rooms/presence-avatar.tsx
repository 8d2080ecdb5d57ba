import clsx from 'clsx'
import { Avatar } from '@/components/ui/avatar'
import type { PersonView } from '@/contracts/realtime'

export type PresenceState = 'active' | 'away' | 'offline'
const looks: Record<PresenceState, string> = {
  active: 'border-bg bg-good',
  away: 'border-warn bg-bg',
  offline: 'border-ink-3 bg-bg',
}

/**
 * An avatar with a dot: filled while somebody sits there, a ring while they are away or offline, none when
 * unknown. The dot is words to a screen reader, unless something around it says them.
 */
export function PresenceAvatar({
  person,
  state,
  size = 'm',
}: {
  person: Pick<PersonView, 'name' | 'line'>
  state: PresenceState | null
  size?: 's' | 'm'
}) {
  return (
    <span className="relative inline-flex shrink-0">
      <Avatar person={person} size={size} />
      {state && <span className="sr-only">{state}</span>}
      {state && (
        <span
          aria-hidden
          className={clsx(
            'absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2',
            looks[state],
          )}
        />
      )}
    </span>
  )
}
