'use client'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { CommandFormProps } from '@/components/rooms/commands/command'
import { GrowingTextarea } from '@/components/rooms/growing-textarea'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { controlClass, Field, Input } from '@/components/ui/field'
import { pollLimits } from '@/contracts/inputs'
import { checkPoll, fieldsFor, type PollProblems } from './check-poll'
import { parsePoll } from './parse-poll'

/** Asks for a question and its options, and sends them as a poll. */
export function PollDialog(props: CommandFormProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onCancel()}
      title="Ask a poll"
      description="Everybody in the room sees who chose what."
    >
      <PollForm {...props} />
    </Dialog>
  )
}

function PollForm({ argument, place, onDone, onCancel }: CommandFormProps) {
  const begun = useState(() => parsePoll(argument))[0]
  const [question, setQuestion] = useState(begun.question)
  const [options, setOptions] = useState(() => fieldsFor(begun.options))
  const [multiple, setMultiple] = useState(false)
  const [problems, setProblems] = useState<PollProblems>({ options: {} })
  const area = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>('textarea, input')
    // What is written already needs no attention.
    ;[...(fields ?? [])].find(({ value }) => value === '')?.focus()
  }, [])

  function ask(event: FormEvent) {
    event.preventDefault()
    // It may stand within the composer, which has a form of its own.
    event.stopPropagation()
    const checked = checkPoll({ question, options, multiple })
    if ('problems' in checked) {
      setProblems(checked.problems)
      // Once the fields are marked.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(),
      )
      return
    }
    place.store.ask(checked.question, checked.poll, place.threadId)
    onDone()
  }
  function write(at: number, text: string) {
    setOptions(fieldsFor(options.map((option, place) => (place === at ? text : option))))
    setProblems({ ...problems, options: {} })
  }
  /** Enter goes on to the next option; from an empty or the last one it asks. */
  function goOn(event: KeyboardEvent<HTMLInputElement>, at: number) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (options[at] === '' || at === options.length - 1) return
    event.preventDefault()
    document.getElementById(`${id}-${at + 1}`)?.focus()
  }
  return (
    <form ref={form} onSubmit={ask} noValidate className="flex flex-col gap-4">
      <Field label="Question" error={problems.question}>
        {(control) => (
          <GrowingTextarea
            {...control}
            ref={area}
            rows={2}
            value={question}
            onChange={(event) => {
              setQuestion(event.target.value)
              setProblems({ ...problems, question: undefined })
            }}
            className={`${controlClass} py-2`}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-semibold">Options</legend>
        {options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          <div key={at} className="flex flex-col gap-1.5">
            <Input
              id={`${id}-${at}`}
              aria-label={`Option ${at + 1}`}
              aria-invalid={problems.options[at] ? true : undefined}
              aria-describedby={problems.options[at] ? `${id}-${at}-error` : undefined}
              placeholder={at < pollLimits.fewest ? `Option ${at + 1}` : 'Another option'}
              maxLength={pollLimits.length}
              value={option}
              onChange={(event) => write(at, event.target.value)}
              onKeyDown={(event) => goOn(event, at)}
            />
            {problems.options[at] && (
              <p id={`${id}-${at}-error`} className="flex items-start gap-1.5 text-sm text-bad">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {problems.options[at]}
              </p>
            )}
          </div>
        ))}
      </fieldset>
      <label className="-mx-2 flex min-h-11 items-center gap-3 rounded-s px-2 text-sm hover:bg-sunken sm:min-h-9">
        <input
          type="checkbox"
          checked={multiple}
          onChange={(event) => setMultiple(event.target.checked)}
          className="size-4 accent-accent"
        />
        People may choose several
      </label>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="accent">
          Ask
        </Button>
      </div>
    </form>
  )
}
