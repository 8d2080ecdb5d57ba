'use client'
import { Minus, Plus, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Field, FormMessage, Input } from '@/components/ui/field'
import type { SkillOption } from '@/contracts/views'
import { errorAt, type FieldErrors } from './field-errors'
import { OpeningSkills } from './opening-skills'
import { type DraftOpening, newOpening } from './project-draft'

const most = 8

/** The roles that the team needs. A new row takes the focus; a removed one gives it to the add button. */
export function OpeningsEditor({
  openings,
  catalogue,
  errors,
  onChange,
}: {
  openings: DraftOpening[]
  catalogue: SkillOption[]
  errors: FieldErrors
  /** `path` is the field that was changed. */
  onChange: (openings: DraftOpening[], path: string) => void
}) {
  const list = useRef<HTMLOListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const change = (place: number, values: Partial<DraftOpening>, field: string) =>
    onChange(
      openings.map((one, at) => (at === place ? { ...one, ...values } : one)),
      `openings.${place}.${field}`,
    )
  return (
    <section aria-labelledby="openings-heading" className="flex flex-col gap-3">
      <div>
        <h2 id="openings-heading" className="text-lg">
          Whom you need
        </h2>
        <p className="text-sm text-ink-2">
          One role per line of work. Your own seat does not count.
        </p>
      </div>
      <ol ref={list} className="flex flex-col gap-3" data-field="openings">
        {openings.map((opening, place) => (
          <OpeningRow
            key={opening.key}
            opening={opening}
            place={place}
            removable={openings.length > 1}
            catalogue={catalogue}
            errors={errors}
            onChange={(values, field) => change(place, values, field)}
            onRemove={() => {
              onChange(
                openings.filter((one) => one.key !== opening.key),
                'openings',
              )
              add.current?.focus()
            }}
          />
        ))}
      </ol>
      <FormMessage>{errors.openings}</FormMessage>
      <Button
        ref={add}
        disabled={openings.length >= most}
        className="self-start"
        onClick={() => {
          onChange([...openings, newOpening()], 'openings')
          requestAnimationFrame(() =>
            list.current?.querySelector<HTMLInputElement>('li:last-of-type input')?.focus(),
          )
        }}
      >
        <Plus aria-hidden className="size-4" />
        Add a role
      </Button>
    </section>
  )
}

function OpeningRow({
  opening,
  place,
  removable,
  catalogue,
  errors,
  onChange,
  onRemove,
}: {
  opening: DraftOpening
  place: number
  removable: boolean
  catalogue: SkillOption[]
  errors: FieldErrors
  onChange: (values: Partial<DraftOpening>, field: string) => void
  onRemove: () => void
}) {
  const path = `openings.${place}`
  const role = opening.title.trim() || `role ${place + 1}`
  const seat = (seats: number) => onChange({ seats: Math.min(20, Math.max(1, seats)) }, 'seats')
  return (
    <li className="flex flex-col gap-4 rounded-m border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-4">
        <Field
          label={`Role ${place + 1}`}
          error={errors[`${path}.title`]}
          className="min-w-44 flex-1"
        >
          {(control) => (
            <Input
              {...control}
              data-field={`${path}.title`}
              value={opening.title}
              maxLength={60}
              placeholder="Backend developer"
              onChange={(event) => onChange({ title: event.target.value }, 'title')}
            />
          )}
        </Field>
        <Field label="Seats" error={errors[`${path}.seats`]}>
          {(control) => (
            <div className="flex">
              <Button
                aria-label={`One seat fewer for ${role}`}
                disabled={opening.seats <= 1}
                className="rounded-r-none px-3"
                onClick={() => seat(opening.seats - 1)}
              >
                <Minus aria-hidden className="size-4" />
              </Button>
              <Input
                {...control}
                data-field={`${path}.seats`}
                type="number"
                inputMode="numeric"
                min={1}
                max={20}
                value={opening.seats}
                onFocus={(event) => event.target.select()}
                onChange={(event) => seat(Math.round(Number(event.target.value)) || 1)}
                className="tabular w-14 [appearance:textfield] rounded-none! border-x-0 px-0! text-center [&::-webkit-inner-spin-button]:appearance-none"
              />
              <Button
                aria-label={`One seat more for ${role}`}
                disabled={opening.seats >= 20}
                className="rounded-l-none px-3"
                onClick={() => seat(opening.seats + 1)}
              >
                <Plus aria-hidden className="size-4" />
              </Button>
            </div>
          )}
        </Field>
        {removable && (
          <IconButton label={`Remove ${role}`} onClick={onRemove} className="mt-7">
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        )}
      </div>
      <OpeningSkills
        path={`${path}.skills`}
        role={role}
        catalogue={catalogue}
        skills={opening.skills}
        error={errorAt(errors, `${path}.skills`)}
        onChange={(skills) => onChange({ skills }, 'skills')}
      />
    </li>
  )
}
