import { and, eq } from 'drizzle-orm'
import type { SendMessageInput } from '@/contracts/inputs'
import { findMentions } from '@/contracts/mentions'
import { startPoll } from '@/contracts/polls'
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
import { areFree } from '@/domain/attachments/bind-files'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { Conflict, Invalid } from '@/domain/errors'
import { publishToPeople, publishToRoom } from '@/domain/publish'
import { listFollowers } from './list-followers'
import { readEvents } from './read-events'
import { type Stored, sendStatement } from './send-statement'
import { takeSlowTurn } from './take-slow-turn'

const atOnce = { name: 'send-message', text: sendStatement(lockedSeatStatement) }
const inTurn = { name: 'send-message-in-turn', text: sendStatement(lockedSlowSeatStatement) }

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
  const { replies, repliers } = stored
  const event: RoomEvent = {
    kind: 'message:created',
    roomId: input.roomId,
    seq,
    at,
    thread: replies === null ? null : { replies, lastReplyAt: at, personIds: repliers ?? [], seq },
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
      threadId: input.threadId ?? null,
      thread: null,
      mentions: stored.mentions,
      here: stored.here,
      createdAt: at,
      editedAt: null,
      deleted: false,
      reactions: [],
      attachments: attachments?.get(stored.id) ?? [],
      poll: input.poll ? startPoll(input.poll) : null,
    },
  }
  await publishToRoom(input.roomId, [event])
  await tellConcerned(actor, input, stored.reached)
  return { event, repeated: false }
}

/** Whoever is mentioned or follows the thread counts anew, wherever they are; the others' rooms are told alone. */
async function tellConcerned({ personId }: Actor, input: SendMessageInput, reached: string[]) {
  const { roomId, threadId } = input
  const following = threadId ? await listFollowers(threadId) : []
  const concerned = [...reached, ...following].filter((id) => id !== personId)
  await publishToPeople(concerned, 'room:unread', { roomId })
}

function valuesOf({ personId }: Actor, input: SendMessageInput) {
  const { roomId, clientId, body, replyToId = null, threadId = null, attachmentIds = [] } = input
  const { options = null, multiple = null } = input.poll ?? {}
  const { handles, here } = findMentions(body)
  return [
    ...[roomId, personId, clientId, body, replyToId, threadId, handles, here, attachmentIds],
    ...[options, multiple],
  ]
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
  if (input.replyToId || input.threadId)
    throw new Invalid('The message that you answer is not in this room.')
  throw new Conflict('The room changed in this moment. Send it again.')
}
