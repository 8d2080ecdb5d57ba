import type { StarterIdea, StepRef } from '@/contracts/views'
import { roadmaps } from '@/db/roadmaps'
import type { Roadmap, Step } from '@/db/roadmaps/roadmap'

export type PlacedStep = { roadmap: Roadmap; step: Step; position: number }

const placed = new Map<string, PlacedStep>(
  roadmaps.flatMap((roadmap) =>
    roadmap.steps.map((step, index) => [step.id, { roadmap, step, position: index + 1 }] as const),
  ),
)

/** The step and its place; undefined when no roadmap has it (any more). */
export const findStep = (stepId: string): PlacedStep | undefined => placed.get(stepId)

export const toStepRef = ({ step, position }: Pick<PlacedStep, 'step' | 'position'>): StepRef => ({
  id: step.id,
  position,
  title: step.title,
  line: step.line,
})

const difficulties = [1, 2, 3] as const

export const toStarterIdeas = (step: Step): StarterIdea[] =>
  difficulties.flatMap((difficulty) => {
    const idea = step.ideas[difficulty - 1]
    return idea ? [{ slug: idea.slug, title: idea.title, pitch: idea.pitch, difficulty }] : []
  })
