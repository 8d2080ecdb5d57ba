import type { RoadmapPage, StepSummary } from '@/contracts/views'
import { db } from '@/db/client'
import { roadmaps } from '@/db/roadmaps'
import { loadHiddenPeople } from '@/domain/access/blocks'
import type { Viewer } from '@/domain/actor'
import { findStep, toStarterIdeas, toStepRef } from './find-step'
import { loadStepNumbers } from './load-step-numbers'

/** The roadmap that people land on, with live counts and the viewer's progress. Signed out: no progress. */
export async function getRoadmap(viewer: Viewer): Promise<RoadmapPage> {
  const [roadmap] = roadmaps
  const viewerId = viewer?.personId
  const numbers = await loadStepNumbers(
    db(),
    roadmap.steps.map((step) => step.id),
    { viewerId, hidden: await loadHiddenPeople(db(), viewerId) },
  )
  const steps = roadmap.steps.map(
    (step, index): StepSummary => ({
      ...toStepRef({ step, position: index + 1 }),
      summary: step.summary,
      topics: step.topics,
      prerequisites: step.prerequisites,
      ...numbers.of(step.id),
    }),
  )
  const current =
    steps.find((step) => step.state === 'learning') ??
    steps.find((step) => step.state === 'not_started')
  const currentStep = current && findStep(current.id)?.step
  return {
    id: roadmap.id,
    title: roadmap.title,
    lines: roadmap.lines,
    steps,
    openProjects: numbers.openProjects,
    done: steps.filter((step) => step.state === 'done').length,
    currentStepId: current?.id ?? null,
    currentIdeas: currentStep ? toStarterIdeas(currentStep) : [],
  }
}
