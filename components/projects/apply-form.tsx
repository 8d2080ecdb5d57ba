'use client'
import clsx from 'clsx'
import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, FormMessage, Textarea } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { OpeningView } from '@/contracts/views'
import { focusFirstError } from './field-errors'
import { useKeptText } from './use-kept-text'

const longest = 1000
const shortest = 10

/** Asks for a seat. The message is kept in this browser until it has been sent. */
export function ApplyForm({
  openings,
  draftKey,
  path,
  apply,
  onDone,
}: {
  /** Those with a free seat. */
  openings: OpeningView[]
  draftKey: string
  /** Where to come back to after signing in again. */
  path: string
  apply: FormAction
  onDone?: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const kept = useKeptText(draftKey)
  const [message, setMessage] = useState('')
  const [chosen, setChosen] = useState('')
  const { state, setState, pending, run } = useAction(apply)
  useEffect(() => setMessage(kept.read() ?? ''), [kept])
  // A seat that was chosen may be taken by now: the choice falls back to one that is free.
  const openingId = openings.some((one) => one.id === chosen) ? chosen : (openings[0]?.id ?? '')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (message.trim().length < shortest) {
      const fields = { message: `Write at least ${shortest} characters: why you, and why this.` }
      setState({ status: 'error', fields })
      focusFirstError(form.current, fields)
      return
    }
    const answer = await run({ openingId, message })
    if (answer.status === 'ok') {
      kept.clear()
      toast('Request sent', 'The team answers within 14 days, or the request expires.')
      onDone?.()
    } else focusFirstError(form.current, answer.fields)
  }

  return (
    <LiveForm ref={form} onSubmit={submit} className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">Role</legend>
        <div className="flex flex-col gap-1.5">
          {openings.map((opening) => (
            <label
              key={opening.id}
              className={clsx(
                'flex min-h-11 items-center gap-2.5 rounded-s border px-3 py-1.5 text-sm sm:min-h-10',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                opening.id === openingId ? 'border-ink' : 'border-control hover:bg-sunken',
              )}
            >
              <input
                type="radio"
                name="openingId"
                value={opening.id}
                checked={opening.id === openingId}
                onChange={() => setChosen(opening.id)}
                className="size-4 accent-accent outline-none"
              />
              <span className="min-w-0 flex-1 font-semibold">{opening.title}</span>
              <span className="tabular text-xs text-ink-2">
                {opening.seats - opening.filled} free
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label="Message"
        error={state.fields.message ?? state.fields.openingId}
        hint={
          <span className="tabular">
            Why you, and why this. {message.length} of {longest}
          </span>
        }
      >
        {(control) => (
          <Textarea
            {...control}
            data-field="message"
            rows={4}
            maxLength={longest}
            value={message}
            onChange={(event) => {
              setMessage(event.target.value)
              kept.keep(event.target.value)
              if (state.fields.message) setState({ ...state, fields: {} })
            }}
          />
        )}
      </Field>
      {state.status !== 'ok' && state.message && (
        <FormMessage>
          {state.message}{' '}
          {state.status === 'signed-out' && (
            <Link
              href={`/sign-in?next=${encodeURIComponent(path)}`}
              className="font-semibold underline"
            >
              Sign in
            </Link>
          )}
        </FormMessage>
      )}
      <Button type="submit" look="accent" pending={pending}>
        Ask to join
      </Button>
    </LiveForm>
  )
}
