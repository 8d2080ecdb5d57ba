'use client'
import { Field, Input } from '@/components/ui/field'
import type { SkillOption, StepRef } from '@/contracts/views'
import { errorAt, type FieldErrors } from './field-errors'
import { MarkdownField } from './markdown-field'
import { OpeningsEditor } from './openings-editor'
import type { ProjectDraft } from './project-draft'
import { StepsPicker } from './steps-picker'
import { WindowFields } from './window-fields'

/** All fields of a project, in the order in which one thinks of them. */
export function ProjectFields({
  draft,
  errors,
  steps,
  skills,
  zones,
  onChange,
}: {
  draft: ProjectDraft
  errors: FieldErrors
  steps: StepRef[]
  skills: SkillOption[]
  zones: string[]
  /** `path` is the field whose error is out of date now. */
  onChange: (values: Partial<ProjectDraft>, path?: string) => void
}) {
  return (
    <div className="flex flex-col gap-6">
      <Field label="Title" error={errors.title}>
        {(control) => (
          <Input
            {...control}
            data-field="title"
            value={draft.title}
            maxLength={80}
            placeholder="Tidewatch: harbour sensor API"
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Pitch"
        error={errors.pitch}
        hint={`One line that says what you build. ${160 - draft.pitch.length} characters left.`}
      >
        {(control) => (
          <Input
            {...control}
            data-field="pitch"
            value={draft.pitch}
            maxLength={160}
            placeholder="Store and serve a year of tide readings, then make the slow queries fast."
            onChange={(event) => onChange({ pitch: event.target.value })}
          />
        )}
      </Field>
      <StepsPicker
        steps={steps}
        chosen={draft.stepIds}
        error={errorAt(errors, 'stepIds')}
        onChange={(stepIds) => onChange({ stepIds }, 'stepIds')}
      />
      <MarkdownField
        label="Description"
        hint="Markdown: what exists, what is hard, how you want to work, when it counts as shipped."
        data-field="description"
        value={draft.description}
        error={errors.description}
        maxLength={20000}
        onChange={(event) => onChange({ description: event.target.value })}
      />
      <OpeningsEditor
        openings={draft.openings}
        catalogue={skills}
        errors={errors}
        onChange={(openings, path) => onChange({ openings }, path)}
      />
      <Field label="Hours a week" error={errors.hoursPerWeek} hint="What you ask of each person.">
        {(control) => (
          <Input
            {...control}
            data-field="hoursPerWeek"
            type="number"
            inputMode="numeric"
            min={1}
            max={60}
            className="max-w-28"
            value={draft.hoursPerWeek}
            onChange={(event) => onChange({ hoursPerWeek: event.target.value })}
          />
        )}
      </Field>
      <WindowFields draft={draft} zones={zones} errors={errors} onChange={onChange} />
      <Field label="Repository" optional error={errors.repositoryUrl}>
        {(control) => (
          <Input
            {...control}
            data-field="repositoryUrl"
            type="url"
            inputMode="url"
            value={draft.repositoryUrl}
            maxLength={300}
            placeholder="https://github.com/you/project"
            onChange={(event) => onChange({ repositoryUrl: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
