import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isOffered } from '@/domain/access/matching'
import type { PersonFacts } from './facts'
import { Numbering } from './index/numbering'
import { OpeningIndex } from './index/opening-index'
import { PersonIndex } from './index/person-index'
import { isOneOf, loadPeople } from './load-people'
import { loadProjects } from './load-projects'
import { loadRarity } from './rarity'

/** Rows read at once while an index is built: enough to be quick, few enough to hold. */
const batch = 5_000
const changesAtOnce = 500
/** The log is kept for six hours: whoever was away for half of that starts over. */
const longestAbsence = 3 * 60 * 60 * 1_000

type Change = { id: number; kind: 'project' | 'person' | 'rarity'; ref: string | null; xid: string }

/**
 * Both indexes as PostgreSQL has them. It is built by reading everything in batches, each as of its own moment:
 * whatever changes meanwhile is in the log and is read again afterwards, so no snapshot has to be held open.
 *
 * The log is read without gaps although its numbers are given out before the commits: everything below the
 * oldest transaction still running has been seen, and is not looked at again; what is visible above it is
 * followed at once and remembered until that mark has passed it. A change only names what to read anew, so
 * that to follow one twice, or late, does no harm.
 */
export class MatchKeeper {
  private constructor(
    readonly openings: OpeningIndex,
    readonly people: PersonIndex,
    private mark: string,
    private followed: Set<number>,
  ) {}
  private lastFollowed = performance.now()

  static async build(q: Queryable): Promise<MatchKeeper> {
    // What the log says already is in the tables, and will be read below. To follow it would be to begin again,
    // for as long as some transaction runs that is older than a new rarity.
    const { rows } = await q.execute<{ mark: string; known: number[] }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as mark, (
        select coalesce(json_agg(c.id), '[]') from match_change c
        where c.xid >= pg_snapshot_xmin(pg_current_snapshot())) as known`)
    const rarityOf = await loadRarity(q)
    const [skills, steps] = [new Numbering(), new Numbering()]
    const rarity = (skill: number) => rarityOf(skills.textOf(skill))
    const keeper = new MatchKeeper(
      new OpeningIndex(skills, steps, rarity),
      new PersonIndex(skills, steps, rarity),
      rows[0]?.mark ?? '0',
      new Set(rows[0]?.known),
    )
    await eachBatch(q, sql`project`, async (ids) => {
      for (const entry of await loadProjects(q, ids)) keeper.openings.put(entry)
    })
    await eachBatch(q, sql`person`, async (ids) => {
      for (const entry of await loadOffered(q, ids)) keeper.people.put(entry)
    })
    keeper.settle()
    return keeper
  }

  /** Brings the indexes to what is committed now. @returns false when they have to be built afresh */
  async follow(q: Queryable): Promise<boolean> {
    const now = performance.now()
    if (now - this.lastFollowed > longestAbsence) return false
    const { rows } = await q.execute<{ mark: string; changes: Change[] }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as mark, (
        select coalesce(json_agg(json_build_object(
          'id', c.id, 'kind', c.kind, 'ref', c.ref, 'xid', c.xid::text)), '[]')
        from match_change c where c.xid >= ${this.mark}::xid8) as changes`)
    const { mark, changes } = rows[0] ?? { mark: this.mark, changes: [] }
    const fresh = changes.filter(({ id }) => !this.followed.has(id))
    if (fresh.some(({ kind }) => kind === 'rarity')) return false
    const named = (kind: string) => [
      ...new Set(fresh.flatMap((each) => (each.kind === kind && each.ref ? each.ref : []))),
    ]
    for (const ids of chunks(named('project'))) {
      const found = new Map((await loadProjects(q, ids)).map((each) => [each.id, each]))
      for (const id of ids) {
        const entry = found.get(id)
        if (entry) this.openings.put(entry)
        else this.openings.remove(id)
      }
    }
    for (const ids of chunks(named('person'))) {
      const found = new Map((await loadOffered(q, ids)).map((each) => [each.id, each]))
      for (const id of ids) {
        const entry = found.get(id)
        if (entry) this.people.put(entry)
        else this.people.remove(id)
      }
    }
    this.mark = mark
    this.lastFollowed = now
    this.followed = new Set(
      changes.filter(({ xid }) => BigInt(xid) >= BigInt(mark)).map(({ id }) => id),
    )
    if (fresh.length > 0) this.settle()
    return true
  }

  private settle() {
    this.openings.settle()
    this.people.settle()
  }
}

/** Whoever is not to be offered takes no place among those that are. */
async function loadOffered(q: Queryable, ids: string[]): Promise<PersonFacts[]> {
  const { rows } = await q.execute<{ id: string }>(sql`
    select p.id from person p where ${isOneOf(sql`p.id`, ids)} and ${isOffered}`)
  return loadPeople(
    q,
    rows.map(({ id }) => id),
  )
}

async function eachBatch(q: Queryable, table: SQL, read: (ids: string[]) => Promise<void>) {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await q.execute<{ id: string }>(sql`
      select id from ${table} where id > ${after} order by id limit ${batch}`)
    const ids = rows.map(({ id }) => id)
    const last = ids.at(-1)
    if (!last) return
    await read(ids)
    after = last
  }
}

function chunks(ids: string[]): string[][] {
  const found: string[][] = []
  for (let at = 0; at < ids.length; at += changesAtOnce)
    found.push(ids.slice(at, at + changesAtOnce))
  return found
}
