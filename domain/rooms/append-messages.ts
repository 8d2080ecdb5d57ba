import type { SendMessageInput } from '@/contracts/inputs'
import type { RoomEvent } from '@/contracts/realtime'
import { batchPool } from '@/db/client'
import { speakingSeatJoin } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'

export type MessageDraft = { actor: Actor; input: SendMessageInput }

/**
 * Whether a message is its text alone. Whatever else one carries has to be looked up, and whom it mentions
 * has to be told: such a message is stored by `sendMessage`.
 */
export function isPlain({ roomId: _, clientId: __, body, ...rest }: SendMessageInput): boolean {
  const isEmpty = (value: unknown) =>
    value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  return !body.includes('@') && Object.values(rest).every(isEmpty)
}

/*
 * One statement and one commit for everything that arrived within a few milliseconds, in whichever rooms:
 * most of what a message costs is paid per statement and per commit. Per message it checks and locks the seat,
 * takes the room's next number and stores message and event. Whatever fails a check is left out, and
 * `sendMessage` finds out why.
 *
 * It waits for rooms alone, always in the order of their ids, and skips seats that somebody is changing: so it
 * cannot be part of a deadlock. What a lock waited for is read anew, so `r.seq` is the newest; a repeat that
 * another node has stored in the same moment breaks `message_once`, which rolls all numbers back.
 *
 * Written as look-ups per message, not as joins of sets: its plan has to be as good for one as for many.
 */
const statementFor = (held: '' | 'skip locked') => `
with accepted as materialized (
  select at, uuidv7() as id, room_id, person_id, client_id, body,
    seq + row_number() over (partition by room_id order by at) as seq,
    clock_timestamp()::timestamptz(3) as created_at
  from (
    select i.*, r.seq
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality
      as i(room_id, person_id, client_id, body, at)
    join room r on r.id = i.room_id
    ${speakingSeatJoin}
    where not exists (
      select from message x
      where x.room_id = i.room_id and x.author_id = i.person_id and x.client_id = i.client_id
    )
    order by r.id
    for share of s skip locked for no key update of r ${held}
  ) written
),
taken as (
  update room r set seq = n.seq
  from (select room_id, max(seq) as seq from accepted group by room_id) n
  where r.id = n.room_id
),
made as (
  insert into message (id, room_id, author_id, client_id, seq, body, created_at)
  select id, room_id, person_id, client_id, seq, body, created_at from accepted
),
logged as (
  insert into room_event (room_id, seq, kind, actor_id, payload, created_at)
  select room_id, seq, 'message:created', person_id, jsonb_build_object('messageId', id), created_at
  from accepted
)
select a.at::int, a.id, a.seq, a.created_at, p.handle, p.name, p.line
from accepted a join person p on p.id = a.person_id`
const waiting = { name: 'append-messages', text: statementFor('') }
const passing = { name: 'append-messages-passing', text: statementFor('skip locked') }

type Row = {
  at: number
  id: string
  seq: string
  created_at: Date
  handle: string
  name: string
  line: number
}

/**
 * Stores plain messages together and then tells their rooms. Of one room their numbers follow the order in
 * which they are given. No message may be in it twice.
 * @param passHeld leaves out at once what somebody else holds
 * @returns for each its event; null where it was not stored, and has to be sent alone
 */
export async function appendMessages(
  drafts: MessageDraft[],
  passHeld = false,
): Promise<(RoomEvent | null)[]> {
  const values = [
    drafts.map(({ input }) => input.roomId),
    drafts.map(({ actor }) => actor.personId),
    drafts.map(({ input }) => input.clientId),
    drafts.map(({ input }) => input.body),
  ]
  const query = (statement: typeof waiting) =>
    batchPool()
      .query<Row>({ ...statement, values })
      .then(({ rows }) => rows)
  const rows = await query(passHeld ? passing : waiting).catch((error: unknown) => {
    // Somebody holds one of the rooms for longer: the others go on.
    if ((error as { code?: unknown }).code === '55P03' && !passHeld) return query(passing)
    throw error
  })
  const stored = new Map(rows.map((row) => [row.at, row]))
  const events = drafts.map((draft, at) => {
    const row = stored.get(at + 1)
    return row ? toEvent(draft, row) : null
  })
  await publish(events)
  return events
}

function toEvent({ actor, input }: MessageDraft, row: Row): RoomEvent {
  const { id, handle, name, line } = row
  const [seq, at] = [Number(row.seq), row.created_at.toISOString()]
  return {
    kind: 'message:created',
    roomId: input.roomId,
    seq,
    at,
    thread: null,
    message: {
      id,
      clientId: input.clientId,
      seq,
      author: { id: actor.personId, handle, name, line },
      body: input.body,
      replyTo: null,
      threadId: null,
      thread: null,
      mentions: [],
      here: false,
      createdAt: at,
      editedAt: null,
      deleted: false,
      reactions: [],
      attachments: [],
      poll: null,
    },
  }
}

async function publish(events: (RoomEvent | null)[]) {
  const rooms = new Map<string, RoomEvent[]>()
  for (const event of events) {
    if (!event) continue
    const already = rooms.get(event.roomId)
    if (already) already.push(event)
    else rooms.set(event.roomId, [event])
  }
  // They were numbered in the order in which they were given.
  await Promise.all([...rooms].map(([roomId, told]) => publishToRoom(roomId, told)))
}
