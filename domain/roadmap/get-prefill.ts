import type { OpeningSkill, ProjectPrefill } from '@/contracts/views'
import { skills } from '@/db/skills'
import { findStep } from './find-step'

const names = new Map(skills.map((skill) => [skill.slug, skill.name]))

const asked = (levels: Record<string, number>, required: boolean): OpeningSkill[] =>
  Object.entries(levels).map(([slug, minimumLevel]) => ({
    slug,
    name: names.get(slug) ?? slug,
    required,
    minimumLevel,
  }))

/** The values that a starter idea fills into the project form; null when the step or idea is unknown. */
export async function getPrefill(input: {
  stepId: string
  idea: string
}): Promise<ProjectPrefill | null> {
  const step = findStep(input.stepId)?.step
  const idea = step?.ideas.find((each) => each.slug === input.idea)
  if (!step || !idea) return null
  return {
    title: idea.title,
    pitch: idea.pitch,
    description: idea.description.join('\n\n'),
    stepIds: [step.id],
    hoursPerWeek: idea.hoursPerWeek,
    openings: idea.openings.map(({ title, seats, required, nice }) => ({
      title,
      seats,
      skills: [...asked(required, true), ...asked(nice, false)],
    })),
  }
}
