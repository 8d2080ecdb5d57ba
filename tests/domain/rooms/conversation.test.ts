import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { applyRoomEvents, openThread, startRoomState } from '@/components/rooms/apply-room-events'
import { saveDraftInput } from '@/contracts/drafts'
import { sendMessageInput } from '@/contracts/inputs'
import { mostPins } from '@/contracts/realtime'
import { db } from '@/db/client'
import { deletedMessage, message, messageVersion, room, seat } from '@/db/schema'
import { syncReferenceData } from '@/db/seed'
import type { Actor } from '@/domain/actor'
import { publishThrough } from '@/domain/publish'
import { addReaction } from '@/domain/rooms/add-reaction'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { getRoom } from '@/domain/rooms/get-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { listMessageVersions } from '@/domain/rooms/list-message-versions'
import { listPins } from '@/domain/rooms/list-pins'
import { listRooms } from '@/domain/rooms/list-rooms'
import { listThreads } from '@/domain/rooms/list-threads'
import { loadMessages } from '@/domain/rooms/load-messages'
import { loadThread } from '@/domain/rooms/load-thread'
import { markUnread } from '@/domain/rooms/mark-unread'
import { pinMessage } from '@/domain/rooms/pin-message'
import { purgeDeletedMessages } from '@/domain/rooms/purge-deleted-messages'
import { messagePageSize } from '@/domain/rooms/read-messages'
import { readRoom } from '@/domain/rooms/read-room'
import { readThread } from '@/domain/rooms/read-thread'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { saveDraft } from '@/domain/rooms/save-draft'
import { searchMessages } from '@/domain/rooms/search-messages'
import { sendMessage } from '@/domain/rooms/send-message'
import { unpinMessage } from '@/domain/rooms/unpin-message'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

async function setUp() {
  const [owner, member, third, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  await addMember(project.id, third)
  const { roomId } = project
  const say = async (actor: Actor, body: string, more: object = {}) => {
    const input = sendMessageInput.parse({ roomId, clientId: randomUUID(), body, ...more })
    const { event } = await sendMessage(actor, input)
    if (event.kind !== 'message:created') throw new Error(event.kind)
    return event.message
  }
  return { owner, member, third, outsider, project, roomId, say }
}
const everything = { beforeSeq: Number.MAX_SAFE_INTEGER }
const bodies = (list: { body: string }[]) => list.map(({ body }) => body)
const summaryOf = async (actor: Actor) => {
  const [found] = await listRooms(actor)
  const { unread, mentions, threads } = found ?? { unread: -1, mentions: -1, threads: -1 }
  return { unread, mentions, threads }
}

describe('a thread', () => {
  it('stands apart from the main list, and its root tells of it', async () => {
    const { owner, member, third, roomId, say } = await setUp()
    const root = await say(owner, 'Which index?')
    const threadId = root.id
    await say(member, 'A partial one', { threadId })
    const quoting = await say(third, 'Agreed', { threadId, replyToId: root.id })
    await say(member, 'Next topic')
    const page = await getRoom(owner, { roomId })
    expect(bodies(page.messages)).toEqual(['Which index?', 'Next topic'])
    expect(page.messages[0]?.thread).toMatchObject({
      replies: 2,
      personIds: [member.personId, third.personId],
      seq: quoting.seq,
    })
    const thread = await loadThread(owner, { roomId, threadId, ...everything })
    expect(bodies(thread.messages)).toEqual(['A partial one', 'Agreed'])
    expect([thread.root.id, thread.seq, thread.more]).toEqual([threadId, 4, false])
    expect(thread.messages[1]).toMatchObject({ threadId, replyTo: { id: root.id } })
    const deep = say(owner, 'Deeper', { threadId: quoting.id })
    await expect(deep).rejects.toMatchObject({ code: 'Invalid' })
    const elsewhere = await setUp()
    const foreign = await elsewhere.say(elsewhere.owner, 'Secret')
    await expect(say(owner, 'x', { threadId: foreign.id })).rejects.toMatchObject({
      code: 'Invalid',
    })
    await expect(
      loadThread(owner, { roomId, threadId: foreign.id, ...everything }),
    ).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('counts exactly when many answer, delete and undo at once, and a repeat answers once', async () => {
    const { owner, member, third, roomId, say } = await setUp()
    const { id: threadId } = await say(owner, 'Go')
    const clientId = randomUUID()
    const sent = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        at < 8
          ? say(third, 'Once', { threadId, clientId })
          : say(at % 2 ? owner : member, `Reply ${at}`, { threadId }),
      ),
    )
    const own = sent.filter(({ body, author }) => body !== 'Once' && author.id === owner.personId)
    await Promise.all([
      ...own.map(async ({ id: messageId }, at) => {
        await deleteMessage(owner, { roomId, messageId })
        if (at % 2) await restoreMessage(owner, { roomId, messageId })
      }),
      ...Array.from({ length: 6 }, () => say(member, 'Meanwhile, @here', { threadId })),
      ...sent.slice(8, 20).map(({ id: messageId, author }, at) => {
        const body = `Edited ${at}, @${third.handle} and @here`
        const who = author.id === owner.personId ? owner : member
        const tried = editMessage(who, { roomId, messageId, body })
        return tried.catch((error: Error) => expect(error.name).toBe('Conflict'))
      }),
      deleteMessage(owner, { roomId, messageId: threadId }),
    ])
    const { root, messages } = await loadThread(owner, { roomId, threadId, ...everything })
    expect(messages).toHaveLength(23)
    expect(root.thread?.replies).toBe(messages.filter((one) => !one.deleted).length)
    const first = messages.filter((one) => !one.deleted).map(({ author }) => author.id)
    expect(root.thread?.personIds).toEqual([...new Set(first)].slice(0, 3))
    const { events } = await joinRoom(owner, { roomId, afterSeq: 0 })
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1))
  })

  it('is followed by who wrote, replied or is mentioned, each with an unread count of their own', async () => {
    const { owner, member, third, outsider, roomId, say } = await setUp()
    const { id: threadId } = await say(owner, 'Which index?')
    await readRoom(member, { roomId, seq: 1 })
    const first = await say(member, 'A partial one', { threadId })
    const listed = async (actor: Actor) =>
      (await listThreads(actor, { roomId })).threads.map((one) => [one.unread, one.mentions])
    expect(await Promise.all([owner, member, third].map(listed))).toEqual([[[1, 0]], [[0, 0]], []])
    await say(owner, `What says @${third.handle}?`, { threadId })
    expect(await Promise.all([owner, member, third].map(listed))).toEqual([
      [[1, 0]],
      [[1, 0]],
      [[1, 1]],
    ])
    expect(await summaryOf(third)).toEqual({ unread: 1, mentions: 1, threads: 1 })
    expect(await summaryOf(member)).toEqual({ unread: 0, mentions: 0, threads: 1 })
    expect(await readThread(owner, { roomId, threadId, seq: first.seq })).toMatchObject({
      moved: true,
    })
    expect(await readThread(owner, { roomId, threadId, seq: 1 })).toEqual({
      lastReadSeq: first.seq,
      moved: false,
    })
    expect(await readThread(third, { roomId, threadId, seq: 5_000 })).toEqual({
      lastReadSeq: 3,
      moved: true,
    })
    expect(await Promise.all([owner, third].map(summaryOf))).toEqual([
      { unread: 0, mentions: 0, threads: 0 },
      { unread: 1, mentions: 0, threads: 0 },
    ])
    for (const tried of await Promise.allSettled([
      listThreads(outsider, { roomId }),
      readThread(outsider, { roomId, threadId, seq: 1 }),
      loadThread(outsider, { roomId, threadId, ...everything }),
    ]))
      expect(tried).toMatchObject({ status: 'rejected', reason: { code: 'NotFound' } })
  })

  it('is read page by page, and what passes while a page is on its way is in it', async () => {
    const { owner, roomId, say } = await setUp()
    const { id: threadId } = await say(owner, 'Root')
    for (let at = 0; at < messagePageSize + 10; at++) await say(owner, `Reply ${at}`, { threadId })
    let state = startRoomState(await getRoom(owner, { roomId }))
    const newest = await loadThread(owner, { roomId, threadId, ...everything })
    state = openThread(state, newest, [])
    const first = state.threads[threadId]?.messages[0]
    const older = await loadThread(owner, { roomId, threadId, beforeSeq: first?.seq ?? 0 })
    const messageId = older.messages[3]?.id ?? ''
    await editMessage(owner, { roomId, messageId, body: 'Edited meanwhile' })
    await say(owner, 'The newest', { threadId })
    const { events } = await joinRoom(owner, { roomId, afterSeq: state.seq })
    state = openThread(applyRoomEvents(state, events), older, events)
    const opened = state.threads[threadId]
    expect(opened?.messages.map(({ body }) => body)).toEqual([
      ...Array.from({ length: messagePageSize + 10 }, (_, at) =>
        at === 3 ? 'Edited meanwhile' : `Reply ${at}`,
      ),
      'The newest',
    ])
    expect([opened?.more, opened?.root.thread?.replies]).toEqual([false, messagePageSize + 11])
  })

  it('is where a link and a search lead to a reply, and has a mark of its own', async () => {
    const { owner, member, outsider, roomId, say } = await setUp()
    const root = await say(owner, 'Which index?')
    for (let at = 0; at < 60; at++) await say(owner, `Meanwhile ${at}`)
    const reply = await say(member, 'A zugzwang one', { threadId: root.id })
    const around = await loadMessages(owner, { roomId, aroundId: reply.id })
    expect([around.target, around.threadId]).toEqual([root.id, root.id])
    expect(around.messages[0]?.id).toBe(root.id)
    expect((await loadMessages(owner, { roomId, aroundId: root.id })).threadId).toBe(null)
    const query = { roomId, query: 'zugzwang', after: null }
    expect((await searchMessages(owner, query)).messages).toMatchObject([
      { id: reply.id, threadId: root.id },
    ])
    await expect(markUnread(owner, { roomId, messageId: reply.id })).rejects.toMatchObject({
      code: 'Invalid',
    })
    await expect(loadMessages(outsider, { roomId, aroundId: reply.id })).rejects.toMatchObject({
      code: 'NotFound',
    })
  })

  it('brings its reader what they have begun to write there', async () => {
    const { owner, member, roomId, say } = await setUp()
    const { id: threadId } = await say(owner, 'Which index?')
    const draft = saveDraftInput.parse({ roomId, threadId, body: 'Perhaps', version: 0 })
    await saveDraft(member, draft)
    const load = async (who: Actor) =>
      (await loadThread(who, { roomId, threadId, ...everything })).draft
    expect(await load(member)).toMatchObject({ body: 'Perhaps', version: 1 })
    expect((await load(owner)).version).toBe(0)
    expect((await getRoom(member, { roomId })).draft.version).toBe(0)
  })

  it('reads its page by an index', async () => {
    const { owner, roomId, say } = await setUp()
    const { id: threadId } = await say(owner, 'Root')
    await db().execute(sql`insert into message (room_id, author_id, client_id, seq, body, thread_id)
      select ${roomId}, ${owner.personId}, gen_random_uuid(), n, 'x', case when n % 50 = 0 then ${threadId}::uuid end
      from generate_series(2, 5000) n`)
    await db().execute(sql`analyze message`)
    const plan = async (query: ReturnType<typeof sql>) =>
      JSON.stringify((await db().execute(sql`explain ${query}`)).rows)
    expect(
      await plan(
        sql`select * from message where thread_id = ${threadId} and seq < 4000 order by seq desc limit 51`,
      ),
    ).toContain('message_thread')
    expect(
      await plan(
        sql`select * from message where room_id = ${roomId} and thread_id is null and seq < 4000 order by seq desc limit 51`,
      ),
    ).toContain('message_main')
  })
})

describe('mentions', () => {
  it('are of people with a seat here, outside code, and @here is of everybody but its author', async () => {
    const { owner, member, third, outsider, roomId, say } = await setUp()
    const at = (actor: Actor) => `@${actor.handle}`
    const named = await say(owner, `${at(member).toUpperCase()}, ${at(outsider)} and ${at(owner)}`)
    expect(named.mentions).toEqual([member.personId, owner.personId].sort())
    const code = await say(
      owner,
      `\`${at(third)}\`\n\`\`\`\n${at(third)} @here\n\`\`\`\nx${at(third)}`,
    )
    expect([code.mentions, code.here]).toEqual([[], false])
    expect((await say(owner, 'Hello @here!')).here).toBe(true)
    expect(await Promise.all([owner, member, third].map(summaryOf))).toMatchObject([
      { mentions: 0 },
      { mentions: 2 },
      { mentions: 1 },
    ])
    const page = await getRoom(member, { roomId })
    expect(page.messages.map(({ mentions, here }) => [mentions.length, here])).toEqual([
      [2, false],
      [0, false],
      [0, true],
    ])
    await readRoom(member, { roomId, seq: 2 })
    expect(await summaryOf(member)).toMatchObject({ mentions: 1 })
  })

  it('count exactly after edits and deletes, and reach the people concerned', async () => {
    const { owner, member, third, roomId, say } = await setUp()
    const told: unknown[] = []
    publishThrough({
      to: (channels) => ({
        emit: (event) => told.push(...(event === 'room:unread' ? [channels].flat() : [])),
      }),
    })
    const { id: messageId } = await say(owner, 'Nobody yet')
    const edit = (body: string) => editMessage(owner, { roomId, messageId, body })
    const mentions = async () => [
      (await summaryOf(member)).mentions,
      (await summaryOf(third)).mentions,
    ]
    await edit(`@${member.handle} please`)
    await edit(`@${member.handle} please!`)
    expect(await mentions()).toEqual([1, 0])
    expect(told).toContain(`person:${member.personId}`)
    expect(told).not.toContain(`person:${third.personId}`)
    await edit(`@${third.handle} please!`)
    expect(await mentions()).toEqual([0, 1])
    await deleteMessage(owner, { roomId, messageId })
    expect(await mentions()).toEqual([0, 0])
    await restoreMessage(owner, { roomId, messageId })
    expect(await mentions()).toEqual([0, 1])
    await readRoom(third, { roomId, seq: 1 })
    await edit('Nobody')
    await edit(`@${third.handle} and @${member.handle}`)
    expect(await mentions()).toEqual([1, 0])
    publishThrough(null)
  })

  it('are not called by @here in a step’s room', async () => {
    const { owner, member } = await setUp()
    await syncReferenceData(process.env.DATABASE_URL ?? '')
    const [step] = (await db().execute<{ id: string }>(sql`select id from step limit 1`)).rows
    const [made] = await db()
      .insert(room)
      .values({ kind: 'step', stepId: step?.id ?? '' })
      .onConflictDoUpdate({ target: room.stepId, set: { kind: 'step' } })
      .returning()
    const roomId = made?.id ?? ''
    await db()
      .insert(seat)
      .values([owner, member].map(({ personId }) => ({ roomId, personId })))
    const body = `@here and @${member.handle}`
    const { event } = await sendMessage(owner, { roomId, clientId: randomUUID(), body })
    expect(event).toMatchObject({ message: { here: false, mentions: [member.personId] } })
  })
})

describe('a deletion', () => {
  const age = (messageId: string, seconds: number) =>
    db()
      .update(deletedMessage)
      .set({ deletedAt: sql`clock_timestamp() - make_interval(secs => ${seconds})` })
      .where(eq(deletedMessage.messageId, messageId))

  it('is undone by who deleted, for half a minute, and brings text and mentions but no reactions', async () => {
    const { owner, member, third, outsider, roomId, say } = await setUp()
    const body = `Ask @${third.handle}`
    const { id: messageId } = await say(member, body)
    const target = { roomId, messageId }
    await addReaction(owner, { ...target, emoji: '👍' })
    expect(await restoreMessage(member, target)).toEqual({ seq: 2 })
    await deleteMessage(owner, target)
    expect(JSON.stringify(await getRoom(member, { roomId }))).not.toContain('Ask')
    await expect(restoreMessage(member, target)).rejects.toMatchObject({ code: 'Forbidden' })
    await expect(restoreMessage(outsider, target)).rejects.toMatchObject({ code: 'NotFound' })
    expect(await restoreMessage(owner, target)).toEqual({ seq: 4 })
    expect(await restoreMessage(owner, target)).toEqual({ seq: 4 })
    expect((await getRoom(member, { roomId })).messages).toMatchObject([
      { body, mentions: [third.personId], deleted: false, reactions: [] },
    ])
    await deleteMessage(member, target)
    await age(messageId, 31)
    await expect(restoreMessage(member, target)).rejects.toMatchObject({ code: 'Conflict' })
  })

  it('is for good after a minute: neither text nor versions are left anywhere', async () => {
    const { owner, roomId, say } = await setUp()
    const secret = `secret-${randomUUID()}`
    const { id: messageId } = await say(owner, secret)
    const recent = await say(owner, 'Recent')
    await editMessage(owner, { roomId, messageId, body: `${secret} edited` })
    await deleteMessage(owner, { roomId, messageId })
    await deleteMessage(owner, { roomId, messageId: recent.id })
    expect(await listMessageVersions(owner, { roomId, messageId })).toEqual({ versions: [] })
    await age(messageId, 61)
    await purgeDeletedMessages()
    const kept = await db().select().from(deletedMessage)
    expect(kept.map((one) => one.messageId)).toContain(recent.id)
    const versions = await db()
      .select()
      .from(messageVersion)
      .where(eq(messageVersion.messageId, messageId))
    const [row] = await db().select().from(message).where(eq(message.id, messageId))
    expect(JSON.stringify([kept, versions, row])).not.toContain(secret)
    await expect(restoreMessage(owner, { roomId, messageId })).rejects.toMatchObject({
      code: 'Conflict',
    })
  })
})

it('keeps what stood before each edit, with its times', async () => {
  const { owner, member, outsider, roomId, say } = await setUp()
  const { id: messageId, createdAt } = await say(owner, 'One')
  await editMessage(owner, { roomId, messageId, body: 'Two' })
  await editMessage(owner, { roomId, messageId, body: 'Three' })
  const { versions } = await listMessageVersions(member, { roomId, messageId })
  expect(bodies(versions)).toEqual(['One', 'Two', 'Three'])
  expect(versions[0]?.at).toBe(createdAt)
  expect(versions.map(({ at }) => at).toSorted()).toEqual(versions.map(({ at }) => at))
  await expect(listMessageVersions(outsider, { roomId, messageId })).rejects.toMatchObject({
    code: 'NotFound',
  })
})

it('pins up to fifty messages, by and for anybody, until they are deleted', async () => {
  const { owner, member, roomId, say } = await setUp()
  const all = await Promise.all(
    Array.from({ length: mostPins + 2 }, (_, at) => say(owner, `${at}`)),
  )
  const pins = await Promise.allSettled(
    all.map(({ id: messageId }) => pinMessage(member, { roomId, messageId })),
  )
  expect(pins.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostPins)
  const { messages } = await listPins(owner, { roomId })
  expect(messages).toHaveLength(mostPins)
  const { pins: listed } = await getRoom(owner, { roomId })
  expect(listed.map(({ messageId }) => messageId)).toEqual(messages.map(({ id }) => id))
  const [one, other] = messages
  if (!one || !other) throw new Error('nothing pinned')
  const { seq } = await unpinMessage(owner, { roomId, messageId: one.id })
  expect(await unpinMessage(member, { roomId, messageId: one.id })).toEqual({ seq })
  await deleteMessage(owner, { roomId, messageId: other.id })
  expect((await listPins(owner, { roomId })).messages).toHaveLength(mostPins - 2)
  await expect(pinMessage(owner, { roomId, messageId: other.id })).rejects.toMatchObject({
    code: 'Conflict',
  })
})
