'use client'
import clsx from 'clsx'
import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useId, useState } from 'react'
import { type Choice, useSuggestions } from './use-suggestions'

const groups = ['Steps', 'Projects', 'People'] as const

/**
 * The list under a search box, moved through with the arrows while the cursor stays in the box, as the
 * combobox pattern has it. Enter without a choice searches as before.
 */
export function SearchSuggestions({
  input,
  listId,
  floating,
}: {
  input: RefObject<HTMLInputElement | null>
  listId: string
  /** Over the page; otherwise in its place below the box, where something around it would cut it off. */
  floating: boolean
}) {
  const { choices, clear } = useSuggestions(input)
  const [active, setActive] = useState(-1)
  const optionId = useId()
  const router = useRouter()
  const open = choices.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins without a choice.
  useEffect(() => setActive(-1), [choices])

  useEffect(() => {
    const box = input.current
    if (!box) return
    box.setAttribute('aria-expanded', String(open))
    if (active >= 0) box.setAttribute('aria-activedescendant', `${optionId}-${active}`)
    else box.removeAttribute('aria-activedescendant')
    const press = (event: KeyboardEvent) => {
      if (!open) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        event.preventDefault()
        // The box itself is one stop of the round.
        const stops = choices.length + 1
        setActive(((active + 1 + step + stops) % stops) - 1)
      } else if (event.key === 'Enter') {
        const chosen = choices[active]
        clear()
        if (!chosen) return
        event.preventDefault()
        router.push(chosen.href)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        clear()
      }
    }
    box.addEventListener('keydown', press)
    box.addEventListener('blur', clear)
    return () => {
      box.removeEventListener('keydown', press)
      box.removeEventListener('blur', clear)
    }
  }, [input, open, active, choices, clear, optionId, router])

  const option = (choice: Choice) => {
    const at = choices.indexOf(choice)
    return (
      // Keys are heard by the box, which keeps the focus.
      <div
        key={choice.href}
        id={`${optionId}-${at}`}
        role="option"
        tabIndex={-1}
        aria-selected={at === active}
        // The box would lose the focus, and with it the list.
        onPointerDown={(event) => event.preventDefault()}
        onPointerEnter={() => setActive(at)}
        onClick={() => {
          clear()
          router.push(choice.href)
        }}
        onKeyDown={undefined}
        className={clsx(
          'flex min-h-11 cursor-default items-baseline gap-2 rounded-s px-2.5 py-2 text-sm sm:min-h-8 sm:py-1.5',
          at === active && 'bg-sunken',
        )}
      >
        <span className="truncate">{choice.label}</span>
        {choice.detail && <span className="shrink-0 text-xs text-ink-3">{choice.detail}</span>}
      </div>
    )
  }
  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        hidden={!open}
        className={clsx(
          'mt-1 rounded-m border border-line bg-surface p-1',
          floating && 'absolute top-full right-0 z-40 w-full min-w-80 shadow-raised',
        )}
      >
        {groups.map((group) => {
          const own = choices.filter((choice) => choice.group === group)
          if (own.length === 0) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
            <div key={group} role="group" aria-label={group}>
              <div aria-hidden className="px-2.5 pt-2 pb-1 text-xs text-ink-3">
                {group}
              </div>
              {own.map(option)}
            </div>
          )
        })}
      </div>
      <p role="status" className="sr-only">
        {open && `${choices.length} ${choices.length === 1 ? 'suggestion' : 'suggestions'}`}
      </p>
    </>
  )
}
