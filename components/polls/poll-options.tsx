'use client'
import { type KeyboardEvent, useId } from 'react'
import { useRoomStore } from '@/components/rooms/room-context'
import type { PollView } from '@/contracts/polls'
import { PollOption } from './poll-option'
import { choicesOf, knownVoters, votersOf } from './poll-voters'

const steps: Record<string, number> = {
  ...{ ArrowDown: 1, ArrowRight: 1 },
  ...{ ArrowUp: -1, ArrowLeft: -1 },
}

/** Walks between the buttons. It chooses nothing: each step would be a vote that everybody sees. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return
  const all = [...event.currentTarget.querySelectorAll('button')]
  const here = all.indexOf(document.activeElement as HTMLButtonElement)
  if (here < 0) return
  event.preventDefault()
  event.stopPropagation()
  all[(here + step + all.length) % all.length]?.focus()
}

/** The options of a poll, to choose from or, without `onChoose`, as they stand. */
export function PollOptions({
  poll,
  listed = false,
  held = false,
  onChoose,
}: {
  poll: PollView
  /** Shows by name who chose what. */
  listed?: boolean
  /** Its reader may not write here. */
  held?: boolean
  onChoose?: (choices: number[]) => void
}) {
  const store = useRoomStore()
  const id = useId()
  const { options, multiple } = poll
  const voters = votersOf(poll).size
  const own = choicesOf(poll, store.me.id)
  const rows = options.map(({ text, personIds }, at) => {
    const mine = own.includes(at)
    const others = own.filter((one) => one !== at)
    const choose = () =>
      onChoose?.(multiple ? (mine ? others : [...own, at].sort((a, b) => a - b)) : [at])
    return {
      key: `${id}-${at}`,
      option: (
        <PollOption
          text={text}
          count={personIds.length}
          share={personIds.length / Math.max(1, voters)}
          mine={mine}
          {...knownVoters(store, personIds)}
          listed={listed}
          marked={onChoose !== undefined || own.length > 0}
          choice={
            onChoose && {
              role: multiple ? 'checkbox' : 'radio',
              tabStop: multiple || at === (own[0] ?? 0),
              disabled: held,
              // A second press is no vote.
              choose: () => {
                if (multiple || !mine) choose()
              },
            }
          }
        />
      ),
    }
  })
  if (!onChoose)
    return (
      <ul aria-label="Options">
        {rows.map(({ key, option }) => (
          <li key={key}>{option}</li>
        ))}
      </ul>
    )
  return (
    <fieldset
      role={multiple ? undefined : 'radiogroup'}
      aria-label={multiple ? 'Choose several' : 'Choose one'}
      onKeyDown={walk}
    >
      {rows.map(({ key, option }) => (
        <div key={key}>{option}</div>
      ))}
    </fieldset>
  )
}
