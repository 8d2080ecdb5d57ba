import { z } from 'zod'
import { messageExcerpt, type RoomEvent, threadSummary } from '@/contracts/realtime'
import { db, pool } from '@/db/client'
import { loadMarks } from '@/domain/marks/load-marks'
import { loadRuns } from '@/domain/runs/load-runs'
import { loadTasks } from '@/domain/tasks/load-tasks'
import { loadVersions } from '@/domain/versions/load-versions'

/*
 * The log holds ids only, so text comes from the message as it stands now: a text that was deleted
 * since is nowhere to be found. Replaying stays exact, because the later edit or delete follows.
 */
const statement = `
select e.seq, e.kind, e.payload, e.created_at as at,
  m.id as message_id, m.client_id, m.body, m.created_at, m.edited_at, m.deleted_at is not null as deleted,
  m.thread_id, m.mentions, m.here,
  p.id as author_id, p.handle, p.name, p.line,
  x.id as replied_id, x.body as replied_body, xp.name as replied_name
from room_event e
left join message m on e.kind in ('message:created', 'message:edited', 'message:restored')
  and m.id = (e.payload->>'messageId')::uuid
left join person p on e.kind = 'message:created' and p.id = m.author_id
left join message x on e.kind = 'message:created' and x.id = m.reply_to_id
left join person xp on xp.id = x.author_id
where e.room_id = $1 and e.seq > $2
order by e.seq limit $3`

/** The log has moments as PostgreSQL writes them, and older rows know of no threads. */
const threadPart = z.object({
  threadId: z.string().nullable().default(null),
  thread: threadSummary
    .extend({
      lastReplyAt: z.coerce
        .date()
        .nullable()
        .default(null)
        .transform((at) => at?.toISOString() ?? null),
    })
    .nullable()
    .default(null),
})

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
  thread_id: string | null
  mentions: string[]
  here: boolean
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
  const things = await loadThings(rows)
  return rows.map((row) => toEvent(roomId, row, things))
}

/** Kinds whose event tells of one thing as it stands now, by the name of its id in the payload. */
const kindsOf = {
  run: ['run:recorded'],
  version: ['version:created', 'version:named'],
  mark: ['mark:added', 'mark:reopened'],
  task: ['task:created', 'task:changed'],
} as const
type Thing = keyof typeof kindsOf
type Things = Record<Thing, ReadonlyMap<string, unknown>>

const thingOf = (kind: string) =>
  (Object.keys(kindsOf) as Thing[]).find((thing) =>
    (kindsOf[thing] as readonly string[]).includes(kind),
  )

async function loadThings(rows: Row[]): Promise<Things> {
  const idsOf = (thing: Thing) => [
    ...new Set(
      rows.flatMap((row) =>
        thingOf(row.kind) === thing ? [String(row.payload[`${thing}Id`])] : [],
      ),
    ),
  ]
  const [run, version, mark, task] = await Promise.all([
    loadRuns(db(), idsOf('run')),
    loadVersions(db(), idsOf('version')),
    loadMarks(db(), idsOf('mark')),
    loadTasks(db(), idsOf('task')),
  ])
  return { run, version, mark, task }
}

function toEvent(roomId: string, row: Row, things: Things): RoomEvent {
  const base = { roomId, seq: Number(row.seq), at: row.at.toISOString() }
  const messageId = String(row.payload.messageId)
  if (/^message:(created|edited|restored|deleted)$/.test(row.kind)) {
    const { threadId, thread } = threadPart.parse(row.payload)
    const gone = { ...base, kind: 'message:deleted', messageId, threadId, thread } as const
    // A deletion; or its author's account is gone, and the message with it: the number still has to be filled.
    if (row.message_id === null) return gone
    if (row.kind === 'message:created')
      return { ...base, kind: row.kind, message: toMessage(row), thread }
    const { body, mentions, here } = row
    const text = { messageId, body, mentions, here }
    if (row.kind === 'message:edited')
      return { ...base, kind: row.kind, ...text, editedAt: String(row.payload.editedAt) }
    return { ...row.payload, ...base, kind: row.kind, ...text, threadId, thread } as RoomEvent
  }
  const thing = thingOf(row.kind)
  if (thing) {
    const id = String(row.payload[`${thing}Id`])
    const found = things[thing].get(id)
    // Deleted since, or gone with an account: the number still has to be filled, with what changes nothing.
    if (found === undefined)
      return { ...base, kind: 'message:deleted', messageId: id, threadId: null, thread: null }
    return { ...base, kind: row.kind, [thing]: found } as RoomEvent
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
    threadId: row.thread_id,
    // Every reply came after the message, so its own event follows with how the thread stood then.
    thread: null,
    mentions: row.mentions,
    here: row.here,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deleted: row.deleted,
    // Every reaction came after the message, so its own event follows.
    reactions: [],
  }
}
