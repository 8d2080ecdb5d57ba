import { inArray } from 'drizzle-orm'
import type { FormTeamInput, TeamProposal } from '@/contracts/matching'
import { db, type Queryable } from '@/db/client'
import { opening } from '@/db/schema'
import { loadProjectToFill, peopleClosedTo } from '@/domain/access/matching'
import type { Actor } from '@/domain/actor'
import type { OpeningFacts } from './facts'
import { skillFit, skillWeight } from './fit'
import { loadNames } from './load-names'
import { loadProjects, openingsOf } from './load-projects'
import { coveredBy, type Pickable, pickTeam } from './pick-team'
import { loadPersonCards, type RankedPerson, rankPeople } from './rank-people'
import { loadRarity } from './rarity'

/** Per role so many of the best are thought of. */
const pool = 30

/** People who together bring the most of what one's own project still lacks, one per free seat. @throws NotFound */
export async function formTeam(actor: Actor, { projectId }: FormTeamInput): Promise<TeamProposal> {
  const q = db()
  await loadProjectToFill(q, actor, projectId)
  const [entry] = await loadProjects(q, [projectId])
  const openings = entry ? openingsOf(entry) : []
  const needs = await weighNeeds(q, openings)
  const candidates = await findCandidates(q, openings, projectId)
  const seats = await q
    .select({ id: opening.id, title: opening.title, seats: opening.seats, filled: opening.filled })
    .from(opening)
    .where(inArray(opening.id, openings.length > 0 ? openings.map(({ id }) => id) : [projectId]))
  const free = new Map(seats.map((each) => [each.id, each.seats - each.filled]))
  const team = pickTeam(candidates, needs, free)
  const titles = new Map(seats.map(({ id, title }) => [id, title]))
  const names = await loadNames(q)
  const cards = await loadPersonCards(
    q,
    team.map(({ person }) => person.id),
  )
  const brought = new Set<string>()
  const filled = team.flatMap(({ person: member, place: { openingId, score } }) => {
    const person = cards.get(member.id)
    if (!person) return []
    const brings = [...member.covers].flatMap(([slug, share]) =>
      share === 1 && needs.has(slug) && !brought.has(slug) ? slug : [],
    )
    for (const slug of brings) brought.add(slug)
    return {
      member,
      seat: {
        opening: { id: openingId, title: titles.get(openingId) ?? '' },
        person,
        score: Math.round(score),
        brings: brings.map(names.skill),
      },
    }
  })
  const whole = [...needs.values()].reduce((sum, weight) => sum + weight, 0)
  const covered = coveredBy(
    filled.map(({ member }) => member),
    needs,
  )
  return {
    seats: filled.map(({ seat }) => seat),
    stillLacking: [...needs.keys()].filter((slug) => !brought.has(slug)).map(names.skill),
    covered: whole === 0 ? 1 : covered / whole,
  }
}

/** What the project lacks: skills that its openings ask for and nobody on the team has. */
async function weighNeeds(q: Queryable, openings: OpeningFacts[]): Promise<Map<string, number>> {
  const rarity = await loadRarity(q)
  const needs = new Map<string, number>()
  for (const { slug, required, covered } of openings.flatMap(({ skills }) => skills))
    if (!covered)
      needs.set(slug, Math.max(needs.get(slug) ?? 0, skillWeight(rarity(slug), required, false)))
  return needs
}

async function findCandidates(
  q: Queryable,
  openings: OpeningFacts[],
  projectId: string,
): Promise<Pickable[]> {
  const minimum = new Map<string, number>()
  for (const { slug, minimumLevel } of openings.flatMap(({ skills }) => skills))
    minimum.set(slug, Math.max(minimum.get(slug) ?? 0, minimumLevel))
  const found = new Map<string, Pickable>()
  for (const facts of openings)
    for (const { person, scored } of await rankPeople(q, facts, peopleClosedTo(projectId), pool)) {
      const known = found.get(person.id)
      const places = [...(known?.places ?? []), { openingId: facts.id, score: scored.score }]
      found.set(person.id, { id: person.id, places, covers: coverOf(person, minimum) })
    }
  return [...found.values()]
}

function coverOf({ has }: RankedPerson['person'], minimum: Map<string, number>) {
  return new Map(
    has.flatMap(({ slug, level }) => {
      const asked = minimum.get(slug)
      return asked === undefined ? [] : [[slug, skillFit(level, asked)] as const]
    }),
  )
}
