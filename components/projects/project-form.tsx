'use client'
import clsx from 'clsx'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { PersonView } from '@/contracts/realtime'
import type { SkillOption, StepRef } from '@/contracts/views'
import { type FieldErrors, focusFirstError, withoutErrorsAt } from './field-errors'
import { inputFromDraft, type ProjectDraft } from './project-draft'
import { ProjectFields } from './project-fields'
import { ProjectPreview } from './project-preview'
import { Segments } from './segments'
import { useProjectDraft } from './use-project-draft'

const views = [
  ['write', 'Write'],
  ['preview', 'Preview'],
] as const

/** The same rules as the server's, fetched when they are first needed. */
async function check(input: unknown, editing: boolean): Promise<FieldErrors> {
  const { editProjectInput, postProjectInput } = await import('@/contracts/inputs')
  const parsed = (editing ? editProjectInput : postProjectInput).safeParse(input)
  const errors: FieldErrors = {}
  for (const issue of parsed.error?.issues ?? []) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/** Posts a project, or edits the one named by `projectId`. What is typed is kept in this browser. */
export function ProjectForm({
  action,
  start,
  draftKey,
  projectId,
  backHref,
  owner,
  steps,
  skills,
  zones,
}: {
  action: FormAction<{ slug: string }>
  start: ProjectDraft
  draftKey: string
  projectId?: string
  backHref: string
  owner: PersonView
  steps: StepRef[]
  skills: SkillOption[]
  zones: string[]
}) {
  const router = useRouter()
  const path = usePathname()
  const query = useSearchParams().toString()
  const here = query ? `${path}?${query}` : path
  const form = useRef<HTMLFormElement>(null)
  const { draft, restored, update, discard, forget } = useProjectDraft(draftKey, start)
  const { state, setState, pending, run } = useAction(action)
  const [view, setView] = useState<'write' | 'preview'>('write')
  const editing = projectId !== undefined

  function showErrors(fields: FieldErrors) {
    setView('write')
    // The write view may have been hidden: focus goes there once it is on the screen again.
    requestAnimationFrame(() => focusFirstError(form.current, fields))
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const status = submitter instanceof HTMLButtonElement ? submitter.value : 'open'
    const input = { ...inputFromDraft(draft), ...(editing ? { projectId } : { status }) }
    const wrong = await check(input, editing).catch((): FieldErrors => ({}))
    if (Object.keys(wrong).length > 0) {
      setState({ status: 'error', message: 'Some fields need another look.', fields: wrong })
      showErrors(wrong)
      return
    }
    const answer = await run(input)
    if (answer.status === 'ok' && answer.result) {
      forget()
      toast(editing ? 'Changes saved' : status === 'draft' ? 'Draft saved' : 'Project posted')
      router.push(`/projects/${answer.result.slug}`)
    } else showErrors(answer.fields)
  }

  return (
    <LiveForm ref={form} onSubmit={submit} className="flex flex-col gap-5">
      {restored && (
        <p role="status" className="text-sm text-ink-2">
          Draft restored ·{' '}
          <button type="button" onClick={discard} className="min-h-6 underline hover:text-ink">
            discard
          </button>
        </p>
      )}
      <Segments
        label="View"
        choices={views}
        value={view}
        onChange={setView}
        className="lg:hidden"
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
        <div className={clsx(view === 'preview' && 'max-lg:hidden')}>
          <ProjectFields
            draft={draft}
            errors={state.fields}
            steps={steps}
            skills={skills}
            zones={zones}
            onChange={(values, path) => {
              update(values)
              for (const changed of path ? [path] : Object.keys(values))
                setState((now) => ({ ...now, fields: withoutErrorsAt(now.fields, changed) }))
            }}
          />
        </div>
        <aside
          aria-label="Preview"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions take focus so that keys can scroll them
          tabIndex={0}
          className={clsx(
            'min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto',
            view === 'write' && 'max-lg:hidden',
          )}
        >
          <p aria-hidden className="mb-2 text-sm font-semibold text-ink-3 max-lg:hidden">
            Preview
          </p>
          <ProjectPreview draft={draft} steps={steps} skills={skills} owner={owner} />
        </aside>
      </div>
      <FormMessage>
        {state.status === 'signed-out' ? (
          <>
            {state.message}{' '}
            <Link
              href={`/sign-in?next=${encodeURIComponent(here)}`}
              className="font-semibold underline"
            >
              Sign in
            </Link>
          </>
        ) : (
          state.status === 'error' && state.message
        )}
      </FormMessage>
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        <Button type="submit" look="accent" value="open" pending={pending}>
          {editing ? 'Save changes' : 'Post project'}
        </Button>
        {!editing && (
          <Button type="submit" value="draft" pending={pending}>
            Save as draft
          </Button>
        )}
        <LinkButton look="quiet" href={backHref}>
          Cancel
        </LinkButton>
      </div>
    </LiveForm>
  )
}
