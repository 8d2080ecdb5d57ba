import clsx from 'clsx'
import { Avatar } from '@/components/ui/avatar'
import type { PersonView } from '@/contracts/realtime'

/** An avatar with a dot: filled while the person is in the room, hollow otherwise, none when unknown. */
export function PresenceAvatar({
  person,
  here,
  size = 'm',
}: {
  person: Pick<PersonView, 'name' | 'line'>
  here: boolean | null
  size?: 's' | 'm'
}) {
  return (
    <span className="relative inline-flex shrink-0">
      <Avatar person={person} size={size} />
      {here !== null && (
        <span
          aria-hidden
          className={clsx(
            'absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2',
            here ? 'border-bg bg-good' : 'border-ink-3 bg-bg',
          )}
        />
      )}
    </span>
  )
}
