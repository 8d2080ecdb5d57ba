'use client'
import clsx from 'clsx'
import {
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { GrowingTextarea } from './growing-textarea'
import { type Suggestion, type SuggestionSource, suggest, takeSuggestion } from './suggestions'

/**
 * A text field that suggests what may be meant by what is being typed. The focus stays in the text; the list is
 * walked by arrows and taken by Enter or Tab, and whatever else is typed goes into the text as always.
 */
export function SuggestingTextarea({
  ref,
  value,
  sources,
  onText,
  onKeyDown,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'ref' | 'value' | 'onChange'> & {
  ref: RefObject<HTMLTextAreaElement | null>
  value: string
  /** The first with something to say is heard. */
  sources: readonly SuggestionSource[]
  onText: (text: string) => void
}) {
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  /** Which one was walked to; null before that. */
  const [walked, setWalked] = useState<number | null>(null)
  /** Where that begins whose suggestions were sent away. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const goTo = useRef<number | null>(null)
  const found = caret === null || rest.readOnly ? null : suggest(sources, value, caret)
  const shown = found && found.start !== dismissed ? found : null
  const options = shown?.options ?? []
  const last = options.length - 1
  const chosen = walked === null ? (shown?.eager ? 0 : -1) : Math.min(walked, last)
  const idOf = (at: number) => `${listId}-${at}`
  const query = found && value.slice(found.start, caret ?? 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another beginning is another list
  useEffect(() => setWalked(null), [found?.start, query])
  useEffect(() => {
    if (!found) setDismissed(null)
  }, [found])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret moves once the text is there
  useLayoutEffect(() => {
    if (goTo.current === null) return
    ref.current?.setSelectionRange(goTo.current, goTo.current)
    setCaret(goTo.current)
    goTo.current = null
  }, [ref, value])

  function take(option: Suggestion | undefined) {
    if (!shown || caret === null || !option) return
    const taken = takeSuggestion(value, caret, shown, option.text)
    goTo.current = taken.caret
    onText(taken.text)
  }
  function pressed(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Letters that are still being composed belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (!shown || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
      return onKeyDown?.(event)
    const option = options[chosen]
    if (event.key === 'ArrowDown') setWalked(chosen < last ? chosen + 1 : 0)
    else if (event.key === 'ArrowUp') setWalked(chosen > 0 ? chosen - 1 : last)
    else if (event.key === 'Tab') take(option ?? options[0])
    else if (event.key === 'Enter' && option && !option.written) take(option)
    else if (event.key === 'Escape') setDismissed(shown.start)
    else return onKeyDown?.(event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="relative">
      <GrowingTextarea
        {...rest}
        ref={ref}
        value={value}
        aria-autocomplete="list"
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && chosen >= 0 ? idOf(chosen) : undefined}
        onChange={(event) => {
          onText(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setCaret(selectionStart === selectionEnd ? selectionStart : null)
        }
        onBlur={() => setCaret(null)}
        onKeyDown={pressed}
      />
      {shown && (
        <div
          id={listId}
          role="listbox"
          aria-label={shown.label}
          tabIndex={-1}
          className="absolute bottom-full left-2 z-20 mb-1 max-h-64 w-96 max-w-[calc(100%-1rem)] overflow-y-auto rounded-m border border-line bg-surface p-1 shadow-raised"
        >
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard in the text, where the focus stays
            <div
              key={option.text}
              id={idOf(at)}
              role="option"
              tabIndex={-1}
              aria-selected={at === chosen}
              ref={(row) => {
                if (at === chosen) row?.scrollIntoView({ block: 'nearest' })
              }}
              // The text keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
              className={clsx(
                'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-s px-2.5 text-sm sm:min-h-9',
                at === chosen ? 'bg-accent-soft' : 'hover:bg-sunken',
              )}
            >
              {option.row}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
