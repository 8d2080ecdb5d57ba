import Link from 'next/link'
import { StepMark } from '@/components/ui/step-mark'
import type { RoomPage } from '@/contracts/views'

/** What a room is about, and the way there: the project, the step or the other person. */
export function RoomTitle({ page }: { page: RoomPage }) {
  const { kind, project, step, title } = page
  if (project)
    return (
      <Link href={`/projects/${project.slug}`} className="hover:underline">
        {title}
      </Link>
    )
  if (step)
    return (
      <Link href={`/roadmap/${step.id}`} className="hover:underline">
        <StepMark line={step.line} className="mr-2 inline-block align-[-1px]" />
        {title}
      </Link>
    )
  const handle = kind === 'direct' && page.people.find((one) => one.name === title)?.handle
  return handle ? (
    <Link href={`/@${handle}`} className="hover:underline">
      {title}
    </Link>
  ) : (
    title
  )
}
