'use client'
import { useState } from 'react'
import { Field, Textarea } from '@/components/ui/field'
import type { FormAction } from '@/contracts/form-state'
import { Decision } from './decision'

export function DeclineDecision({
  proposal: { id, name },
  action,
}: {
  proposal: { id: string; name: string }
  action: FormAction
}) {
  const [reason, setReason] = useState('')
  return (
    <Decision
      name={name}
      label="Decline"
      look="quiet"
      title={`Decline “${name}”`}
      description="Whoever wants it reads your reason."
      confirm={{ label: 'Decline', look: 'danger' }}
      action={action}
      input={() => ({ proposalId: id, reason })}
      done={`“${name}” is declined`}
    >
      {(errors) => (
        <Field label="Reason" error={errors.reason}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
    </Decision>
  )
}
