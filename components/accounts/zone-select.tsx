'use client'
import { Field, Select } from '@/components/ui/field'

/** The zones that the browser and the server know, and always the one that is chosen. */
export function ZoneSelect({
  value,
  zones,
  hint,
  error,
  onChange,
}: {
  value: string
  zones: string[]
  hint?: string
  error?: string
  onChange: (zone: string) => void
}) {
  return (
    <Field label="Time zone" hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          data-field="timeZone"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {[...new Set([value, 'UTC', ...zones])].sort().map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
