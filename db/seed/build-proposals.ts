import { plainSkill } from '@/contracts/skill-name'
import type { skillProposal, skillSupporter } from '../schema'
import type { People } from './build-people'
import { type Clock, hours, later } from './clock'

/** Skills that the demo's people miss: with what each says of it, the first to say it proposed it. */
const proposals: { name: string; daysAgo: number; by: Record<string, string> }[] = [
  {
    name: 'Gleam',
    daysAgo: 6,
    by: { aiko: 'A typed language for the Erlang VM.', jonas: '', mei: '' },
  },
  { name: 'Kubernets', daysAgo: 4, by: { bogdan: '' } },
  {
    name: 'Pair debugging',
    daysAgo: 2,
    by: { sara: 'Finding a bug together, one at the keys.', owen: '' },
  },
]

export function buildProposals(people: People, clock: Clock) {
  const rows: (typeof skillProposal.$inferInsert)[] = []
  const supporters: (typeof skillSupporter.$inferInsert)[] = []
  for (const { name, daysAgo, by } of proposals) {
    const createdAt = clock.daysAgo(daysAgo)
    const proposalId = clock.idAt(createdAt)
    const [first] = Object.keys(by)
    if (!first) throw new Error(`Nobody proposes ${name}.`)
    const proposedById = people.of(first).id
    rows.push({ id: proposalId, proposedById, name, plainName: plainSkill(name), createdAt })
    Object.entries(by).forEach(([handle, note], at) => {
      supporters.push({
        ...{ proposalId, personId: people.of(handle).id, note },
        createdAt: later(createdAt, hours(9 * at)),
      })
    })
  }
  return { rows, supporters }
}
