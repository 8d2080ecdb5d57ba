import { and, count, eq, sql } from 'drizzle-orm'
import type { BalanceView } from '@/contracts/documents'
import { db, type Queryable } from '@/db/client'
import { document, documentClient, run } from '@/db/schema'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { listTeamMates } from './list-team-mates'

/** A turn without a clock counts for this many minutes at most: whoever forgot the wheel did not drive all night. */
const longestWithoutClock = 30

/**
 * How everybody with a seat has shared the work of a room so far, in order of their joining.
 * @throws NotFound without a seat
 */
export async function getBalance(
  actor: Actor,
  { roomId }: { roomId: string },
): Promise<{ people: BalanceView[] }> {
  const seat = await loadSeat(db(), actor, roomId)
  const [mates, driving, edits, runs] = await Promise.all([
    listTeamMates(db(), seat.roomId),
    sumDriving(db(), seat.roomId),
    sumEdits(db(), seat.roomId),
    countRuns(db(), seat.roomId),
  ])
  const people = mates.map(({ personId }) => ({
    personId,
    drivingMs: driving.get(personId) ?? 0,
    edits: edits.get(personId) ?? 0,
    runs: runs.get(personId) ?? 0,
  }))
  return { people }
}

/**
 * Each event of the wheel holds until the next, the last until now. One that runs by a clock ends with it,
 * and a paused one does not count; without a clock a whole turn, which may be several events (somebody asked),
 * has its longest time.
 */
async function sumDriving(q: Queryable, roomId: string): Promise<Map<string, number>> {
  const { rows } = await q.execute<{ person_id: string; ms: string }>(sql`
    with told as (
      select seq, created_at as begins,
        coalesce(lead(created_at) over w, clock_timestamp()) as ends,
        payload->'wheel'->>'driverId' as driver,
        (payload->'wheel'->>'endsAt')::timestamptz as due,
        payload->'wheel'->>'pausedMs' is not null as paused,
        payload->'wheel'->>'rotation' as rotation,
        (payload->'wheel'->>'driverId', payload->'wheel'->>'rotation') is distinct from
          (lag(payload->'wheel'->>'driverId') over w, lag(payload->'wheel'->>'rotation') over w)
          as starts
      from room_event where room_id = ${roomId} and kind = 'wheel:turned'
      window w as (order by seq)
    ), turn as (
      select *, count(*) filter (where starts) over (order by seq) as turn from told
    ), held as (
      select driver, begins, paused, least(ends, coalesce(due, case when rotation is null then
        min(begins) over (partition by turn) + ${longestWithoutClock} * interval '1 minute' end
      )) as ends
      from turn
    )
    select driver as person_id, round(1000 * sum(extract(epoch from ends - begins))) as ms
    from held where driver is not null and not paused and ends > begins group by driver`)
  return new Map(rows.map(({ person_id, ms }) => [person_id, Number(ms)]))
}

/** Letters typed into the room's files: each Yjs client counts what it inserted. First texts are nobody's. */
async function sumEdits(q: Queryable, roomId: string): Promise<Map<string, number>> {
  const { personId } = documentClient
  const rows = await q
    .select({ personId, letters: sql<string>`sum(${documentClient.clock})` })
    .from(documentClient)
    .innerJoin(document, eq(document.id, documentClient.documentId))
    .where(and(eq(document.roomId, roomId), sql`${personId} is not null`))
    .groupBy(personId)
  return new Map(rows.map((row) => [row.personId ?? '', Number(row.letters)]))
}

async function countRuns(q: Queryable, roomId: string): Promise<Map<string, number>> {
  const rows = await q
    .select({ personId: run.personId, runs: count() })
    .from(run)
    .where(eq(run.roomId, roomId))
    .groupBy(run.personId)
  return new Map(rows.map(({ personId, runs }) => [personId, runs]))
}
