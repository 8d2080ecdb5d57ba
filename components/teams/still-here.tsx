import type { FormAction } from '@/contracts/form-state'
import type { MyTeams } from '@/contracts/views'
import { ActionButton } from './action-button'

export type PresenceActions = {
  confirm: FormAction
  setInactive: FormAction
  setActive: FormAction
}

/** Asks a member of whom nothing was seen lately; whoever gave the seat up can take that back. */
export function StillHere({
  project,
  viewerId,
  actions,
}: {
  project: MyTeams['projects'][number]
  viewerId: string
  actions: PresenceActions
}) {
  if (!project.asked && !project.inactive) return null
  const input = { projectId: project.id, personId: viewerId }
  const headingId = `still-${project.id}`
  return (
    <section
      aria-labelledby={headingId}
      className="flex w-full flex-wrap items-center gap-x-6 gap-y-3 rounded-m border border-line bg-sunken p-4"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h4 id={headingId} className="font-text text-base font-semibold tracking-normal">
          {project.inactive ? 'You are marked as inactive' : `Still with ${project.title}?`}
        </h4>
        <p className="text-sm text-ink-2">
          {project.inactive
            ? 'The owner may free your seat. Say that you are back to keep it.'
            : 'Nothing was seen of you in its room for three weeks. If you have no time, somebody else can have the seat.'}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {project.inactive ? (
          <ActionButton size="s" action={actions.setActive} input={input} done="Welcome back">
            I am back
          </ActionButton>
        ) : (
          <>
            <ActionButton
              size="s"
              look="accent"
              action={actions.confirm}
              input={input}
              done={`You keep your seat in ${project.title}`}
            >
              I am here
            </ActionButton>
            <ActionButton
              size="s"
              action={actions.setInactive}
              input={input}
              done="The owner is told and may free your seat"
            >
              Free my seat
            </ActionButton>
          </>
        )}
      </div>
    </section>
  )
}
