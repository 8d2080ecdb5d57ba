import type { RunView } from '@/contracts/documents'
import { messageExcerpt, type RoomEvent } from '@/contracts/realtime'
import { db, pool } from '@/db/client'
import { loadRuns } from '@/domain/runs/load-runs'

/*
 * The log holds ids only, so text comes from the message as it stands now: a text that was deleted
 * since is nowhere to be found. Replaying stays exact, because the later edit or delete follows.
 */
const statement = `
select e.seq, e.kind, e.payload, e.created_at as at,
  m.id as message_id, m.client_id, m.body, m.created_at, m.edited_at, m.deleted_at is not null as deleted,
  p.id as author_id, p.handle, p.name, p.line,
  x.id as replied_id, x.body as replied_body, xp.name as replied_name
from room_event e
left join message m on e.kind in ('message:created', 'message:edited')
  and m.id = (e.payload->>'messageId')::uuid
left join person p on e.kind = 'message:created' and p.id = m.author_id
left join message x on e.kind = 'message:created' and x.id = m.reply_to_id
left join person xp on xp.id = x.author_id
where e.room_id = $1 and e.seq > $2
order by e.seq limit $3`

type Row = {
  seq: string
  kind: string
  payload: Record<string, unknown>
  at: Date
  message_id: string | null
  client_id: string
  body: string
  created_at: Date
  edited_at: Date | null
  deleted: boolean
  author_id: string
  handle: string
  name: string
  line: number
  replied_id: string | null
  replied_body: string | null
  replied_name: string | null
}

/** Events of a room after `afterSeq`, ascending and dense, at most `limit`; access is the caller's to check. */
export async function readEvents(
  roomId: string,
  afterSeq: number,
  limit: number,
): Promise<RoomEvent[]> {
  const { rows } = await pool().query<Row>({
    name: 'read-events',
    text: statement,
    values: [roomId, afterSeq, limit],
  })
  const runIds = rows.flatMap((row) => (row.kind === 'run:recorded' ? [runIdOf(row)] : []))
  const runs = await loadRuns(db(), runIds)
  return rows.map((row) => toEvent(roomId, row, runs))
}

const runIdOf = (row: Row) => String(row.payload.runId)

function toEvent(roomId: string, row: Row, runs: ReadonlyMap<string, RunView>): RoomEvent {
  const base = { roomId, seq: Number(row.seq), at: row.at.toISOString() }
  if (row.kind === 'message:created' || row.kind === 'message:edited') {
    // Its author's account is gone, and the message with it: the number still has to be filled.
    if (row.message_id === null)
      return { ...base, kind: 'message:deleted', messageId: String(row.payload.messageId) }
    if (row.kind === 'message:created') return { ...base, kind: row.kind, message: toMessage(row) }
    return {
      ...base,
      kind: row.kind,
      messageId: row.message_id,
      body: row.body,
      editedAt: String(row.payload.editedAt),
    }
  }
  if (row.kind === 'run:recorded') {
    const run = runs.get(runIdOf(row))
    // It went with the account of whoever ran it: the number still has to be filled, with what changes nothing.
    return run
      ? { ...base, kind: row.kind, run }
      : { ...base, kind: 'message:deleted', messageId: runIdOf(row) }
  }
  return { ...row.payload, ...base, kind: row.kind } as RoomEvent
}

function toMessage(row: Row) {
  return {
    id: String(row.message_id),
    clientId: row.client_id,
    seq: Number(row.seq),
    author: { id: row.author_id, handle: row.handle, name: row.name, line: row.line },
    body: row.body,
    replyTo:
      row.replied_id === null
        ? null
        : {
            id: row.replied_id,
            authorName: row.replied_name ?? '',
            excerpt: messageExcerpt(row.replied_body ?? ''),
          },
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deleted: row.deleted,
    // Every reaction came after the message, so its own event follows.
    reactions: [],
  }
}
