import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { setMemberActiveAction, setMemberInactiveAction } from '@/app/projects/actions'
import { requireActor } from '@/app/session'
import {
  acceptInvitationAction,
  confirmMemberAction,
  declineInvitationAction,
  withdrawAction,
} from '@/app/teams/actions'
import { ProjectMatchCard } from '@/components/matching/project-match-card'
import { MyInvitations } from '@/components/teams/my-invitations'
import { MyProject } from '@/components/teams/my-project'
import { MyRequests } from '@/components/teams/my-requests'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listMyTeams } from '@/domain/teams/list-my-teams'

export const metadata: Metadata = { title: 'My teams' }

const presence = {
  confirm: confirmMemberAction,
  setInactive: setMemberInactiveAction,
  setActive: setMemberActiveAction,
}

const endings = {
  active: '',
  inactive: '',
  left: 'You left',
  removed: 'You were removed',
  completed: 'Completed',
}

export default async function Teams() {
  const actor = await requireActor()
  const teams = await listMyTeams(actor)
  const invitations = [...teams.invitations].sort(
    (a, b) => Number(b.status === 'pending') - Number(a.status === 'pending'),
  )
  const waiting = invitations.some((one) => one.status === 'pending')
  const invited = (
    <Part id="invitations" title="Invitations">
      {invitations.length > 0 ? (
        <MyInvitations
          invitations={invitations}
          accept={acceptInvitationAction}
          decline={declineInvitationAction}
        />
      ) : (
        <EmptyState action={<LinkButton href="/settings/profile">Edit your profile</LinkButton>}>
          Teams that want you invite you here. Skills on your profile help them find you.
        </EmptyState>
      )}
    </Part>
  )
  return (
    <div className="page flex flex-col gap-10 py-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">My teams</h1>
        {/* Wider screens have it in the header. */}
        <LinkButton href="/projects/new" className="sm:hidden">
          Post a project
        </LinkButton>
      </div>
      {waiting && invited}
      <Part id="projects" title="Projects">
        {teams.projects.length > 0 ? (
          <ul className="divide-y divide-line">
            {teams.projects.map((project) => (
              <li key={project.id}>
                <MyProject project={project} viewerId={actor.personId} actions={presence} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            action={
              <LinkButton look="accent" href="/projects">
                Find a project
              </LinkButton>
            }
          >
            The projects you build with others stand here. Ask to join one, or post your own.
          </EmptyState>
        )}
      </Part>
      <Part id="requests" title="Requests">
        {teams.applications.length > 0 ? (
          <MyRequests
            applications={teams.applications}
            most={teams.mostWaiting}
            withdraw={withdrawAction}
          />
        ) : (
          <EmptyState action={<LinkButton href="/projects">Browse projects</LinkButton>}>
            When you ask to join a team, your request and its answer stand here.
          </EmptyState>
        )}
      </Part>
      {teams.next.length > 0 && (
        <Part id="next" title="What you could join next">
          <p className="mb-3 text-sm text-ink-2">
            A seat that you asked for is not free any more. These teams have one.
          </p>
          <ul className="grid items-start gap-4 md:grid-cols-2 lg:grid-cols-3">
            {teams.next.map((match) => (
              <li key={match.project.id}>
                <ProjectMatchCard match={match} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!waiting && invited}
      {teams.past.length > 0 && (
        <Part id="past" title="Past">
          <ul className="divide-y divide-line">
            {teams.past.map((project) => (
              <li
                key={project.id}
                className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
              >
                <Link
                  href={`/projects/${project.slug}`}
                  className="inline-flex min-h-6 items-center font-semibold hover:underline"
                >
                  {project.title}
                </Link>
                <span className="text-sm text-ink-2">{endings[project.ended]}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="scroll-mt-20">
      <h2 id={`${id}-heading`} className="mb-2 text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
