import { db } from '@/db/client'
import { skill, step, userSkill } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** A few steps and skills for tests of projects; repeating it changes nothing. */
export async function createCatalogue(): Promise<void> {
  const steps = ['internet', 'databases', 'apis', 'testing']
  await db()
    .insert(step)
    .values(
      steps.map((id, index) => ({
        ...{ id, roadmapId: 'backend', title: id },
        ...{ position: index + 1, line: index + 1 },
      })),
    )
    .onConflictDoNothing()
  await db()
    .insert(skill)
    .values(
      ['postgresql', 'typescript', 'docker', 'go'].map((slug) => ({
        slug,
        name: slug.toUpperCase(),
      })),
    )
    .onConflictDoNothing()
}

/** Says that a person has skills at levels. */
export async function giveSkills(who: Actor, levels: Record<string, number>): Promise<void> {
  for (const row of await db().select().from(skill)) {
    const level = levels[row.slug]
    if (level)
      await db()
        .insert(userSkill)
        .values({ personId: who.personId, skillId: row.id, intent: 'has', level })
  }
}
