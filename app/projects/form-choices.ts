import type { SkillOption, StepRef } from '@/contracts/views'
import { listSkills } from '@/domain/accounts/list-skills'
import type { Viewer } from '@/domain/actor'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'
import { listZones } from './list-zones'

/** What the project form offers to choose from; zones that are in use are always among them. */
export async function loadFormChoices(
  viewer: Viewer,
  zonesInUse: string[],
): Promise<{ steps: StepRef[]; skills: SkillOption[]; zones: string[] }> {
  const [roadmap, skills] = await Promise.all([getRoadmap(viewer), listSkills()])
  return {
    steps: roadmap.steps.map(({ id, position, title, line }) => ({ id, position, title, line })),
    skills,
    zones: listZones(zonesInUse),
  }
}
