'use client'
import clsx from 'clsx'
import { type FormEvent, useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import type { Transport } from '@/components/realtime/transport'
import { Button } from '@/components/ui/button'
import { Field, FormMessage, Input } from '@/components/ui/field'
import { maximumReminderNote } from '@/contracts/reminders'
import { type Chosen, checkChosen, type Problems } from './check-chosen'
import { quickMoments } from './quick-moments'
import { setReminder } from './set-reminder'
import { wallOf } from './wall-clock'

const minute = 60_000
/** As the fields of a form have it; what is shorter than a minute counts as one. */
function toFields(due: number, zone: string) {
  const [date = '', time = ''] = new Date(wallOf(Math.ceil(due / minute) * minute, zone))
    .toISOString()
    .split('T')
  return { date, time: time.slice(0, 5) }
}

/** A note, a day and a time, with the moments that most people want one press away. */
export function ReminderForm({
  transport,
  roomId,
  messageId,
  note,
  onDone,
  onCancel,
}: {
  transport: Transport
  roomId: string
  /** What it leads to: then it needs no note. */
  messageId: string | null
  note: string
  onDone: () => void
  onCancel: () => void
}) {
  const [{ zone, moments }] = useState(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return { zone: timeZone, moments: quickMoments(Date.now(), timeZone) }
  })
  const tomorrow = moments.find(({ label }) => label.startsWith('Tomorrow'))?.due ?? Date.now()
  const [chosen, setChosen] = useState<Chosen>({ note, ...toFields(tomorrow, zone) })
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<string>()
  const [pending, setPending] = useState(false)
  // One for all tries.
  const [reminderId] = useState(() => uuid())
  const form = useRef<HTMLFormElement>(null)

  const change = (part: Partial<Chosen>) => {
    setChosen({ ...chosen, ...part })
    setProblems({})
    setRefusal(undefined)
  }
  async function set(event: FormEvent) {
    event.preventDefault()
    // Of the form in which a command was written, too, React would think that it is submitted.
    event.stopPropagation()
    if (pending) return
    const checked = checkChosen(chosen, { now: Date.now(), zone, needsNote: messageId === null })
    if ('problems' in checked) {
      setProblems(checked.problems)
      const [first] = Object.keys(checked.problems)
      form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
      return
    }
    setPending(true)
    const asked = { reminderId, roomId, messageId, note: chosen.note.trim(), due: checked.due }
    const problem = await setReminder(transport, asked)
    setPending(false)
    if (problem) setRefusal(problem)
    else onDone()
  }
  return (
    <form ref={form} onSubmit={set} noValidate className="flex flex-col gap-4">
      <Field
        label={messageId ? 'Note' : 'What to remind you of'}
        optional={messageId !== null}
        error={problems.note}
      >
        {(control) => (
          <Input
            {...control}
            name="note"
            value={chosen.note}
            maxLength={maximumReminderNote}
            autoComplete="off"
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">When</legend>
        <div className="flex flex-wrap gap-2">
          {moments.map(({ label, due }) => {
            const fields = toFields(due, zone)
            const here = fields.date === chosen.date && fields.time === chosen.time
            return (
              <Button
                key={label}
                size="s"
                aria-pressed={here}
                className={clsx('font-normal!', here && 'border-accent! bg-accent-soft!')}
                onClick={() => change(fields)}
              >
                {label}
              </Button>
            )
          })}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Date" error={problems.date}>
          {(control) => (
            <Input
              {...control}
              type="date"
              name="date"
              value={chosen.date}
              onChange={(event) => change({ date: event.target.value })}
            />
          )}
        </Field>
        <Field label="Time" error={problems.time}>
          {(control) => (
            <Input
              {...control}
              type="time"
              name="time"
              value={chosen.time}
              onChange={(event) => change({ time: event.target.value })}
            />
          )}
        </Field>
      </div>
      <p className="-mt-2 text-xs text-ink-3">By the clock of this device ({zone}).</p>
      <FormMessage>{refusal}</FormMessage>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="accent" pending={pending}>
          Remind me
        </Button>
      </div>
    </form>
  )
}
