import type { EditProjectInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { canEditProject, loadProjectBySlug } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { loadOpenings } from './load-openings'
import { loadProjectCards } from './load-project-cards'

/** The edit form's values as they stand. Closed openings are history and not in the form. */
export async function getProjectForm(
  actor: Actor,
  input: { slug: string },
): Promise<EditProjectInput> {
  const { project, standing } = await loadProjectBySlug(db(), actor, input.slug)
  if (!canEditProject(project.status, standing)) throw new Forbidden()
  const [card] = await loadProjectCards(db(), [project.id])
  const openings = await loadOpenings(db(), project.id, actor)
  return {
    projectId: project.id,
    title: project.title,
    pitch: project.pitch,
    description: project.description,
    stepIds: card?.steps.map((step) => step.id) ?? [],
    openings: openings
      .filter((each) => each.status !== 'closed')
      .map(({ id, title, seats, skills }) => ({
        id,
        title,
        seats,
        skills: skills.map(({ slug, required, minimumLevel }) => ({
          slug,
          required,
          minimumLevel,
        })),
      })),
    hoursPerWeek: project.hoursPerWeek,
    timeZone: project.timeZone,
    windowStart: project.windowStart,
    windowEnd: project.windowEnd,
    repositoryUrl: project.repositoryUrl,
  }
}
