import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import type { ProjectPage } from '@/contracts/views'
import { LazyMemberMenu } from './lazy-member-menu'
import type { ProjectActions } from './project-actions'
import { cityOf } from './window-in-zone'

const roles = { owner: 'Owner', maintainer: 'Maintainer', member: null }

/** Who is on the team, with what they do and where their clock is. */
export function TeamList({
  project,
  viewerId,
  actions,
}: {
  project: ProjectPage
  viewerId: string | null
  actions: ProjectActions
}) {
  const { can, role } = project.viewer
  return (
    <ul className="divide-y divide-line">
      {project.team.map((member) => {
        const manageable =
          can.manageMembers &&
          member.id !== viewerId &&
          member.status !== 'completed' &&
          member.role !== 'owner' &&
          (role === 'owner' || member.role === 'member')
        const title = roles[member.role]
        return (
          <li key={member.id} className="flex items-center gap-3 py-3">
            <Avatar person={member} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <Link
                  href={`/@${member.handle}`}
                  className="inline-flex min-h-6 items-center font-semibold hover:underline"
                >
                  {member.name}
                </Link>
                {title && <Badge>{title}</Badge>}
                {member.status === 'inactive' && <Badge tone="warn">Inactive</Badge>}
              </p>
              <p className="text-sm text-ink-2">
                {[member.opening, cityOf(member.timeZone)].filter(Boolean).join(' · ')}
              </p>
            </div>
            {manageable && (
              <LazyMemberMenu
                projectId={project.id}
                member={member}
                byOwner={role === 'owner'}
                actions={actions}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
