'use client'
import { Field, Select } from '@/components/ui/field'
import { errorAt, type FieldErrors } from './field-errors'
import type { ProjectDraft } from './project-draft'
import { clock } from './window-in-zone'

/** Every half hour, and the present value where it lies between. */
function times(first: number, present: number) {
  const halves = Array.from({ length: 48 }, (_, at) => first + at * 30)
  return halves.includes(present) ? halves : [...halves, present].sort((a, b) => a - b)
}

/** Zones by continent, as the system names them. */
function byRegion(zones: string[]) {
  const regions = new Map<string, string[]>()
  for (const zone of zones) {
    const region = zone.includes('/') ? (zone.split('/')[0] ?? '') : 'Other'
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return [...regions]
}

export function WindowFields({
  draft,
  zones,
  errors,
  onChange,
}: {
  draft: ProjectDraft
  zones: string[]
  errors: FieldErrors
  onChange: (values: Partial<ProjectDraft>) => void
}) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-display text-lg font-[650] tracking-tight">
        When the team works
      </legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_7rem_7rem]">
        <Field label="Time zone" error={errors.timeZone} className="col-span-2 sm:col-span-1">
          {(control) => (
            <Select
              {...control}
              data-field="timeZone"
              value={draft.timeZone}
              onChange={(event) => onChange({ timeZone: event.target.value })}
            >
              {byRegion(zones).map(([region, names]) => (
                <optgroup key={region} label={region}>
                  {names.map((zone) => (
                    <option key={zone} value={zone}>
                      {zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ')}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
        <Field label="From" error={errorAt(errors, 'windowStart')}>
          {(control) => (
            <Select
              {...control}
              data-field="windowStart"
              value={draft.windowStart}
              onChange={(event) => onChange({ windowStart: Number(event.target.value) })}
            >
              {times(0, draft.windowStart).map((minute) => (
                <option key={minute} value={minute}>
                  {clock(minute)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="To" error={errorAt(errors, 'windowEnd')}>
          {(control) => (
            <Select
              {...control}
              data-field="windowEnd"
              value={draft.windowEnd}
              onChange={(event) => onChange({ windowEnd: Number(event.target.value) })}
            >
              {times(30, draft.windowEnd).map((minute) => (
                <option key={minute} value={minute}>
                  {clock(minute)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p className="text-xs text-ink-3">
        The hours in which you usually meet. A window may cross midnight; everybody sees it in their
        own time zone.
      </p>
    </fieldset>
  )
}
