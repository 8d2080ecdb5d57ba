'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { EditPrivacyInput } from '@/contracts/inputs'
import type { Contactability } from '@/contracts/vocabulary'

const choices: { value: Contactability; label: string; hint: string }[] = [
  {
    value: 'everybody',
    label: 'Everybody',
    hint: 'Whoever leads a team with a free seat may invite you, and anybody may write to you.',
  },
  {
    value: 'teammates',
    label: 'Nobody but people I share a team with',
    hint: 'Others see no way to invite you or write to you. You can still ask to join any team.',
  },
]

export function PrivacyForm({ privacy, save }: { privacy: EditPrivacyInput; save: FormAction }) {
  const [draft, setDraft] = useState(privacy)
  const { state, pending, run } = useAction(save)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if ((await run(draft)).status === 'ok') toast('Privacy saved')
  }

  return (
    <LiveForm onSubmit={submit} className="flex flex-col gap-6">
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-2 font-display text-lg font-semibold">Lists of people</legend>
        <Choice
          label="List me"
          hint="In the directory, the search, among the people who learn a step and among those who suit a team. Your page stays open to whoever has its address, and your teams see you either way."
        >
          <input
            type="checkbox"
            checked={draft.listed}
            onChange={(event) => setDraft({ ...draft, listed: event.target.checked })}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
        </Choice>
      </fieldset>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-2 font-display text-lg font-semibold">
          Who may invite you and write to you
        </legend>
        {choices.map(({ value, label, hint }) => (
          <Choice key={value} label={label} hint={hint}>
            <input
              type="radio"
              name="contactable"
              checked={draft.contactable === value}
              onChange={() => setDraft({ ...draft, contactable: value })}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
          </Choice>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-2 font-display text-lg font-semibold">Reading</legend>
        <Choice
          label="Show others how far I have read"
          hint="In the rooms of your teams and in direct rooms. In the rooms of steps nobody sees it of anybody."
        >
          <input
            type="checkbox"
            checked={draft.showsReading}
            onChange={(event) => setDraft({ ...draft, showsReading: event.target.checked })}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
        </Choice>
      </fieldset>
      {state.status !== 'ok' && <FormMessage>{state.message}</FormMessage>}
      <Button type="submit" look="accent" pending={pending} className="self-start">
        Save privacy
      </Button>
    </LiveForm>
  )
}

function Choice({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="-mx-2 flex min-h-11 items-start gap-3 rounded-s px-2 py-2.5 hover:bg-sunken">
      {children}
      <span>
        <span className="block text-sm font-semibold">{label}</span>
        <span className="block text-sm text-ink-2">{hint}</span>
      </span>
    </label>
  )
}
