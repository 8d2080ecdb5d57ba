'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, FormMessage, Input } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { QuietHours } from '@/contracts/quiet-hours'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const evening: QuietHours = { days: [1, 2, 3, 4, 5, 6, 7], from: 22 * 60, to: 7 * 60 }

const toTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
function toMinute(time: string): number | null {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number)
  return Number.isNaN(hour + minute) ? null : hour * 60 + minute
}

export function QuietHoursForm({
  hours,
  timeZone,
  save,
}: {
  hours: QuietHours | null
  timeZone: string
  save: FormAction
}) {
  const [on, setOn] = useState(hours !== null)
  const [draft, setDraft] = useState(hours ?? evening)
  const { state, pending, run } = useAction(save)
  const change = (some: Partial<QuietHours>) => setDraft({ ...draft, ...some })

  async function submit(event: FormEvent) {
    event.preventDefault()
    if ((await run({ hours: on ? draft : null })).status === 'ok') toast('Quiet hours saved')
  }
  const time = (field: 'from' | 'to', label: string) => (
    <Field label={label} className="w-36">
      {(control) => (
        <Input
          {...control}
          type="time"
          value={toTime(draft[field])}
          onChange={(event) => {
            const minute = toMinute(event.target.value)
            if (minute !== null) change({ [field]: minute })
          }}
        />
      )}
    </Field>
  )
  return (
    <LiveForm onSubmit={submit} className="flex flex-col gap-6">
      <label className="-mx-2 flex min-h-11 items-center gap-3 rounded-s px-2 text-sm font-semibold hover:bg-sunken">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => setOn(event.target.checked)}
          className="size-4 accent-accent"
        />
        Keep quiet hours
      </label>
      {on && (
        <>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 text-sm font-semibold">On nights that begin on</legend>
            <div className="flex flex-wrap gap-2">
              {days.map((name, at) => {
                const day = at + 1
                return (
                  <label
                    key={name}
                    className="inline-flex min-h-11 items-center gap-2 rounded-s border border-control px-3 text-sm has-checked:border-accent has-checked:bg-accent-soft sm:min-h-9"
                  >
                    <input
                      type="checkbox"
                      checked={draft.days.includes(day)}
                      onChange={(event) =>
                        change({
                          days: event.target.checked
                            ? [...draft.days, day]
                            : draft.days.filter((one) => one !== day),
                        })
                      }
                      className="size-4 accent-accent"
                    />
                    {name}
                  </label>
                )
              })}
            </div>
            <FormMessage>{state.fields['hours.days']}</FormMessage>
          </fieldset>
          <div className="flex flex-wrap gap-4">
            {time('from', 'From')}
            {time('to', 'To')}
          </div>
          <p className="text-sm text-ink-2">
            By the clock of {timeZone.replaceAll('_', ' ')}, summer and winter.{' '}
            <Link href="/settings/profile" className="underline hover:text-ink">
              Change your time zone
            </Link>
          </p>
        </>
      )}
      {state.status !== 'ok' && !state.fields['hours.days'] && (
        <FormMessage>{state.message}</FormMessage>
      )}
      <Button type="submit" look="accent" pending={pending} className="self-start">
        Save quiet hours
      </Button>
    </LiveForm>
  )
}
