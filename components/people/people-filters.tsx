'use client'
import { Search, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState, useTransition } from 'react'
import { SkillCombobox } from '@/components/projects/skill-combobox'
import { Button } from '@/components/ui/button'
import { controlClass, Field, Select } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import type { PeopleInput } from '@/contracts/inputs'
import type { SkillOption, StepRef } from '@/contracts/views'
import { peopleUrl } from './people-url'

/** Each choice is an address: the list follows at once, and the back button takes it back. */
function useChoose(filters: PeopleInput) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const choose = (values: Partial<PeopleInput>) =>
    start(() =>
      router.push(peopleUrl({ ...filters, after: undefined, shown: 1, ...values }), {
        scroll: false,
      }),
    )
  return { pending, choose }
}

export function PeopleSearch({ filters }: { filters: PeopleInput }) {
  const { pending, choose } = useChoose(filters)
  const [text, setText] = useState(filters.q)
  // "Clear filters" and the back button change the address, and with it what the field should say.
  useEffect(() => setText(filters.q), [filters.q])
  return (
    <LiveForm
      role="search"
      aria-label="People"
      className="flex gap-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        choose({ q: text.trim() })
      }}
    >
      <label className="relative flex-1">
        <span className="sr-only">Search names and headlines</span>
        <Search
          aria-hidden
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.target.value)}
          placeholder="Name, handle or headline"
          className={`${controlClass} pl-9`}
        />
      </label>
      <Button type="submit" pending={pending}>
        Search
      </Button>
    </LiveForm>
  )
}

const hourChoices = [2, 5, 10, 15]

export function PeopleFilters({
  filters,
  steps,
  catalogue,
  hasHours,
}: {
  filters: PeopleInput
  steps: StepRef[]
  catalogue: SkillOption[]
  hasHours: boolean
}) {
  const { choose } = useChoose(filters)
  const skills = [
    ['has', 'Has the skill', 'Find people who have a skill'],
    ['wants', 'Wants to learn', 'Find people who want to learn a skill'],
  ] as const
  return (
    <LiveForm onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-5">
      {skills.map(([field, title, label]) => (
        <div key={field} className="flex flex-col gap-1.5">
          <p className="text-sm font-semibold">{title}</p>
          <Chosen
            slugs={filters[field]}
            catalogue={catalogue}
            onRemove={(slug) => choose({ [field]: filters[field].filter((one) => one !== slug) })}
          />
          <SkillCombobox
            label={label}
            skills={catalogue}
            chosen={filters[field]}
            onChoose={({ slug }) => choose({ [field]: [...filters[field], slug] })}
          />
        </div>
      ))}
      <Field label="Learning">
        {(control) => (
          <Select
            {...control}
            value={filters.step ?? ''}
            onChange={(event) => choose({ step: event.target.value || null })}
          >
            <option value="">Any step</option>
            {steps.map((step) => (
              <option key={step.id} value={step.id}>
                {step.position} · {step.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <HoursChoice
        label="Hours together"
        hint={hasHours ? undefined : 'Draw when you are free in your profile to compare.'}
        disabled={!hasHours && filters.overlap === null}
        value={filters.overlap}
        onChange={(overlap) => choose({ overlap })}
      />
      <HoursChoice
        label="Hours they give"
        value={filters.hours}
        onChange={(hours) => choose({ hours })}
      />
    </LiveForm>
  )
}

function HoursChoice({
  label,
  hint,
  disabled,
  value,
  onChange,
}: {
  label: string
  hint?: string
  disabled?: boolean
  value: number | null
  onChange: (hours: number | null) => void
}) {
  const choices = [...new Set([...hourChoices, ...(value ? [value] : [])])].sort((a, b) => a - b)
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          disabled={disabled}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
        >
          <option value="">Any number</option>
          {choices.map((hours) => (
            <option key={hours} value={hours}>
              {hours} h a week or more
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Chosen({
  slugs,
  catalogue,
  onRemove,
}: {
  slugs: string[]
  catalogue: SkillOption[]
  onRemove: (slug: string) => void
}) {
  if (slugs.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {slugs.map((slug) => {
        const name = catalogue.find((one) => one.slug === slug)?.name ?? slug
        return (
          <li key={slug}>
            <button
              type="button"
              aria-label={`Take ${name} off`}
              onClick={() => onRemove(slug)}
              className="inline-flex min-h-11 items-center gap-1 rounded-full bg-good-soft px-3 text-xs text-good lg:min-h-7 lg:px-2.5"
            >
              {name}
              <X aria-hidden className="size-3" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
