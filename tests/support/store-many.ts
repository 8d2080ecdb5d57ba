import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { notifyChannel } from '@/domain/publish'
import type { ClientLog } from './history'

/** Stores so many messages at once, as if they had been sent while nobody listened; noted as acknowledged. */
export async function storeMany(
  roomId: string,
  authorId: string,
  count: number,
  log: ClientLog,
  length = 20,
) {
  const { rows } = await db().execute<{ client_id: string; seq: string }>(sql`
    with taken as (
      update room set seq = seq + ${count} where id = ${roomId} returning seq - ${count} as before
    ),
    made as (
      insert into message (room_id, author_id, client_id, seq, body)
      select ${roomId}, ${authorId}, gen_random_uuid(), before + n, rpad('Message ' || n, ${length}, ' and so on')
      from taken, generate_series(1, ${count}) n
      returning id, seq, client_id
    ),
    logged as (
      insert into room_event (room_id, seq, kind, actor_id, payload)
      select ${roomId}, seq, 'message:created', ${authorId}, jsonb_build_object('messageId', id) from made
    )
    select client_id, seq from made order by seq`)
  for (const { client_id: clientId } of rows) log.note({ what: 'sent', clientId })
  for (const { client_id: clientId, seq } of rows)
    log.note({ what: 'acked', clientId, seq: Number(seq) })
  return { from: Number(rows[0]?.seq), to: Number(rows.at(-1)?.seq) }
}

/** Tells nodes of it as the web process does. */
export const tellRoom = (roomId: string, { from, to }: { from: number; to: number }) =>
  db().execute(
    sql`select pg_notify(${notifyChannel}, ${JSON.stringify({ to: 'room', roomId, fromSeq: from, toSeq: to })})`,
  )
