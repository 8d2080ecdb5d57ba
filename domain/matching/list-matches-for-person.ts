import { sql } from 'drizzle-orm'
import type { ListMatchesInput, MatchesPage, ProjectMatch } from '@/contracts/matching'
import type { SearchFilters } from '@/contracts/searches'
import { db, type Queryable } from '@/db/client'
import { maximumPendingApplications } from '@/domain/access/applications'
import { projectsClosedTo } from '@/domain/access/matching'
import type { Actor } from '@/domain/actor'
import { listingCondition } from '@/domain/projects/listing-condition'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { explainMatch } from './explain-match'
import type { OpeningFacts, PersonFacts, Scale } from './facts'
import { listRaises, type Names } from './list-raises'
import { loadNames } from './load-names'
import { isOneOf, loadPeople } from './load-people'
import { isJoinable, loadProjects, openingsOf } from './load-projects'
import { weekOf } from './overlap'
import { proposeOpenings } from './propose-openings'
import { loadRarity } from './rarity'
import { type Candidate, rerank } from './rerank'
import { neverMeet, type Scored, scoreMatch } from './score-match'

/** So many of the best are put in order by whose turn it is. */
const considered = 30
/** Under filters so many of the best are looked through. */
const lookedThrough = 300

type Standing = Omit<Candidate, 'score'> & {
  projectId: string
  title: string
  seats: number
  filled: number
}
type Match = Candidate & { standing: Standing; facts: OpeningFacts; scored: Scored }

/** The projects that suit the actor best now, one role of each, and why. */
export async function listMatchesForPerson(
  actor: Actor,
  input: ListMatchesInput,
): Promise<MatchesPage> {
  const q = db()
  const [[person], pendingRequests] = await Promise.all([
    loadPeople(q, [actor.personId]),
    countPending(q, actor.personId),
  ])
  const page = { pendingRequests, maximumPendingRequests: maximumPendingApplications }
  if (!person || pendingRequests >= maximumPendingApplications) return { ...page, matches: [] }
  const week = weekOf(Date.now())
  const limit = input.filters ? lookedThrough : considered + input.limit
  const [rarity, names, proposed] = await Promise.all([
    loadRarity(q),
    loadNames(q),
    proposeOpenings(q, person, { limit, week }),
  ])
  const scale = { rarity, week }
  const best = await findBest(q, person, proposed, scale, input.filters)
  const shown = rerank(best.slice(0, considered)).slice(0, input.limit)
  return { ...page, matches: await describeMatches(q, person, shown, scale, names) }
}

/** What of the proposals is really open to the person, scored by what PostgreSQL says of it now. */
async function findBest(
  q: Queryable,
  person: PersonFacts,
  proposed: string[],
  scale: Scale,
  filters: SearchFilters | undefined,
): Promise<Match[]> {
  const listed = filters
    ? sql`exists (select from project_listing listing
        where listing.project_id = p.id and ${listingCondition(filters, [])})`
    : sql`true`
  const { rows } = await q.execute<Standing>(sql`
    select o.id, o.project_id as "projectId", o.title, o.seats, o.filled,
      (o.seats - o.filled) as "freeSeats",
      (select count(*)::int from application a where a.opening_id = o.id and a.status = 'pending'
        and a.expires_at > now()) as pending,
      (select coalesce(sum(e.seen), 0)::int from project_exposure e
        where e.project_id = p.id and e.day > current_date - 14) as seen
    from opening o join project p on p.id = o.project_id
    where ${isOneOf(sql`o.id`, proposed)} and ${isJoinable} and ${listed}
      and p.id not in (${projectsClosedTo(person.id)})`)
  const standings = new Map(rows.map((row) => [row.id, row]))
  const projectIds = [...new Set(rows.map((row) => row.projectId))]
  const entries = await loadProjects(q, projectIds)
  const matches = entries.flatMap((entry) => {
    const scored = openingsOf(entry).flatMap((facts): Match[] => {
      const standing = standings.get(facts.id)
      if (!standing) return []
      const result = scoreMatch(person, facts, scale)
      return neverMeet(result)
        ? []
        : [{ ...standing, score: result.score, standing, facts, scored: result }]
    })
    // One role of each project: the best.
    return scored.sort(byScore).slice(0, 1)
  })
  return matches.sort(byScore)
}

const byScore = (one: Candidate, other: Candidate) =>
  other.score - one.score || (one.id < other.id ? -1 : 1)

async function describeMatches(
  q: Queryable,
  person: PersonFacts,
  matches: Match[],
  scale: Scale,
  names: Names,
): Promise<ProjectMatch[]> {
  const ids = matches.map(({ facts }) => facts.projectId)
  const cards = new Map((await loadProjectCards(q, ids, person.id)).map((card) => [card.id, card]))
  return matches.flatMap(({ facts, standing: { id, title, seats, filled }, scored }) => {
    const project = cards.get(facts.projectId)
    if (!project) return []
    const skills = facts.skills.map(({ slug, required, minimumLevel }) => ({
      ...{ slug, name: names.skill(slug), required, minimumLevel },
    }))
    return {
      project,
      opening: { id, title, seats, filled, skills },
      score: Math.round(scored.score),
      parts: explainMatch(person, facts, scored, names, 'you'),
      raises: listRaises(person, facts, scale, names),
    }
  })
}

async function countPending(q: Queryable, personId: string): Promise<number> {
  const { rows } = await q.execute<{ pending: number }>(sql`
    select count(*)::int as pending from application
    where person_id = ${personId} and status = 'pending' and expires_at > now()`)
  return rows[0]?.pending ?? 0
}
