import type { StepPage } from '@/contracts/views'
import { IdeaList } from './idea-list'

export function StepIdeas({ step }: { step: StepPage }) {
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas" className="text-xl">
        Ideas to start from
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-2">
        Each fills in the form for you; change what you like before you post it.
      </p>
      <IdeaList stepId={step.id} ideas={step.ideas} postLabel="Post this idea" />
    </section>
  )
}
