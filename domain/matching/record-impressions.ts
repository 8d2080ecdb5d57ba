import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { RecordImpressionsInput } from '@/contracts/matching'
import { db } from '@/db/client'
import type { Actor } from '@/domain/actor'

/** One in so many counts, for so many: the shares stay the same, with less to write. */
const sampled = 4
const gathered = 2_000
const mostPairs = 200_000

let counts = new Map<string, number>()
let timer: NodeJS.Timeout | undefined
/** Who saw what today, as short hashes under a salt that nobody keeps: only to count a person once a day. */
let pairs = { day: '', salt: randomBytes(16), seen: new Set<string>() }

/**
 * Notes that the actor was shown these projects as matches. Only how often a project was shown on a day is
 * kept; it is written a little later, with what others were shown.
 */
export async function recordImpressions(
  actor: Actor,
  input: RecordImpressionsInput,
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10)
  if (pairs.day !== day || pairs.seen.size > mostPairs)
    pairs = { day, salt: randomBytes(16), seen: new Set() }
  for (const projectId of new Set(input.projectIds)) {
    const hash = createHash('sha256')
      .update(pairs.salt)
      .update(`${actor.personId} ${projectId}`)
      .digest()
    if (hash.readUInt8(31) % sampled !== 0) continue
    const pair = hash.toString('base64', 0, 9)
    if (pairs.seen.has(pair)) continue
    pairs.seen.add(pair)
    counts.set(projectId, (counts.get(projectId) ?? 0) + sampled)
  }
  if (counts.size === 0 || timer) return
  timer = setTimeout(() => void flushImpressions().catch(() => {}), gathered)
  timer.unref()
}

/** Writes what has gathered; of projects that are gone nothing. What cannot be written is let go. */
export async function flushImpressions(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  if (counts.size === 0) return
  // In the order of ids everywhere, so that two processes never wait for each other.
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  counts = new Map()
  await db().execute(sql`
    insert into project_exposure (project_id, day, seen)
    select shown.id, current_date, shown.seen
    from unnest(${sql.param(rows.map(([id]) => id))}::uuid[],
      ${sql.param(rows.map(([, seen]) => seen))}::int[]) as shown (id, seen)
    join project p on p.id = shown.id
    on conflict (project_id, day)
      do update set seen = project_exposure.seen + excluded.seen`)
}
