'use client'
import clsx from 'clsx'
import { AtSign } from 'lucide-react'
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
import { Avatar } from '@/components/ui/avatar'
import { GrowingTextarea } from './growing-textarea'
import { type MentionOption, suggestMentions, tokenAt } from './mention-suggestions'
import { useRoomStore, useRoomView } from './room-context'

/**
 * A text field that suggests whom an `@` may mean. The focus stays in the text; the list is walked by arrows
 * and taken by Enter or Tab, and whatever else is typed goes into the text as always.
 */
export function MentionTextarea({
  ref,
  value,
  onText,
  onKeyDown,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'ref' | 'value' | 'onChange'> & {
  ref: RefObject<HTMLTextAreaElement | null>
  value: string
  onText: (text: string) => void
}) {
  const { kind } = useRoomStore()
  const { known } = useRoomView()
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  /** Where the mention begins whose suggestions were sent away. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const goTo = useRef<number | null>(null)
  const token = caret === null ? null : tokenAt(value, caret)
  const options =
    token && token.start !== dismissed ? suggestMentions(known, token.query, kind !== 'step') : []
  const open = options.length > 0
  const chosen = Math.min(active, options.length - 1)
  const idOf = (at: number) => `${listId}-${at}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: another beginning is another list
  useEffect(() => setActive(0), [token?.start, token?.query])
  useEffect(() => {
    if (!token) setDismissed(null)
  }, [token])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret moves once the text is there
  useLayoutEffect(() => {
    if (goTo.current === null) return
    ref.current?.setSelectionRange(goTo.current, goTo.current)
    setCaret(goTo.current)
    goTo.current = null
  }, [ref, value])

  function take(option: MentionOption | undefined) {
    if (!token || caret === null || !option) return
    const after = value.slice(caret)
    const text = `${value.slice(0, token.start)}@${option.handle}`
    goTo.current = text.length + 1
    onText(`${text}${after.startsWith(' ') ? '' : ' '}${after}`)
  }
  function pressed(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Letters that are still being composed belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (!open || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
      return onKeyDown?.(event)
    // A handle that is written out has nothing left to be taken: the key does what it always does.
    const whole = options[chosen]?.handle === token?.query.toLowerCase()
    if (whole && (event.key === 'Enter' || event.key === 'Tab')) return onKeyDown?.(event)
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: options.length - 1 }
    const move = moves[event.key]
    if (move !== undefined) setActive((chosen + move) % options.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(options[chosen])
    else if (event.key === 'Escape') setDismissed(token?.start ?? null)
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
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? idOf(chosen) : undefined}
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
      {open && (
        <div
          id={listId}
          role="listbox"
          aria-label="People to mention"
          tabIndex={-1}
          className="absolute bottom-full left-2 z-20 mb-1 max-h-64 w-96 max-w-[calc(100%-1rem)] overflow-y-auto rounded-m border border-line bg-surface p-1 shadow-raised"
        >
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard in the text, where the focus stays
            <div
              key={option.handle}
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
              {option.person ? (
                <Avatar person={option.person} size="s" />
              ) : (
                <span className="inline-flex size-6 items-center justify-center rounded-full bg-sunken">
                  <AtSign aria-hidden className="size-3.5 text-ink-2" />
                </span>
              )}
              <span className="max-w-2/3 shrink-0 truncate font-semibold">{option.name}</span>
              <span className="ml-auto truncate text-xs text-ink-2">@{option.handle}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
