import clsx from 'clsx'
import { GitBranch } from 'lucide-react'
import type { Metadata } from 'next'
import {
  acceptingMembersAction,
  applyAction,
  changeRoleAction,
  changeStatusAction,
  handOverAction,
  leaveProjectAction,
  removeMemberAction,
  setMemberActiveAction,
  setMemberInactiveAction,
} from '@/app/projects/actions'
import { getViewer } from '@/app/session'
import {
  acceptInvitationAction,
  declineInvitationAction,
  withdrawAction,
} from '@/app/teams/actions'
import { ApplyBar, ApplyBox } from '@/components/projects/apply-box'
import { canActOnAsking } from '@/components/projects/asking'
import { InvitationBox } from '@/components/projects/invitation-box'
import { LazyTeamPanel } from '@/components/projects/lazy-team-panel'
import { OpeningList } from '@/components/projects/opening-list'
import { ProjectAsk } from '@/components/projects/project-ask'
import { TeamList } from '@/components/projects/team-list'
import { MarkdownText } from '@/components/ui/markdown'
import { RelativeTime } from '@/components/ui/relative-time'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { loadProject } from './load-project'

type Properties = { params: Promise<{ slug: string }> }

const actions = {
  changeStatus: changeStatusAction,
  acceptingMembers: acceptingMembersAction,
  changeRole: changeRoleAction,
  removeMember: removeMemberAction,
  handOver: handOverAction,
  setMemberInactive: setMemberInactiveAction,
  setMemberActive: setMemberActiveAction,
  leave: leaveProjectAction,
}

export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const project = await loadProject((await params).slug)
  const { title, pitch: description, slug } = project
  return {
    title,
    description,
    alternates: { canonical: `/projects/${slug}` },
    openGraph: { title, description, type: 'article' },
  }
}

export default async function Project({ params }: Properties) {
  const project = await loadProject((await params).slug)
  const viewer = await getViewer()
  const invited = project.openings.find((opening) => opening.pendingInvitationId !== null)
  const invitation =
    viewer && invited
      ? (await listMyTeams(viewer)).invitations.find(
          (one) => one.id === invited.pendingInvitationId,
        )
      : undefined
  const asking = {
    project,
    draftKey: `apply:${project.id}:${viewer?.personId ?? ''}`,
    apply: applyAction,
    withdraw: withdrawAction,
  }
  const member = viewer && project.viewer.role
  const hasBar = !invitation && !member && canActOnAsking(project, viewer !== null)
  return (
    <div className="page pt-8 lg:pb-12">
      <div className="grid items-start gap-x-12 gap-y-8 pb-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ProjectAsk project={project} />
        <aside
          aria-label={invitation ? 'Your invitation' : member ? 'Your team' : 'Ask to join'}
          className={clsx(
            invitation ? 'border-accent max-lg:order-first' : 'border-line',
            // On small screens the bar at the bottom asks instead.
            hasBar && 'max-lg:hidden',
            'rounded-m border bg-surface p-5',
            'lg:sticky lg:top-20 lg:row-span-2 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto',
          )}
        >
          {invitation ? (
            <InvitationBox
              invitation={invitation}
              accept={acceptInvitationAction}
              decline={declineInvitationAction}
            />
          ) : member ? (
            <LazyTeamPanel project={project} viewerId={viewer.personId} actions={actions} />
          ) : (
            <ApplyBox {...asking} signedIn={viewer !== null} />
          )}
        </aside>
        <div className="flex min-w-0 flex-col gap-8">
          <section aria-labelledby="openings-heading">
            <h2 id="openings-heading" className="text-xl">
              Whom we need
            </h2>
            {project.openings.length > 0 ? (
              <OpeningList openings={project.openings} />
            ) : (
              <p className="mt-2 text-ink-2">The team has no opening now.</p>
            )}
          </section>
          <section aria-labelledby="team-heading">
            <h2 id="team-heading" className="text-xl">
              Team
            </h2>
            <TeamList project={project} viewerId={viewer?.personId ?? null} actions={actions} />
          </section>
          <section aria-labelledby="story-heading" className="flex flex-col gap-4">
            <h2 id="story-heading" className="text-xl">
              What we build
            </h2>
            <MarkdownText className="max-w-[42rem]">{project.description}</MarkdownText>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
              {project.repositoryUrl && (
                <a
                  href={project.repositoryUrl}
                  rel="noopener noreferrer nofollow"
                  target="_blank"
                  className="inline-flex min-h-6 items-center gap-1.5 break-all underline underline-offset-2 hover:text-ink"
                >
                  <GitBranch aria-hidden className="size-4 shrink-0" />
                  {project.repositoryUrl.replace(/^https?:\/\//, '')}
                </a>
              )}
              <span>
                Posted <RelativeTime at={project.createdAt} />
              </span>
            </p>
          </section>
        </div>
      </div>
      {hasBar && <ApplyBar {...asking} />}
    </div>
  )
}
