import { asc, desc, eq } from 'drizzle-orm'
import type { ProfilePage } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { skill, userSkill } from '@/db/schema'

/** What a person has before what they want, the strongest first. */
export async function listPersonSkills(
  q: Queryable,
  personId: string,
): Promise<ProfilePage['skills']> {
  return q
    .select({
      slug: skill.slug,
      name: skill.name,
      level: userSkill.level,
      intent: userSkill.intent,
    })
    .from(userSkill)
    .innerJoin(skill, eq(skill.id, userSkill.skillId))
    .where(eq(userSkill.personId, personId))
    .orderBy(asc(userSkill.intent), desc(userSkill.level), asc(skill.name))
}
