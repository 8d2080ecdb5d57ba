import { ProjectCard } from '@/components/projects/project-card'
import type { ProjectMatch } from '@/contracts/matching'
import { WhyMatch } from './why-match'

/** A project that suits the viewer, the role in it that suits best, and why. */
export function ProjectMatchCard({
  match: { project, opening, score, parts, raises },
  headingLevel,
}: {
  match: ProjectMatch
  headingLevel?: 2 | 3
}) {
  return (
    <ProjectCard project={project} headingLevel={headingLevel}>
      <div className="mt-3 border-t border-line pt-2.5">
        <p className="text-sm">
          <span className="text-ink-2">As</span>{' '}
          <span className="font-semibold">{opening.title}</span>
        </p>
        <WhyMatch score={score} parts={parts} raises={raises} voice="you" />
      </div>
    </ProjectCard>
  )
}
