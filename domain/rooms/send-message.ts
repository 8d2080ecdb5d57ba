import { and, eq } from 'drizzle-orm'
import type { SendMessageInput } from '@/contracts/inputs'
import { messageExcerpt, type RoomEvent } from '@/contracts/realtime'
import { db, pool } from '@/db/client'
import { message } from '@/db/schema'
import {
  assertCanWrite,
  loadSeat,
  lockedSeatStatement,
  lockedSlowSeatStatement,
} from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { areFree, bindStatement, freeStatement } from '@/domain/attachments/bind-files'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { Conflict, Invalid } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { quotedText } from './quoted-text'
import { readEvents } from './read-events'
import { takeSlowTurn } from './take-slow-turn'

/*
 * One statement, one round trip: it checks and locks the seat, takes the room's next number (the same
 * row lock as takeSequence), stores the message and logs the event. A repeat that slips past the
 * `not exists` while the first is still uncommitted breaks `message_once`, which rolls the number back.
 * Files are locked before the room, and only if all of them are one's own and free anything is stored.
 */
const statement = (seatStatement: string) => `
with seat as materialized (${seatStatement}),
replied as (
  select x.id, ${quotedText('x')} as body, p.name from message x join person p on p.id = x.author_id
  where x.id = $5 and x.room_id = $1
),
files as materialized (${freeStatement('$6')}),
taken as (
  update room set seq = room.seq + 1 from seat
  where room.id = seat.room_id
    and ($5::uuid is null or exists (select from replied))
    and (select count(*) from files) = cardinality($6::uuid[])
    and not exists (
      select from message x where x.room_id = $1 and x.author_id = $2 and x.client_id = $3
    )
  returning room.id, room.seq
),
made as (
  insert into message (room_id, author_id, client_id, seq, body, reply_to_id, created_at)
  select taken.id, $2, $3, taken.seq, $4, $5, clock_timestamp() from taken
  returning id, seq, created_at
),
bound as (${bindStatement('$6')}),
logged as (
  insert into room_event (room_id, seq, kind, actor_id, payload, created_at)
  select $1, made.seq, 'message:created', $2, jsonb_build_object('messageId', made.id), made.created_at
  from made
)
select made.id, made.seq, made.created_at, p.handle, p.name, p.line,
  replied.name as replied_name, replied.body as replied_body
from made join person p on p.id = $2 left join replied on true`
const atOnce = { name: 'send-message', text: statement(lockedSeatStatement) }
const inTurn = { name: 'send-message-in-turn', text: statement(lockedSlowSeatStatement) }

type Stored = {
  id: string
  seq: string
  created_at: Date
  handle: string
  name: string
  line: number
  replied_name: string | null
  replied_body: string | null
}

/**
 * Stores a message and tells the room. Idempotent on (room, author, clientId): a repeat answers the
 * first result and takes no number.
 */
export async function sendMessage(
  actor: Actor,
  input: SendMessageInput,
): Promise<{ event: RoomEvent; repeated: boolean }> {
  const stored =
    (await store(actor, input)) ??
    (await takeSlowTurn(actor, input, async (client) => {
      const { rows } = await client.query<Stored>({ ...inTurn, values: valuesOf(actor, input) })
      return rows[0]
    }))
  if (!stored) {
    const first = await firstResult(actor, input)
    // People repeat what was not answered: the process that stored it may have died before telling.
    await publishToRoom(input.roomId, [first])
    return { event: first, repeated: true }
  }
  const attachments = input.attachmentIds?.length
    ? await loadAttachments(db(), [stored.id])
    : undefined
  const at = stored.created_at.toISOString()
  const seq = Number(stored.seq)
  const event: RoomEvent = {
    kind: 'message:created',
    roomId: input.roomId,
    seq,
    at,
    message: {
      id: stored.id,
      clientId: input.clientId,
      seq,
      author: {
        id: actor.personId,
        handle: stored.handle,
        name: stored.name,
        line: stored.line,
      },
      body: input.body,
      replyTo:
        input.replyToId && stored.replied_name !== null
          ? {
              id: input.replyToId,
              authorName: stored.replied_name,
              excerpt: messageExcerpt(stored.replied_body ?? ''),
            }
          : null,
      createdAt: at,
      editedAt: null,
      deleted: false,
      reactions: [],
      attachments: attachments?.get(stored.id) ?? [],
    },
  }
  await publishToRoom(input.roomId, [event])
  return { event, repeated: false }
}

const valuesOf = (actor: Actor, input: SendMessageInput) => {
  const { roomId, clientId, body, replyToId, attachmentIds = [] } = input
  return [roomId, actor.personId, clientId, body, replyToId, attachmentIds]
}

async function store(
  actor: Actor,
  input: SendMessageInput,
  tries = 3,
): Promise<Stored | undefined> {
  try {
    const { rows } = await pool().query<Stored>({ ...atOnce, values: valuesOf(actor, input) })
    return rows[0]
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'message_once') return undefined
    // A team change that locked in another order: nothing was stored, so the same send may try again.
    if (code === '40P01' && tries > 1) return store(actor, input, tries - 1)
    throw error
  }
}

/** Nothing was stored: the person may not write here, or the message is there already. */
async function firstResult(actor: Actor, input: SendMessageInput): Promise<RoomEvent> {
  const seat = await loadSeat(db(), actor, input.roomId)
  const [first] = await db()
    .select({ seq: message.seq })
    .from(message)
    .where(
      and(
        eq(message.roomId, input.roomId),
        eq(message.authorId, actor.personId),
        eq(message.clientId, input.clientId),
      ),
    )
  if (first) {
    const [event] = await readEvents(input.roomId, first.seq - 1, 1)
    if (event) return event
  }
  assertCanWrite(seat)
  if (input.attachmentIds?.length && !(await areFree(actor, input.roomId, input.attachmentIds)))
    throw new Invalid('A file of this message is not here any more. Add it again.')
  if (input.replyToId) throw new Invalid('The message that you answer is not in this room.')
  throw new Conflict('The room changed in this moment. Send it again.')
}
