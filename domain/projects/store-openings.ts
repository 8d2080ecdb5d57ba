import { eq } from 'drizzle-orm'
import type { PostProjectInput } from '@/contracts/inputs'
import type { Transaction } from '@/db/client'
import { opening, openingSkill } from '@/db/schema'

export type OpeningInput = PostProjectInput['openings'][number]

/** Replaces the skills that an opening asks for. */
export async function storeOpeningSkills(
  tx: Transaction,
  openingId: string,
  skills: OpeningInput['skills'],
  skillIds: Map<string, string>,
): Promise<void> {
  await tx.delete(openingSkill).where(eq(openingSkill.openingId, openingId))
  const rows = skills.flatMap(({ slug, required, minimumLevel }) => {
    const skillId = skillIds.get(slug)
    return skillId ? [{ openingId, skillId, required, minimumLevel }] : []
  })
  if (rows.length > 0) await tx.insert(openingSkill).values(rows)
}

/** Adds an opening to a project. */
export async function addOpening(
  tx: Transaction,
  projectId: string,
  { title, seats, skills }: OpeningInput,
  skillIds: Map<string, string>,
): Promise<void> {
  const [made] = await tx
    .insert(opening)
    .values({ projectId, title, seats })
    .returning({ id: opening.id })
  if (!made) throw new Error('The opening was not stored.')
  await storeOpeningSkills(tx, made.id, skills, skillIds)
}
