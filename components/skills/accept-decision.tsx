'use client'
import { useState } from 'react'
import { errorAt } from '@/components/projects/field-errors'
import { Field, Input } from '@/components/ui/field'
import type { FormAction } from '@/contracts/form-state'
import { Decision } from './decision'

export function AcceptDecision({
  proposal: { id, name },
  action,
}: {
  proposal: { id: string; name: string }
  action: FormAction
}) {
  const [called, setCalled] = useState(name)
  const [words, setWords] = useState('')
  return (
    <Decision
      name={name}
      label="Accept"
      title={`Accept “${name}”`}
      description="It comes into the catalogue at once, for everybody to choose."
      confirm={{ label: 'Add to the catalogue', look: 'accent' }}
      action={action}
      input={() => ({
        proposalId: id,
        name: called,
        aliases: words
          .split(',')
          .map((word) => word.trim())
          .filter(Boolean),
      })}
      done={`${called.trim()} is in the catalogue`}
    >
      {(errors) => (
        <>
          <Field label="Name" error={errors.name} hint="As its makers write it.">
            {(control) => (
              <Input
                {...control}
                maxLength={40}
                value={called}
                onChange={(event) => setCalled(event.target.value)}
              />
            )}
          </Field>
          <Field
            label="Other words"
            optional
            error={errorAt(errors, 'aliases')}
            hint="What else people type when they mean it, with commas between."
          >
            {(control) => (
              <Input
                {...control}
                maxLength={400}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
    </Decision>
  )
}
