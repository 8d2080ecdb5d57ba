import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editMessageInput, sendMessageInput } from '@/contracts/inputs'
import type { RoomEvent } from '@/contracts/realtime'
import { db } from '@/db/client'
import { membership, message, reaction, room, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { publishThrough } from '@/domain/publish'
import { addReaction } from '@/domain/rooms/add-reaction'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { joinRoom } from '@/domain/rooms/join-room'
import { readMessages } from '@/domain/rooms/read-messages'
import { removeReaction } from '@/domain/rooms/remove-reaction'
import { sendMessage } from '@/domain/rooms/send-message'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

async function setUp() {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  return { owner, member, outsider, project, roomId: project.roomId }
}
const say = (actor: Actor, roomId: string, body: string, more: object = {}) =>
  sendMessage(
    actor,
    sendMessageInput.parse({ roomId, clientId: randomUUID(), body, replyToId: null, ...more }),
  )
const seqOf = async (roomId: string) => {
  const [row] = await db().select({ seq: room.seq }).from(room).where(eq(room.id, roomId))
  return row?.seq
}
function messageOf(event: RoomEvent) {
  if (event.kind !== 'message:created') throw new Error(event.kind)
  return event.message
}

describe('sending', () => {
  it('numbers messages densely, and a repeat returns the first result without a number', async () => {
    const { owner, roomId } = await setUp()
    const clientId = randomUUID()
    const first = await say(owner, roomId, 'One', { clientId })
    const again = await say(owner, roomId, 'One, typed differently', { clientId })
    const second = await say(owner, roomId, 'Two')
    expect(again).toEqual({ event: first.event, repeated: true })
    expect([first.event.seq, second.event.seq, await seqOf(roomId)]).toEqual([1, 2, 2])
  })

  it('stores one message of fifty equal sends at once, beside others that lose no number', async () => {
    const { owner, member, roomId } = await setUp()
    const clientId = randomUUID()
    const told: RoomEvent[] = []
    publishThrough({
      to: () => ({
        emit: (_event, payload) => told.push(...(payload as { events: RoomEvent[] }).events),
      }),
    })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        at % 10 === 9
          ? say(member, roomId, `Other ${at}`)
          : say(owner, roomId, 'Same', { clientId }),
      ),
    )
    publishThrough(null)
    const same = answers.filter((_, at) => at % 10 !== 9)
    for (const answer of same) expect(answer.event).toEqual(same[0]?.event)
    expect(same.filter((answer) => !answer.repeated)).toHaveLength(1)
    expect(await seqOf(roomId)).toBe(6)
    const log = await db().select().from(roomEvent).where(eq(roomEvent.roomId, roomId))
    expect(log.map((event) => event.seq).sort()).toEqual([1, 2, 3, 4, 5, 6])
    expect([...new Set(told.map((event) => event.seq))].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('lets two people use the same client id', async () => {
    const { owner, member, roomId } = await setUp()
    const clientId = randomUUID()
    await say(owner, roomId, 'Mine', { clientId })
    expect(messageOf((await say(member, roomId, 'Also mine', { clientId })).event).body).toBe(
      'Also mine',
    )
  })

  it('quotes what it answers, from the same room only', async () => {
    const { owner, roomId } = await setUp()
    const elsewhere = await setUp()
    const asked = messageOf((await say(owner, roomId, '**Which**\n\nindex?')).event)
    const foreign = messageOf((await say(elsewhere.owner, elsewhere.roomId, 'Secret')).event)
    const answer = messageOf((await say(owner, roomId, 'GIN', { replyToId: asked.id })).event)
    expect(answer.replyTo).toEqual({
      id: asked.id,
      authorName: owner.name,
      excerpt: '**Which** index?',
    })
    await expect(say(owner, roomId, 'x', { replyToId: foreign.id })).rejects.toThrow(
      expect.objectContaining({ code: 'Invalid' }),
    )
  })

  it('waits for a removal that is under way, and loses to it', async () => {
    const { member, project, roomId } = await setUp()
    let sent: Promise<unknown> = Promise.resolve()
    await db().transaction(async (tx) => {
      await tx
        .update(membership)
        .set({ status: 'removed' })
        .where(and(eq(membership.projectId, project.id), eq(membership.personId, member.personId)))
      sent = say(member, roomId, 'Too late').then(
        () => 'sent',
        (error: Error) => error.name,
      )
      for (let waiting = 0; waiting === 0; ) {
        const { rows } = await db().execute<{ n: number }>(
          sql`select count(*)::int as n from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`,
        )
        waiting = rows[0]?.n ?? 0
      }
    })
    expect(await sent).toBe('NotFound')
    expect(await seqOf(roomId)).toBe(0)
  })
})

describe('who may', () => {
  it('answers NotFound to an outsider and a removed member for everything', async () => {
    const { owner, member, outsider, project, roomId } = await setUp()
    const { id: messageId } = messageOf((await say(owner, roomId, 'Hello')).event)
    await db()
      .update(membership)
      .set({ status: 'removed' })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, member.personId)))
    for (const person of [outsider, member]) {
      const tries = [
        say(person, roomId, 'Hi'),
        editMessage(person, { roomId, messageId, body: 'Hi' }),
        deleteMessage(person, { roomId, messageId }),
        addReaction(person, { roomId, messageId, emoji: '👍' }),
        removeReaction(person, { roomId, messageId, emoji: '👍' }),
        joinRoom(person, { roomId, afterSeq: 0 }),
      ]
      for (const tried of await Promise.allSettled(tries))
        expect(tried).toMatchObject({ status: 'rejected', reason: { code: 'NotFound' } })
    }
    expect(await seqOf(roomId)).toBe(1)
  })

  it('lets the author edit, and author, owner and maintainer delete', async () => {
    const { owner, member, project, roomId } = await setUp()
    const maintainer = await createPerson()
    await addMember(project.id, maintainer, 'maintainer')
    const { id: messageId } = messageOf((await say(member, roomId, 'Mine')).event)
    const { id: owners } = messageOf((await say(owner, roomId, 'Owner’s')).event)
    const edit = (who: Actor) => editMessage(who, { roomId, messageId, body: 'Edited' })
    await expect(edit(owner)).rejects.toMatchObject({ code: 'Forbidden' })
    await expect(edit(maintainer)).rejects.toMatchObject({ code: 'Forbidden' })
    expect(await edit(member)).toEqual({ seq: 3 })
    await expect(deleteMessage(member, { roomId, messageId: owners })).rejects.toMatchObject({
      code: 'Forbidden',
    })
    expect(await deleteMessage(maintainer, { roomId, messageId })).toEqual({ seq: 4 })
    await expect(edit(member)).rejects.toMatchObject({ code: 'Conflict' })
  })

  it('finds a message in its own room only', async () => {
    const here = await setUp()
    const there = await setUp()
    const { id: messageId } = messageOf((await say(there.owner, there.roomId, 'Theirs')).event)
    const { owner, roomId } = here
    for (const tried of await Promise.allSettled([
      deleteMessage(owner, { roomId, messageId }),
      addReaction(owner, { roomId, messageId, emoji: '👍' }),
    ]))
      expect(tried).toMatchObject({ status: 'rejected', reason: { code: 'NotFound' } })
  })
})

describe('changing', () => {
  it('takes twenty different reactions, and then only more of these', async () => {
    const { owner, member, roomId } = await setUp()
    const { id: messageId } = messageOf((await say(owner, roomId, 'One')).event)
    const emojis = [...'😀😁😂😃😄😅😆😇😈😉😊😋😌😍😎😏😐😑😒😓']
    await Promise.all(emojis.map((emoji) => addReaction(owner, { roomId, messageId, emoji })))
    const add = (emoji: string) => addReaction(member, { roomId, messageId, emoji })
    await expect(add('👍')).rejects.toMatchObject({ name: 'Conflict' })
    await add('😓')
    const [seen] = (await readMessages(db(), roomId)).messages
    expect(seen?.reactions.map(({ emoji }) => emoji)).toEqual(emojis)
    expect(seen?.reactions.at(-1)?.personIds).toEqual([owner.personId, member.personId].sort())
  })

  it('takes no number for the same text, the same reaction and a second delete', async () => {
    const { owner, roomId } = await setUp()
    const { id: messageId } = messageOf((await say(owner, roomId, 'Text')).event)
    const same = editMessageInput.parse({ roomId, messageId, body: 'Text' })
    expect(await editMessage(owner, same)).toEqual({ seq: 1 })
    const react = { roomId, messageId, emoji: '👍' } as const
    const added = await Promise.all(Array.from({ length: 8 }, () => addReaction(owner, react)))
    expect(new Set(added.map((answer) => answer.seq))).toContain(2)
    expect(await seqOf(roomId)).toBe(2)
    expect(await removeReaction(owner, react)).toEqual({ seq: 3 })
    expect(await removeReaction(owner, react)).toEqual({ seq: 3 })
    expect(await deleteMessage(owner, { roomId, messageId })).toEqual({ seq: 4 })
    expect(await deleteMessage(owner, { roomId, messageId })).toEqual({ seq: 4 })
  })

  it('leaves no copy of a deleted text anywhere', async () => {
    const { owner, roomId } = await setUp()
    const secret = `secret-${randomUUID()}`
    const { id: messageId } = messageOf((await say(owner, roomId, secret)).event)
    await editMessage(owner, { roomId, messageId, body: `${secret} edited` })
    await addReaction(owner, { roomId, messageId, emoji: '👀' })
    await deleteMessage(owner, { roomId, messageId })
    const log = await db().select().from(roomEvent).where(eq(roomEvent.roomId, roomId))
    const [row] = await db().select().from(message).where(eq(message.id, messageId))
    const { events } = await joinRoom(owner, { roomId, afterSeq: 0 })
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4])
    expect(JSON.stringify([log, row, events])).not.toContain(secret)
    expect(await db().select().from(reaction).where(eq(reaction.messageId, messageId))).toEqual([])
  })
})
