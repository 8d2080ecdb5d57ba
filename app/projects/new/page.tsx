import type { Metadata } from 'next'
import { postProjectAction } from '@/app/projects/actions'
import { loadFormChoices } from '@/app/projects/form-choices'
import { requireActor } from '@/app/session'
import { proposeSkillAction } from '@/app/skill-action'
import { draftFromPrefill, emptyDraft } from '@/components/projects/project-draft'
import { ProjectForm } from '@/components/projects/project-form'
import { Proposing } from '@/components/skills/proposing'
import { getPrefill } from '@/domain/roadmap/get-prefill'

export const metadata: Metadata = { title: 'Post a project' }

const one = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : undefined

export default async function PostProject({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const actor = await requireActor()
  const query = await searchParams
  const step = one(query.step)
  const idea = one(query.idea)
  const [choices, prefill] = await Promise.all([
    loadFormChoices(actor, [actor.timeZone]),
    step && idea ? getPrefill({ stepId: step, idea }) : null,
  ])
  const empty = emptyDraft(actor.timeZone)
  const known = choices.steps.some((other) => other.id === step)
  const start = prefill
    ? draftFromPrefill(prefill, actor.timeZone)
    : { ...empty, stepIds: step && known ? [step] : [] }
  return (
    <div className="page py-8">
      <h1 className="text-2xl">Post a project</h1>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">
        Say what you want to build and whom you need for it. People who learn these steps will find
        it.
      </p>
      <Proposing action={proposeSkillAction}>
        <ProjectForm
          action={postProjectAction}
          start={start}
          // A starter idea has a draft of its own: it neither hides nor replaces the one under way.
          draftKey={`project:new:${actor.personId}${prefill ? `:${step}:${idea}` : ''}`}
          backHref={step && known ? `/roadmap/${step}` : '/projects'}
          owner={{ id: actor.personId, handle: actor.handle, name: actor.name, line: actor.line }}
          {...choices}
        />
      </Proposing>
    </div>
  )
}
