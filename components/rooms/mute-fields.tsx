import { Field, Input, Select } from '@/components/ui/field'
import { muteMinutes } from '@/contracts/rooms'

export type MuteDraft = { minutes: number | null; reason: string }
export const emptyMute: MuteDraft = { minutes: 10, reason: '' }

const names: Record<number, string> = { 10: '10 minutes', 60: '1 hour', 1440: '1 day' }

/** For how long, and why. */
export function MuteFields({
  draft,
  onChange,
  error,
}: {
  draft: MuteDraft
  onChange: (draft: MuteDraft) => void
  error?: string
}) {
  return (
    <>
      <Field label="For">
        {(control) => (
          <Select
            {...control}
            value={draft.minutes ?? ''}
            onChange={(event) =>
              onChange({
                ...draft,
                minutes: event.target.value ? Number(event.target.value) : null,
              })
            }
          >
            {muteMinutes.map((minutes) => (
              <option key={minutes} value={minutes}>
                {names[minutes]}
              </option>
            ))}
            <option value="">Until it is lifted</option>
          </Select>
        )}
      </Field>
      <Field label="Reason" hint="They read it beside the composer." error={error}>
        {(control) => (
          <Input
            {...control}
            value={draft.reason}
            maxLength={300}
            onChange={(event) => onChange({ ...draft, reason: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
