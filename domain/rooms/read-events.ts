import type { RoomEvent } from '@/contracts/realtime'
import { db, pool } from '@/db/client'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { loadMarks } from '@/domain/marks/load-marks'
import { loadPolls } from '@/domain/polls/load-polls'
import { loadRuns } from '@/domain/runs/load-runs'
import { loadTasks } from '@/domain/tasks/load-tasks'
import { loadVersions } from '@/domain/versions/load-versions'
import {
  type Carried,
  isOfText,
  type LoggedMessage,
  nothingOf,
  toMessageEvent,
} from './message-event'
import { quotedText } from './quoted-text'

/*
 * The log holds ids only, so text comes from the message as it stands now: a text that was deleted
 * since is nowhere to be found. Replaying stays exact, because the later edit or delete follows.
 */
const statement = `
select e.seq, e.kind, e.payload, e.created_at as at,
  m.id as message_id, m.seq as message_seq, m.author_id, m.client_id, m.body, m.created_at, m.edited_at, m.deleted_at is not null as deleted,
  m.thread_id, m.mentions, m.here,
  p.handle, p.name, p.line,
  x.id as replied_id, ${quotedText('x')} as replied_body, xp.name as replied_name
from room_event e
left join message m
  on e.kind in ('message:created', 'message:edited', 'message:deleted', 'message:restored')
  and m.id = (e.payload->>'messageId')::uuid
left join person p on e.kind = 'message:created' and p.id = m.author_id
left join message x on e.kind = 'message:created' and x.id = m.reply_to_id
left join person xp on xp.id = x.author_id
where e.room_id = $1 and e.seq > $2
order by e.seq limit $3`

/** Events of a room after `afterSeq`, ascending and dense, at most `limit`; access is the caller's to check. */
export async function readEvents(
  roomId: string,
  afterSeq: number,
  limit: number,
): Promise<RoomEvent[]> {
  const { rows } = await pool().query<LoggedMessage>({
    name: 'read-events',
    text: statement,
    values: [roomId, afterSeq, limit],
  })
  const whole = rows.filter(({ kind }) => kind === 'message:created' || kind === 'message:restored')
  const ids = whole.flatMap(({ message_id }) => message_id ?? [])
  const [things, attachments, polls] = await Promise.all([
    loadThings(rows),
    loadAttachments(db(), ids),
    loadPolls(db(), ids),
  ])
  const carriedBy = (messageId: string | null): Carried => ({
    attachments: attachments.get(messageId ?? '') ?? [],
    poll: polls.get(messageId ?? '') ?? null,
  })
  return rows.map((row) => toEvent(roomId, row, things, carriedBy))
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

async function loadThings(rows: LoggedMessage[]): Promise<Things> {
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
  row: LoggedMessage,
  things: Things,
  carriedBy: (messageId: string | null) => Carried,
): RoomEvent {
  const base = { roomId, seq: Number(row.seq), at: row.at.toISOString() }
  const { kind } = row
  if (isOfText(kind)) return toMessageEvent(base, kind, row, carriedBy(row.message_id))
  const thing = thingOf(kind)
  if (thing) {
    const id = String(row.payload[`${thing}Id`])
    const found = things[thing].get(id)
    // Deleted since, or gone with an account.
    if (found === undefined) return nothingOf(base, id)
    return { ...base, kind, [thing]: found } as RoomEvent
  }
  return { ...row.payload, ...base, kind } as RoomEvent
}
