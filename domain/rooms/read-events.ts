import type { AttachmentView } from '@/contracts/attachments'
import { messageExcerpt, type RoomEvent } from '@/contracts/realtime'
import { db, pool } from '@/db/client'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { loadMarks } from '@/domain/marks/load-marks'
import { loadRuns } from '@/domain/runs/load-runs'
import { loadTasks } from '@/domain/tasks/load-tasks'
import { loadVersions } from '@/domain/versions/load-versions'
import { quotedText } from './quoted-text'

/*
 * The log holds ids only, so text comes from the message as it stands now: a text that was deleted
 * since is nowhere to be found. Replaying stays exact, because the later edit or delete follows.
 */
const statement = `
select e.seq, e.kind, e.payload, e.created_at as at,
  m.id as message_id, m.seq as message_seq, m.client_id, m.body, m.created_at, m.edited_at, m.deleted_at is not null as deleted,
  p.id as author_id, p.handle, p.name, p.line,
  x.id as replied_id, ${quotedText('x')} as replied_body, xp.name as replied_name
from room_event e
left join message m on e.kind in ('message:created', 'message:edited', 'message:deleted')
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
  message_seq: string | null
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
  const created = rows.filter((row) => row.kind === 'message:created')
  const [things, attachments] = await Promise.all([
    loadThings(rows),
    loadAttachments(
      db(),
      created.flatMap(({ message_id }) => message_id ?? []),
    ),
  ])
  return rows.map((row) => toEvent(roomId, row, things, attachments))
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

function toEvent(
  roomId: string,
  row: Row,
  things: Things,
  attachments: Map<string, AttachmentView[]>,
): RoomEvent {
  const base = { roomId, seq: Number(row.seq), at: row.at.toISOString() }
  const nothingOf = (messageId: string, messageSeq: number | null = null) =>
    ({ ...base, kind: 'message:deleted', messageId, messageSeq }) as const
  if (row.kind === 'message:created' || row.kind === 'message:edited') {
    // Its author's account is gone, and the message with it: the number still has to be filled.
    if (row.message_id === null) return nothingOf(String(row.payload.messageId))
    if (row.kind === 'message:created')
      return { ...base, kind: row.kind, message: toMessage(row, attachments) }
    return {
      ...base,
      kind: row.kind,
      messageId: row.message_id,
      body: row.body,
      editedAt: String(row.payload.editedAt),
    }
  }
  if (row.kind === 'message:deleted')
    return nothingOf(
      String(row.payload.messageId),
      row.message_seq === null ? null : Number(row.message_seq),
    )
  const thing = thingOf(row.kind)
  if (thing) {
    const id = String(row.payload[`${thing}Id`])
    const found = things[thing].get(id)
    // Deleted since, or gone with an account: the number still has to be filled, with what changes nothing.
    if (found === undefined) return nothingOf(id)
    return { ...base, kind: row.kind, [thing]: found } as RoomEvent
  }
  return { ...row.payload, ...base, kind: row.kind } as RoomEvent
}

function toMessage(row: Row, attachments: Map<string, AttachmentView[]>) {
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
    attachments: attachments.get(String(row.message_id)) ?? [],
  }
}
