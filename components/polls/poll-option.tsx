import clsx from 'clsx'
import { Check } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import type { PersonView } from '@/contracts/realtime'

/** More than these stand behind a number. */
const mostAvatars = 3

/** How one chooses it: absent where nothing can be chosen any more, or not yet. */
export type PollChoice = {
  role: 'radio' | 'checkbox'
  tabStop: boolean
  disabled: boolean
  choose: () => void
}

export const countVotes = (count: number) =>
  count === 0 ? 'no votes' : count === 1 ? '1 vote' : `${count} votes`

/** An option with how many chose it, how many of all that is, and who, as far as they are known. */
export function PollOption({
  text,
  count,
  share,
  mine,
  names,
  people,
  listed,
  marked,
  choice,
}: {
  text: string
  count: number
  /** Of all who voted: 0 to 1. */
  share: number
  mine: boolean
  names: string
  people: PersonView[]
  /** Shows the names, too. */
  listed: boolean
  /** Keeps a place for the mark. */
  marked: boolean
  choice?: PollChoice
}) {
  const content = (
    <>
      {marked && <Mark choice={choice} mine={mine} />}
      <span className="min-w-0 flex-1">
        <span className="flex items-start gap-2">
          <span className={clsx('min-w-0 flex-1 break-words', mine && 'font-semibold')}>
            {text}
            {!choice && mine && <span className="sr-only"> (your choice)</span>}
          </span>
          <span aria-hidden={choice !== undefined} className="flex h-5.25 items-center gap-1.5">
            <span className="flex gap-0.5">
              {people.slice(0, mostAvatars).map((person) => (
                <Avatar key={person.id} person={person} size="xs" />
              ))}
            </span>
            <span className="tabular min-w-3 text-right text-xs text-ink-2">
              {count}
              <span className="sr-only"> {count === 1 ? 'vote' : 'votes'}</span>
            </span>
          </span>
        </span>
        <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-line">
          <span
            className={clsx(
              'block h-full rounded-full transition-[width] duration-200 ease-out',
              mine ? 'bg-accent' : 'bg-control',
            )}
            style={{ width: `${Math.round(share * 100)}%` }}
          />
        </span>
      </span>
    </>
  )
  const row = 'flex w-full gap-2.5 rounded-s px-2 py-2 text-left'
  return (
    <>
      {choice ? (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have it
        <button
          type="button"
          role={choice.role}
          aria-checked={mine}
          aria-disabled={choice.disabled || undefined}
          aria-label={`${text}: ${countVotes(count)}${names && `, ${names}`}`}
          title={names || undefined}
          tabIndex={choice.tabStop ? 0 : -1}
          onClick={choice.disabled ? undefined : choice.choose}
          className={clsx(
            row,
            'min-h-11 transition-colors duration-150 sm:min-h-9',
            choice.disabled ? 'cursor-default' : 'hover:bg-sunken',
          )}
        >
          {content}
        </button>
      ) : (
        <div title={names || undefined} className={row}>
          {content}
        </div>
      )}
      {listed && names && (
        <p
          className={clsx('pr-2 pb-1.5 text-xs break-words text-ink-2', marked ? 'pl-8.5' : 'pl-2')}
        >
          {names}
        </p>
      )}
    </>
  )
}

/** The look of a radio button or a checkbox; once nothing can be chosen, a tick beside one's own. */
function Mark({ choice, mine }: { choice?: PollChoice; mine: boolean }) {
  if (!choice)
    return (
      <span aria-hidden className="flex h-5.25 w-4 shrink-0 items-center">
        {mine && <Check className="size-4 text-accent-ink" />}
      </span>
    )
  const round = choice.role === 'radio'
  return (
    <span aria-hidden className="flex h-5.25 shrink-0 items-center">
      <span
        className={clsx(
          'flex size-4 items-center justify-center border-[1.5px]',
          round ? 'rounded-full' : 'rounded-[4px]',
          mine ? 'border-accent' : 'border-control bg-surface',
          mine && !round && 'bg-accent text-on-accent',
          choice.disabled && 'opacity-55',
        )}
      >
        {mine &&
          (round ? (
            <span className="size-2 rounded-full bg-accent" />
          ) : (
            <Check className="size-3" strokeWidth={3} />
          ))}
      </span>
    </span>
  )
}
