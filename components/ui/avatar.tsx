import clsx from 'clsx'
import type { PersonView } from '@/contracts/realtime'

export const lineBackground: Record<number, string> = {
  1: 'bg-line-1',
  2: 'bg-line-2',
  3: 'bg-line-3',
  4: 'bg-line-4',
  5: 'bg-line-5',
}
const sizes = {
  xs: 'size-5 text-[0.5rem]',
  s: 'size-6 text-[0.6rem]',
  m: 'size-8 text-[0.6875rem]',
  l: 'size-16 text-xl',
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((w) => w?.[0]) : [name.slice(0, 2)]
  return letters.join('').toUpperCase()
}

/** Initials on the person's colour. Decorative unless `labelled`: the name usually stands beside it. */
export function Avatar({
  person,
  size = 'm',
  labelled = false,
  className,
}: {
  person: Pick<PersonView, 'name' | 'line'>
  size?: keyof typeof sizes
  labelled?: boolean
  className?: string
}) {
  return (
    <span
      {...(labelled
        ? { role: 'img', 'aria-label': person.name, title: person.name }
        : { 'aria-hidden': true })}
      className={clsx(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold text-on-line',
        lineBackground[person.line],
        sizes[size],
        className,
      )}
    >
      {initials(person.name)}
    </span>
  )
}

/** The people of a team and, dashed, the seats that are still free. */
export function SeatStack({
  people,
  free,
  size = 'm',
}: {
  people: Pick<PersonView, 'id' | 'name' | 'line'>[]
  free: number
  size?: 'xs' | 's' | 'm'
}) {
  const shown = people.slice(0, 5)
  const seats = Math.min(free, 4)
  return (
    <span
      role="img"
      aria-label={`${people.map((one) => one.name).join(', ') || 'Nobody yet'}; ${free} ${free === 1 ? 'seat' : 'seats'} free`}
      className="flex items-center"
    >
      {shown.map((one) => (
        <Avatar
          key={one.id}
          person={one}
          size={size}
          className="relative -ml-1 ring-2 ring-surface first:ml-0"
        />
      ))}
      {people.length > shown.length && (
        <span className="ml-1 text-xs text-ink-3">+{people.length - shown.length}</span>
      )}
      {Array.from({ length: seats }, (_, seat) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: identical empty seats have no other identity
          key={seat}
          className={clsx(
            '-ml-1 rounded-full border border-dashed border-control bg-surface first:ml-0',
            sizes[size],
          )}
        />
      ))}
    </span>
  )
}
