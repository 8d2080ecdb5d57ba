import { eq, sql } from 'drizzle-orm'
import type { SkillProposalView } from '@/contracts/views'
import { db } from '@/db/client'
import { skillProposal } from '@/db/schema'
import { requireModerator } from '@/domain/access/moderators'
import type { Actor } from '@/domain/actor'

const shown = 50
/** From here on two words are worth a look side by side: "kubernets" and "Kubernetes" are at 0.6. */
const alike = 0.25

/**
 * What waits, the oldest first, with how many wait in all. Who wants it is nobody's business here.
 * @throws NotFound to all but moderators.
 */
export async function listSkillProposals(
  actor: Actor,
): Promise<{ waiting: number; proposals: SkillProposalView[] }> {
  await requireModerator(db(), actor)
  const [waiting, { rows }] = await Promise.all([
    db().$count(skillProposal, eq(skillProposal.state, 'waiting')),
    db().execute<{
      id: string
      name: string
      createdAt: string | Date
      supporters: number
      notes: string[]
      similar: { slug: string; name: string; word: string }[]
    }>(sql`
      select p.id, p.name, p.created_at as "createdAt",
        (select count(*)::int from skill_supporter s where s.proposal_id = p.id) as supporters,
        array(
          select s.note from skill_supporter s where s.proposal_id = p.id and s.note <> ''
          order by s.created_at limit 5
        ) as notes,
        array(
          select json_build_object('slug', near.slug, 'name', near.name, 'word', near.word) from (
            select distinct on (k.slug) k.slug, k.name, word, similarity(word, p.name) as likeness
            from skill k, unnest(array[k.name] || k.aliases) as word
            where similarity(word, p.name) >= ${alike}
            order by k.slug, likeness desc
          ) near order by near.likeness desc, near.name limit 4
        ) as similar
      from skill_proposal p where p.state = 'waiting' order by p.id limit ${shown}`),
  ])
  return {
    waiting,
    proposals: rows.map(({ createdAt, similar, notes, ...row }) => ({
      ...row,
      createdAt: new Date(createdAt).toISOString(),
      notes: [...new Set(notes)],
      similar: similar.map(({ word, ...ref }) => ({
        ...ref,
        ...(word === ref.name ? {} : { by: word }),
      })),
    })),
  }
}
