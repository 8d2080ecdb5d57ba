'use client'
import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import {
  errorAt,
  type FieldErrors,
  focusFirstError,
  withoutErrorsAt,
} from '@/components/projects/field-errors'
import { Button } from '@/components/ui/button'
import { Field, FormMessage, Input, Textarea } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { EditProfileInput } from '@/contracts/inputs'
import type { SkillOption } from '@/contracts/views'
import { mergeWindows } from '@/contracts/week-windows'
import { AvailabilityEditor } from './availability-editor'
import { HoursInput } from './hours-input'
import { LinksEditor } from './links-editor'
import { SkillsEditor } from './skills-editor'
import { ZoneSelect } from './zone-select'

export function ProfileForm({
  handle,
  profile,
  catalogue,
  timeZones,
  save,
}: {
  handle: string
  profile: EditProfileInput
  catalogue: SkillOption[]
  timeZones: string[]
  save: FormAction<{ handle: string }>
}) {
  const [draft, setDraft] = useState<EditProfileInput>(profile)
  const [errors, setErrors] = useState<FieldErrors>({})
  const { state, pending, run } = useAction(save)
  const form = useRef<HTMLFormElement>(null)
  const change = (values: Partial<EditProfileInput>) => setDraft((now) => ({ ...now, ...values }))
  useEffect(() => focusFirstError(form.current, errors), [errors])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await run({ ...draft, links: draft.links.filter((link) => link.trim()) })
    setErrors(answer.fields)
    if (answer.status !== 'ok') return
    setDraft((now) => ({ ...now, windows: mergeWindows(now.windows) }))
    toast('Profile saved')
  }

  return (
    <LiveForm ref={form} onSubmit={submit} className="flex flex-col gap-6">
      <div className="flex flex-col gap-4">
        <Field label="Name" error={errors.name}>
          {(control) => (
            <Input
              {...control}
              data-field="name"
              autoComplete="name"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Headline"
          optional
          hint="One line about what you do or want to learn."
          error={errors.headline}
        >
          {(control) => (
            <Input
              {...control}
              data-field="headline"
              maxLength={120}
              value={draft.headline}
              onChange={(event) => change({ headline: event.target.value })}
            />
          )}
        </Field>
        <Field label="Bio" optional hint="Markdown works here." error={errors.bio}>
          {(control) => (
            <Textarea
              {...control}
              data-field="bio"
              rows={6}
              value={draft.bio}
              onChange={(event) => change({ bio: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <ZoneSelect
            value={draft.timeZone}
            zones={timeZones}
            error={errors.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
          <HoursInput
            value={draft.weeklyHours}
            optional
            error={errors.weeklyHours}
            onChange={(weeklyHours) => change({ weeklyHours })}
          />
        </div>
      </div>
      <AvailabilityEditor
        windows={draft.windows}
        timeZone={draft.timeZone}
        error={errorAt(errors, 'windows')}
        onChange={(windows) => {
          change({ windows })
          setErrors((now) => withoutErrorsAt(now, 'windows'))
        }}
      />
      <SkillsEditor
        catalogue={catalogue}
        skills={draft.skills}
        error={errorAt(errors, 'skills')}
        onChange={(skills) => change({ skills })}
      />
      <LinksEditor
        links={draft.links}
        errors={errors}
        onChange={(links) => {
          change({ links })
          setErrors((now) => withoutErrorsAt(now, 'links'))
        }}
      />
      {state.status !== 'ok' && <FormMessage>{state.message}</FormMessage>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="accent" pending={pending}>
          Save profile
        </Button>
        <Link href={`/@${handle}`} className="text-sm text-ink-2 underline hover:text-ink">
          See your public page
        </Link>
      </div>
    </LiveForm>
  )
}
