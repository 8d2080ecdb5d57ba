'use client'
import { Field, Input } from '@/components/ui/field'

/** Whole hours a week; nothing written is null. */
export function HoursInput({
  value,
  optional = false,
  hint,
  error,
  onChange,
}: {
  value: number | null
  optional?: boolean
  hint?: string
  error?: string
  onChange: (hours: number | null) => void
}) {
  return (
    <Field label="Hours a week" optional={optional} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          data-field="weeklyHours"
          type="number"
          inputMode="numeric"
          min={1}
          max={80}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
        />
      )}
    </Field>
  )
}
