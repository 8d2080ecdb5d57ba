import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { editProjectAction } from '@/app/projects/actions'
import { loadFormChoices } from '@/app/projects/form-choices'
import { requireActor } from '@/app/session'
import { proposeSkillAction } from '@/app/skill-action'
import { draftFromProject } from '@/components/projects/project-draft'
import { ProjectForm } from '@/components/projects/project-form'
import { Proposing } from '@/components/skills/proposing'
import { getProjectForm } from '@/domain/projects/get-project-form'

export const metadata: Metadata = { title: 'Edit project' }

export default async function EditProject({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const actor = await requireActor()
  const values = await orNotFound(getProjectForm(actor, { slug }))
  const choices = await loadFormChoices(actor, [actor.timeZone, values.timeZone])
  return (
    <div className="page py-8">
      <h1 className="mb-6 text-2xl">Edit {values.title}</h1>
      <Proposing action={proposeSkillAction}>
        <ProjectForm
          action={editProjectAction}
          start={draftFromProject(values)}
          draftKey={`project:${values.projectId}:${actor.personId}`}
          projectId={values.projectId}
          backHref={`/projects/${slug}`}
          owner={{ id: actor.personId, handle: actor.handle, name: actor.name, line: actor.line }}
          {...choices}
        />
      </Proposing>
    </div>
  )
}
