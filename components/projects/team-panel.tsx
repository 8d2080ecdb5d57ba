'use client'
import { MessagesSquare, Pencil, UserSearch } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { ActionButton } from '@/components/teams/action-button'
import { CountBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import type { ProjectPage } from '@/contracts/views'
import { freeOpenings } from './asking'
import { type ProjectActions, problemOf } from './project-actions'
import { stageMove, stageNames } from './stage-words'

/** What a member can do here; those who lead the team find its tools too. */
export function TeamPanel({
  project,
  viewerId,
  actions,
}: {
  project: ProjectPage
  viewerId: string
  actions: ProjectActions
}) {
  const router = useRouter()
  const { can, role } = project.viewer
  const self = project.team.find((member) => member.id === viewerId)
  const running = project.status === 'open' || project.status === 'in_progress'
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg">{role === 'owner' ? 'Your project' : 'Your team'}</h2>
      {self?.status === 'inactive' && (
        <div className="flex flex-col items-start gap-2 rounded-s bg-warn-soft p-3 text-sm text-warn">
          <p>You are marked as inactive. Say that you are back to keep your seat.</p>
          <ActionButton
            size="s"
            action={actions.setMemberActive}
            input={{ projectId: project.id, personId: viewerId }}
            done="Welcome back"
          >
            I am back
          </ActionButton>
        </div>
      )}
      <div className="flex flex-col gap-2">
        {can.enterRoom && project.roomId && (
          <LinkButton look="accent" href={`/rooms/${project.roomId}`}>
            <MessagesSquare aria-hidden className="size-4" />
            Enter the room
          </LinkButton>
        )}
        {can.decide && (
          <LinkButton href={`/projects/${project.slug}/requests`}>
            Requests
            <CountBadge count={project.pendingRequests} label="waiting" />
          </LinkButton>
        )}
        {can.invite && freeOpenings(project).length > 0 && (
          <LinkButton href={`/projects/${project.slug}/people`}>
            <UserSearch aria-hidden className="size-4" />
            Find people
          </LinkButton>
        )}
        {can.edit && (
          <LinkButton href={`/projects/${project.slug}/edit`}>
            <Pencil aria-hidden className="size-4" />
            Edit
          </LinkButton>
        )}
      </div>
      {can.changeStatus && <Stage project={project} actions={actions} />}
      {can.edit && running && (
        <div className="flex flex-col items-start gap-2 border-t border-line pt-4">
          <p className="text-sm">
            {project.acceptingMembers
              ? 'People can ask to join.'
              : 'Nobody can ask to join at the moment.'}
          </p>
          <ActionButton
            size="s"
            action={actions.acceptingMembers}
            input={{ projectId: project.id, acceptingMembers: !project.acceptingMembers }}
          >
            {project.acceptingMembers ? 'Stop taking requests' : 'Take requests again'}
          </ActionButton>
        </div>
      )}
      {can.leave && role === 'owner' && (
        <p className="border-t border-line pt-4 text-xs text-ink-3">
          To leave, hand the project over to somebody on the team first.
        </p>
      )}
      {can.leave && role !== 'owner' && (
        <div className="border-t border-line pt-4">
          <ConfirmButton
            label="Leave the team"
            look="quiet"
            size="s"
            className="-ml-3"
            title={`Leave ${project.title}?`}
            description="Your seat becomes free and the room closes for you. To come back, you ask again."
            confirmLabel="Leave"
            run={() =>
              problemOf(actions.leave({ projectId: project.id }), () => {
                toast(`You left ${project.title}`)
                router.push('/teams')
              })
            }
          />
        </div>
      )}
    </div>
  )
}

function Stage({ project, actions }: { project: ProjectPage; actions: ProjectActions }) {
  const router = useRouter()
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-4">
      <p className="text-sm">
        Stage: <strong>{stageNames[project.status]}</strong>
      </p>
      <div className="flex flex-wrap gap-2">
        {project.nextStatuses.map((status) => {
          const move = stageMove(project.status, status)
          const input = { projectId: project.id, status }
          return move.confirm ? (
            <ConfirmButton
              key={status}
              size="s"
              label={move.label}
              title={move.confirm.title}
              description={move.confirm.description}
              confirmLabel={move.label}
              run={() =>
                problemOf(actions.changeStatus(input), () => {
                  toast(move.done)
                  if (status === 'archived') router.push('/teams')
                })
              }
            />
          ) : (
            <ActionButton
              key={status}
              size="s"
              look={project.status === 'draft' ? 'accent' : 'outline'}
              action={actions.changeStatus}
              input={input}
              done={move.done}
            >
              {move.label}
            </ActionButton>
          )
        })}
      </div>
    </div>
  )
}
