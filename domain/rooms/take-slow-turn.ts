import type { PoolClient } from 'pg'
import { db, pool } from '@/db/client'
import { canWrite, isSlowed, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { RateLimited } from '@/domain/errors'

/* The lock of the seat puts two messages of one person in a row; nobody else waits for it. */
const turn = `
select greatest(0, ceil(1000 * extract(epoch from
    s.spoke_at + r.slow_seconds * interval '1 second' - clock_timestamp())))::int as wait,
  exists (
    select from message m where m.room_id = $1 and m.author_id = $2 and m.client_id = $3
  ) as repeated
from seat s join room r on r.id = s.room_id
where s.room_id = $1 and s.person_id = $2
for no key update of s`

/**
 * Stores a message where slow mode holds for its author, in the transaction that notes their turn.
 * @returns undefined when there is nothing to wait for here, or nothing was stored
 * @throws RateLimited with the milliseconds to wait
 */
export async function takeSlowTurn<Stored>(
  actor: Actor,
  { roomId, clientId }: { roomId: string; clientId: string },
  store: (client: PoolClient) => Promise<Stored | undefined>,
): Promise<Stored | undefined> {
  const seat = await loadSeat(db(), actor, roomId)
  if (!canWrite(seat) || !isSlowed(seat)) return undefined
  const client = await pool().connect()
  // A connection in an unknown state is given to nobody else.
  let usable = false
  try {
    await client.query('begin')
    const values = [roomId, actor.personId, clientId]
    const { rows } = await client.query<{ wait: number | null; repeated: boolean }>(turn, values)
    const [waits] = rows
    const mayWrite = waits !== undefined && !waits.repeated && !waits.wait
    const stored = mayWrite ? await store(client) : undefined
    if (stored)
      await client.query(
        'update seat set spoke_at = clock_timestamp() where room_id = $1 and person_id = $2',
        [roomId, actor.personId],
      )
    await client.query('commit')
    usable = true
    if (waits?.wait && !waits.repeated)
      throw new RateLimited(waits.wait, 'Slow mode is on. Wait until it is your turn.')
    return stored
  } finally {
    client.release(!usable)
  }
}
