import { UserSearch } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { orNotFound } from '@/app/or-not-found'
import { loadProject } from '@/app/projects/[slug]/load-project'
import {
  acceptApplicationAction,
  declineApplicationAction,
  inviteAction,
  removeMemberAction,
  revokeInvitationAction,
  setMemberActiveAction,
} from '@/app/projects/actions'
import { requireActor } from '@/app/session'
import { confirmMemberAction } from '@/app/teams/actions'
import { freeOpenings } from '@/components/projects/asking'
import { InviteDialog } from '@/components/teams/invite-dialog'
import { QuietMembers } from '@/components/teams/quiet-members'
import { RequestsBoard } from '@/components/teams/requests-board'
import { LinkButton } from '@/components/ui/button'
import { listRequests } from '@/domain/teams/list-requests'

export const metadata: Metadata = { title: 'Requests' }

export default async function Requests({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const actor = await requireActor()
  const [board, project] = await Promise.all([
    orNotFound(listRequests(actor, { slug })),
    loadProject(slug),
  ])
  const free = freeOpenings(project)
  return (
    <div className="px-4 py-6 md:px-6 lg:px-10">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <div>
          <p className="text-sm text-ink-2">
            <Link
              href={`/projects/${slug}`}
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
            >
              {board.project.title}
            </Link>
          </p>
          <h1 className="text-2xl">Requests</h1>
        </div>
        {project.viewer.can.invite && free.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/projects/${slug}/people`}>
              <UserSearch aria-hidden className="size-4" />
              Find people
            </LinkButton>
            <InviteDialog
              openings={free.map(({ id, title, seats, filled }) => ({ id, title, seats, filled }))}
              invite={inviteAction}
            />
          </div>
        )}
      </div>
      <QuietMembers
        members={board.quiet}
        project={board.project}
        actions={{
          confirm: confirmMemberAction,
          setActive: setMemberActiveAction,
          remove: removeMemberAction,
        }}
      />
      <RequestsBoard
        board={board}
        actions={{
          accept: acceptApplicationAction,
          decline: declineApplicationAction,
          revoke: revokeInvitationAction,
        }}
      />
    </div>
  )
}
