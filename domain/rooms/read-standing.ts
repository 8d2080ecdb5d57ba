import { sql } from 'drizzle-orm'
import type { StandingView } from '@/contracts/rooms'
import type { Queryable } from '@/db/client'
import { isSlowed, type RoomSeat } from '@/domain/access/rooms'
import { forever, untilOf } from './store-mute'

/** What a seat's own person is told about it. Times are spans, for their clock is not the database's. */
export async function readStanding(q: Queryable, seat: RoomSeat): Promise<StandingView> {
  const slowed = isSlowed(seat)
  if (!seat.muted && !slowed) return { muted: null, mutedFor: null, waitFor: 0 }
  const { rows } = await q.execute<{
    until: string | Date | null
    reason: string | null
    muted_for: number | null
    wait_for: number
  }>(sql`
    select s.muted_until as until, m.reason,
      case when s.muted_until < ${forever.toISOString()}::timestamptz
        then ceil(1000 * extract(epoch from s.muted_until - clock_timestamp()))::float end as muted_for,
      coalesce(greatest(0, ceil(1000 * extract(epoch from
        s.spoke_at + ${seat.slowSeconds} * interval '1 second' - clock_timestamp()))), 0)::int as wait_for
    from seat s left join room_mute m on m.room_id = s.room_id and m.person_id = s.person_id
    where s.room_id = ${seat.roomId} and s.person_id = ${seat.personId}`)
  const [row] = rows
  const muted = seat.muted && row?.until
  return {
    muted: muted ? { reason: row.reason ?? '', until: untilOf(new Date(muted)) } : null,
    mutedFor: muted && row.muted_for !== null ? Math.max(0, row.muted_for) : null,
    waitFor: slowed ? (row?.wait_for ?? 0) : 0,
  }
}
