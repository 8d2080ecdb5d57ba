import type { PostProjectInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { membership, project, projectStep } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { openRoom } from '@/domain/rooms/open-room'
import { postLimit } from './limits'
import { slugsFor } from './make-slug'
import { resolveCatalogue } from './resolve-catalogue'
import { addOpening } from './store-openings'

/**
 * Posts a project with its steps, openings, owner and room, all or nothing.
 * @throws Invalid with paths such as `openings.0.skills.1` for steps and skills that do not exist.
 */
export async function postProject(
  actor: Actor,
  input: PostProjectInput,
): Promise<{ slug: string }> {
  await postLimit.take(actor.personId)
  return changeAndTell(async (tx, news) => {
    const skillIds = await resolveCatalogue(tx, input)
    const { id, slug } = await insertProject(tx, input)
    const stepIds = [...new Set(input.stepIds)]
    await tx.insert(projectStep).values(stepIds.map((stepId) => ({ projectId: id, stepId })))
    for (const each of input.openings) await addOpening(tx, id, each, skillIds)
    await tx.insert(membership).values({ projectId: id, personId: actor.personId, role: 'owner' })
    const roomId = await openRoom(tx, id)
    news.record(roomId, actor.personId, {
      kind: 'member:joined',
      person: { id: actor.personId, handle: actor.handle, name: actor.name, line: actor.line },
      role: 'owner',
    })
    news.tell({ personId: actor.personId, signal: 'project:changed', ids: { projectId: id } })
    return { slug }
  })
}

async function insertProject(tx: Transaction, input: PostProjectInput) {
  const { title, pitch, description, status, hoursPerWeek, timeZone } = input
  const { windowStart, windowEnd, repositoryUrl } = input
  for (const slug of slugsFor(title)) {
    // Waits for a namesake posted at this moment and then moves on to the next slug.
    const [made] = await tx
      .insert(project)
      .values({
        ...{ slug, title, pitch, description, status, hoursPerWeek, timeZone },
        ...{ windowStart, windowEnd, repositoryUrl },
      })
      .onConflictDoNothing({ target: project.slug })
      .returning({ id: project.id, slug: project.slug })
    if (made) return made
  }
  throw new Error('No free slug was found.')
}
