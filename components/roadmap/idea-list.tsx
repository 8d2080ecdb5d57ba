import { LinkButton } from '@/components/ui/button'
import type { StarterIdea } from '@/contracts/views'
import { Difficulty } from './difficulty'

/** Starter ideas of a step, each one press away from a prefilled form. */
export function IdeaList({
  stepId,
  ideas,
  postLabel = 'Post',
}: {
  stepId: string
  ideas: StarterIdea[]
  postLabel?: string
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {ideas.map((idea) => (
        <li key={idea.slug} className="flex items-center justify-between gap-4 py-3">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2.5 text-sm font-semibold">
              {idea.title}
              <Difficulty level={idea.difficulty} />
            </p>
            <p className="mt-0.5 text-xs text-ink-2">{idea.pitch}</p>
          </div>
          <LinkButton
            size="s"
            href={`/projects/new?step=${stepId}&idea=${idea.slug}`}
            className="shrink-0"
            prefetch={false}
          >
            {postLabel}
            <span className="sr-only">: {idea.title}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
