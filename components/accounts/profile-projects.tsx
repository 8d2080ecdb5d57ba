import type { ReactNode } from 'react'
import { ProjectCard } from '@/components/projects/project-card'
import type { ProfilePage } from '@/contracts/views'
import type { MembershipRole, MembershipStatus } from '@/contracts/vocabulary'

const roles: Record<MembershipRole, string> = {
  owner: 'Owner',
  maintainer: 'Maintainer',
  member: 'Member',
}
const ends: Partial<Record<MembershipStatus, string>> = {
  left: 'left',
  completed: 'shipped it',
}

/** The public projects that the person is or was a part of. */
export function ProfileProjects({
  projects,
  empty,
}: {
  projects: ProfilePage['projects']
  empty: ReactNode
}) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">Projects</h2>
      {projects.length === 0 ? (
        empty
      ) : (
        <ul className="grid gap-4">
          {projects.map((project) => {
            const end = project.ended && ends[project.ended]
            return (
              <li key={project.id} className="flex flex-col gap-1.5">
                <p className="text-xs text-ink-3">
                  {roles[project.role]}
                  {end && ` · ${end}`}
                </p>
                <ProjectCard project={project} />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
