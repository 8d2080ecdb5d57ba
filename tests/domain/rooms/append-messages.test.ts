import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RoomEvent } from '@/contracts/realtime'
import { db, pool } from '@/db/client'
import { membership, message, room, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { publishThrough } from '@/domain/publish'
import { appendMessages, isPlain } from '@/domain/rooms/append-messages'
import { readEvents } from '@/domain/rooms/read-events'
import { sendMessage } from '@/domain/rooms/send-message'
import { addMember, createPerson, createProject } from '../../support/factories'

async function setUp(members = 2) {
  const people = await Promise.all(Array.from({ length: members }, () => createPerson()))
  const [owner, ...others] = people
  if (!owner) throw new Error('nobody')
  const project = await createProject(owner)
  for (const person of others) await addMember(project.id, person)
  return { owner, people, project, roomId: project.roomId }
}
const draft = (actor: Actor, roomId: string, body: string, clientId: string = randomUUID()) => ({
  actor,
  input: { roomId, clientId, body, replyToId: null },
})
const told: RoomEvent[][] = []
beforeEach(() =>
  publishThrough({
    to: () => ({
      emit: (_event, payload) => told.push((payload as { events: RoomEvent[] }).events),
    }),
  }),
)
afterEach(() => told.splice(0))

/** What the tables hold of a room, checked against each other. */
async function stored(roomId: string) {
  const messages = await db()
    .select()
    .from(message)
    .where(eq(message.roomId, roomId))
    .orderBy(asc(message.seq))
  const events = await db().select().from(roomEvent).where(eq(roomEvent.roomId, roomId))
  const [row] = await db().select().from(room).where(eq(room.id, roomId))
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1))
  expect(events.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(messages.map(({ seq }) => seq))
  expect(row?.seq).toBe(messages.length)
  return messages
}

describe('messages that are stored together', () => {
  it('take dense numbers in their order, room by room, and are what is read later', async () => {
    const [one, two] = await Promise.all([setUp(), setUp()])
    const drafts = Array.from({ length: 20 }, (_, at) => {
      const { people, roomId } = at % 3 ? one : two
      return draft(people[at % 2] as Actor, roomId, `${at}`)
    })
    const events = await appendMessages(drafts)
    for (const { roomId } of [one, two]) {
      const own = drafts.filter(({ input }) => input.roomId === roomId)
      const rows = await stored(roomId)
      expect(rows.map(({ body, authorId }) => [body, authorId])).toEqual(
        own.map(({ input, actor }) => [input.body, actor.personId]),
      )
      const answered = events.filter((event) => event?.roomId === roomId)
      expect(await readEvents(roomId, 0, 100)).toEqual(answered)
      expect(told.filter(([first]) => first?.roomId === roomId)).toEqual([answered])
    }
  })

  it('leave out whoever has no seat, a missing room, and what is there already', async () => {
    const [{ owner, people, project, roomId }, outsider] = await Promise.all([
      setUp(3),
      createPerson(),
    ])
    const removed = people[2] as Actor
    await db()
      .update(membership)
      .set({ status: 'removed', endedAt: new Date() })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, removed.personId)))
    const again = draft(owner, roomId, 'First')
    await sendMessage(owner, again.input)
    const drafts = [
      draft(outsider, roomId, 'Outside'),
      draft(removed, roomId, 'Removed'),
      again,
      draft(owner, randomUUID(), 'Nowhere'),
      draft(owner, roomId, 'Second'),
    ]
    const events = await appendMessages(drafts)
    expect(events.map((event) => event?.seq ?? null)).toEqual([null, null, null, null, 2])
    expect((await stored(roomId)).map(({ body }) => body)).toEqual(['First', 'Second'])
    expect(told.at(-1)).toHaveLength(1)
  })

  it('pass over a seat that is being taken away, and a room that somebody holds', async () => {
    const [held, free] = await Promise.all([setUp(), setUp()])
    const member = held.people[1] as Actor
    const client = await pool().connect()
    const both = () => [draft(member, held.roomId, 'Held'), draft(free.owner, free.roomId, 'Free')]
    for (const lock of [
      `select from seat where room_id = '${held.roomId}' for update`,
      `select from room where id = '${held.roomId}' for update`,
    ]) {
      await client.query('begin')
      await client.query(lock)
      const [left, taken] = await appendMessages(both())
      expect([left, taken?.roomId]).toEqual([null, free.roomId])
      const passed = await appendMessages(both(), true)
      expect(passed[0]).toBeNull()
      await client.query('rollback')
    }
    client.release()
    expect(await stored(held.roomId)).toEqual([])
    expect(await stored(free.roomId)).toHaveLength(4)
  })

  it('keep their order beside single sends and other batches, over many rooms at once', async () => {
    const rooms = await Promise.all([setUp(), setUp(), setUp()])
    const clientIds = Array.from({ length: 90 }, () => randomUUID())
    const toDraft = (clientId: string, at: number) => {
      const { people, roomId } = rooms[at % 3] as (typeof rooms)[number]
      return draft(people[at % 2] as Actor, roomId, `${at}`, clientId)
    }
    const drafts = clientIds.map(toDraft)
    // Every message three times, each in other company: twice in batches, once alone.
    const attempt = async (some: typeof drafts) => {
      try {
        await appendMessages(some)
      } catch (error) {
        // Both stored one of them in the same moment: nothing of this batch stands.
        expect((error as { code?: string }).code).toBe('23505')
      }
    }
    await Promise.all([
      ...[0, 30, 60].map((from) => attempt(drafts.slice(from, from + 30))),
      ...[15, 45].map((from) => attempt([...drafts.slice(from, from + 30)].reverse())),
      ...drafts.map(({ actor, input }) => sendMessage(actor, input)),
    ])
    const all = (await Promise.all(rooms.map(({ roomId }) => stored(roomId)))).flat()
    expect(all.map(({ clientId }) => clientId).sort()).toEqual([...clientIds].sort())
  })

  it('are those that are their text alone', () => {
    const [{ input }] = [draft({} as Actor, randomUUID(), 'Plain')]
    expect(isPlain(input)).toBe(true)
    expect(isPlain({ ...input, replyToId: randomUUID() })).toBe(false)
    expect(isPlain({ ...input, body: 'Look, @maya' })).toBe(false)
    expect(isPlain({ ...input, poll: { options: ['Yes', 'No'], multiple: false } })).toBe(false)
  })
})
