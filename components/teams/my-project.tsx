import Link from 'next/link'
import { SeatStack } from '@/components/ui/avatar'
import { Badge, CountBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { StepLabel } from '@/components/ui/step-mark'
import type { MyTeams } from '@/contracts/views'
import { type PresenceActions, StillHere } from './still-here'

const roles = { owner: 'Owner', maintainer: 'Maintainer', member: 'Member' }
const stages = {
  draft: 'Draft',
  open: null,
  in_progress: 'In progress',
  completed: 'Completed',
  paused: 'Paused',
  abandoned: 'Abandoned',
  archived: 'Archived',
}

/** One of my projects, with what waits for me there. */
export function MyProject({
  project,
  viewerId,
  actions,
}: {
  project: MyTeams['projects'][number]
  viewerId: string
  actions: PresenceActions
}) {
  const stage = stages[project.status]
  const { unread, pendingRequests } = project
  return (
    <article className="flex flex-col gap-3 py-5 sm:flex-row sm:flex-wrap sm:items-center sm:gap-x-6">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="flex flex-wrap gap-x-3.5">
          {project.steps.map((step) => (
            <StepLabel key={step.id} step={step} />
          ))}
        </p>
        <h3 className="text-lg leading-snug">
          <Link href={`/projects/${project.slug}`} className="hover:underline">
            {project.title}
          </Link>
        </h3>
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
          <Badge>{roles[project.role]}</Badge>
          {stage && <Badge>{stage}</Badge>}
          <SeatStack
            people={project.members}
            free={Math.max(0, project.seats - project.filled)}
            size="s"
          />
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {pendingRequests > 0 && (
          <LinkButton size="s" href={`/projects/${project.slug}/requests`}>
            Requests
            <CountBadge count={pendingRequests} label="to decide" />
          </LinkButton>
        )}
        <LinkButton size="s" href={`/rooms/${project.roomId}`}>
          Room
          <CountBadge count={unread} label="unread" />
        </LinkButton>
      </div>
      <StillHere project={project} viewerId={viewerId} actions={actions} />
    </article>
  )
}
