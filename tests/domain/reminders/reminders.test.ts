import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReminderInput, maximumReminders } from '@/contracts/reminders'
import { db } from '@/db/client'
import { membership, message, notification, person, reminder, room, roomEvent } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import { editQuietHours } from '@/domain/accounts/edit-quiet-hours'
import type { Actor } from '@/domain/actor'
import { publishThrough } from '@/domain/publish'
import { cancelReminder } from '@/domain/reminders/cancel-reminder'
import { createReminder } from '@/domain/reminders/create-reminder'
import { getReminder } from '@/domain/reminders/get-reminder'
import { listReminders } from '@/domain/reminders/list-reminders'
import { pruneReminders } from '@/domain/reminders/prune-reminders'
import { tellReminders } from '@/domain/reminders/tell-reminders'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { sendMessage } from '@/domain/rooms/send-message'
import { countNews } from '@/domain/teams/count-news'
import { readNotifications } from '@/domain/teams/read-notifications'
import { addMember, createPerson, createProject } from '../../support/factories'

/** What was told, by channel. */
const signals: { to: string | string[]; event: string; payload: unknown }[] = []
beforeAll(() => {
  publishThrough({
    to: (to) => ({ emit: (event, payload) => signals.push({ to, event, payload }) }),
  })
  return () => publishThrough(null)
})

const hour = 3_600_000
const from = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
const input = (roomId: string, more: object = {}) =>
  createReminderInput.parse({
    ...{ roomId, reminderId: randomUUID(), note: 'Stand up', dueAt: from(hour) },
    ...more,
  })

async function setUp() {
  const [owner, member, outsider] = [
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  const project = await createProject(owner)
  await addMember(project.id, member)
  const { roomId } = project
  const said = { roomId, clientId: randomUUID(), body: 'Secret plan', replyToId: null }
  const { event } = await sendMessage(owner, said)
  if (event.kind !== 'message:created') throw new Error(event.kind)
  signals.splice(0)
  return { owner, member, outsider, project, roomId, messageId: event.message.id }
}
const due = (reminderId: string) =>
  db()
    .update(reminder)
    .set({ dueAt: sql`now() - interval '1 second'` })
    .where(eq(reminder.id, reminderId))
const newsOf = ({ personId }: Actor) =>
  db()
    .select({ text: notification.text, href: notification.href, kind: notification.kind })
    .from(notification)
    .where(eq(notification.personId, personId))
    .orderBy(notification.id)
const remove = (projectId: string, { personId }: Actor) =>
  db()
    .update(membership)
    .set({ status: 'removed', endedAt: new Date() })
    .where(and(eq(membership.projectId, projectId), eq(membership.personId, personId)))

describe('setting one', () => {
  it('is private: its person finds it, nobody else does, and the room does not hear of it', async () => {
    const { owner, member, roomId, messageId } = await setUp()
    const asked = input(roomId, { messageId, note: '  Answer \n this ' })
    const { reminder: made } = await createReminder(member, asked)
    expect(made).toEqual({
      ...{ id: asked.reminderId, roomId, note: 'Answer this', dueAt: asked.dueAt },
      notificationId: null,
      ...{ roomTitle: 'Tidewatch', href: `/rooms/${roomId}?message=${messageId}` },
      message: { id: messageId, authorName: owner.name, excerpt: 'Secret plan', deleted: false },
    })
    expect(await listReminders(member, { roomId })).toEqual({ reminders: [made] })
    expect(await getReminder(member, { reminderId: made.id })).toEqual({ reminder: made })
    expect(await listReminders(owner, { roomId })).toEqual({ reminders: [] })
    for (const call of [getReminder, cancelReminder])
      await expect(call(owner, { reminderId: made.id })).rejects.toMatchObject({ code: 'NotFound' })
    expect(await db().$count(roomEvent, eq(roomEvent.roomId, roomId))).toBe(1)
    expect(signals).toEqual([])
  })

  it('twice under one id is once, also at the same moment', async () => {
    const { owner, member, roomId } = await setUp()
    const asked = input(roomId)
    const [one, other] = await Promise.all([
      createReminder(member, asked),
      createReminder(member, { ...asked, note: 'Another' }),
    ])
    expect(one).toEqual(other)
    expect((await listReminders(member, { roomId })).reminders).toHaveLength(1)
    // A repeat that comes late is answered, though its moment has passed.
    expect(await createReminder(member, { ...asked, dueAt: from(-hour) })).toEqual(one)
    // Somebody else's id.
    await expect(createReminder(owner, asked)).rejects.toMatchObject({ code: 'Conflict' })
  })

  it('takes a moment that is ahead, within a year, by the server’s clock', async () => {
    const { member, roomId } = await setUp()
    for (const dueAt of [from(-1_000), from(367 * 24 * hour), '9999-12-31T00:00:00Z'])
      await expect(createReminder(member, input(roomId, { dueAt }))).rejects.toMatchObject({
        code: 'Invalid',
      })
    await createReminder(member, input(roomId, { dueAt: from(365 * 24 * hour) }))
  })

  it('says what of, in so many letters, or leads to a message', () => {
    const problemOf = (more: object) =>
      createReminderInput.safeParse({ ...input(randomUUID()), ...more }).error?.issues[0]?.message
    expect(problemOf({ note: ' ' })).toBe('Write what to remind you of.')
    expect(problemOf({ note: '', messageId: randomUUID() })).toBeUndefined()
    expect(problemOf({ note: 'x'.repeat(201) })).toBe('Keep the note to 200 characters.')
    expect(problemOf({ dueAt: 'tomorrow' })).toBeDefined()
  })

  it('ends at a number, also from two tabs at once; what was told makes room', async () => {
    const { member, roomId } = await setUp()
    await db()
      .insert(reminder)
      .values(
        Array.from({ length: maximumReminders - 1 }, (_, at) => ({
          ...{ id: randomUUID(), roomId, personId: member.personId, note: `${at}` },
          dueAt: new Date(Date.now() + hour),
        })),
      )
    const both = await Promise.allSettled([
      createReminder(member, input(roomId)),
      createReminder(member, input(roomId)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { reminders } = await listReminders(member, { roomId })
    expect(reminders).toHaveLength(maximumReminders)
    await due(reminders[0]?.id ?? '')
    await tellReminders()
    await createReminder(member, input(roomId))
  })

  it('needs the room, and a message that is in it', async () => {
    const { member, outsider, project, roomId, messageId } = await setUp()
    const other = await createProject(outsider)
    const notFound = { code: 'NotFound' }
    await expect(createReminder(outsider, input(roomId))).rejects.toMatchObject(notFound)
    await expect(listReminders(outsider, { roomId })).rejects.toMatchObject(notFound)
    const elsewhere = input(other.roomId, { messageId })
    await expect(createReminder(outsider, elsewhere)).rejects.toMatchObject(notFound)
    await remove(project.id, member)
    await expect(createReminder(member, input(roomId))).rejects.toMatchObject(notFound)
  })

  it('is undone by cancelling, and comes back under its id', async () => {
    const { member, roomId } = await setUp()
    const asked = input(roomId)
    const { reminder: made } = await createReminder(member, asked)
    await cancelReminder(member, { reminderId: made.id })
    expect(await listReminders(member, { roomId })).toEqual({ reminders: [] })
    await expect(cancelReminder(member, { reminderId: made.id })).rejects.toThrow()
    expect(await createReminder(member, asked)).toEqual({ reminder: made })
    await due(made.id)
    await tellReminders()
    await expect(cancelReminder(member, { reminderId: made.id })).rejects.toThrow()
  })
})

describe('telling', () => {
  it('stores one notification and signals the person alone, whatever their quiet hours say', async () => {
    const { owner, member, roomId, messageId } = await setUp()
    const days = [1, 2, 3, 4, 5, 6, 7]
    await editQuietHours(member, { hours: { days, from: 0, to: 0 } })
    const { reminder: made } = await createReminder(member, input(roomId, { messageId }))
    await createReminder(member, input(roomId, { note: 'Later' }))
    expect(await tellReminders()).toEqual({ told: 0 })
    await due(made.id)
    expect(await tellReminders()).toEqual({ told: 1 })
    expect(await tellReminders()).toEqual({ told: 0 })
    expect(await newsOf(member)).toEqual([
      {
        text: 'Reminder: Stand up (Tidewatch)',
        href: `/rooms/${roomId}?message=${messageId}`,
        kind: 'reminder:told',
      },
    ])
    expect(await newsOf(owner)).toEqual([])
    const to = [`person:${member.personId}`]
    expect(signals).toEqual([
      { to, event: 'reminder:told', payload: { reminderId: made.id } },
      { to, event: 'notification:created', payload: {} },
    ])
    // What waits is the other one; the told one can still be read.
    expect(await listReminders(member, { roomId })).toMatchObject({
      reminders: [{ note: 'Later' }],
    })
    expect(await getReminder(member, { reminderId: made.id })).toEqual({
      reminder: { ...made, dueAt: expect.any(String), notificationId: expect.any(String) },
    })
    // Whoever opens it from a page has read the news of it.
    expect([await countNews(member), await countNews(owner)]).toEqual([1, 0])
    const { reminder: told } = await getReminder(member, { reminderId: made.id })
    await readNotifications(member, { notificationId: told.notificationId ?? '' })
    expect(await countNews(member)).toBe(0)
  })

  it('is once, when two look at the same time', async () => {
    const { member, roomId } = await setUp()
    await db()
      .insert(reminder)
      .values(
        Array.from({ length: 450 }, (_, at) => ({
          ...{ id: randomUUID(), roomId, personId: member.personId, note: `${at}` },
          dueAt: new Date(Date.now() - hour),
        })),
      )
    const told = await Promise.all([tellReminders(), tellReminders(), tellReminders()])
    expect(told.reduce((sum, each) => sum + each.told, 0)).toBe(450)
    const texts = (await newsOf(member)).map(({ text }) => text)
    expect([texts.length, new Set(texts).size]).toEqual([450, 450])
  })

  it('is all or nothing: what fails in the middle is told the next time', async () => {
    const { member, roomId } = await setUp()
    const { reminder: made } = await createReminder(member, input(roomId))
    await due(made.id)
    await db().execute(sql`alter table notification rename to gone`)
    try {
      await expect(tellReminders()).rejects.toThrow()
    } finally {
      await db().execute(sql`alter table gone rename to notification`)
    }
    expect(signals).toEqual([])
    expect(await tellReminders()).toEqual({ told: 1 })
    expect(await newsOf(member)).toHaveLength(1)
  })

  it('leads to a message without repeating it, and still reminds when it is gone', async () => {
    const { owner, member, roomId, messageId } = await setUp()
    const of = { messageId, note: '' }
    const three = await Promise.all(
      [1, 2, 3].map(() => createReminder(member, input(roomId, of))),
    ).then((made) => made.map((each) => each.reminder.id))
    const tell = async (at: number) => {
      await due(three[at] ?? '')
      await tellReminders()
    }
    await tell(0)
    await deleteMessage(owner, { roomId, messageId })
    expect(await listReminders(member, { roomId })).toMatchObject({
      reminders: [{ message: { excerpt: '', deleted: true } }, {}],
    })
    await tell(1)
    await db().execute(sql`delete from room_event where room_id = ${roomId}`)
    await db().delete(message).where(eq(message.id, messageId))
    await tell(2)
    const gone = 'Reminder: a message in Tidewatch that is not there any more.'
    expect(await newsOf(member)).toMatchObject([
      { text: 'Reminder: a message in Tidewatch.', href: `/rooms/${roomId}?message=${messageId}` },
      { text: gone, href: `/rooms/${roomId}?message=${messageId}` },
      { text: gone, href: `/rooms/${roomId}` },
    ])
  })

  it('says nothing of a room that was closed to its person but what they wrote themselves', async () => {
    const { member, project, roomId, messageId } = await setUp()
    const own = await createProject(member)
    const noted = await createReminder(member, input(roomId, { messageId }))
    const unnoted = await createReminder(member, input(roomId, { messageId, note: '' }))
    await remove(project.id, member)
    // Found where they still are, and cancelled there if they like.
    const { reminders } = await listReminders(member, { roomId: own.roomId })
    for (const each of reminders)
      expect(each).toMatchObject({ roomTitle: null, message: null, href: '/rooms' })
    expect(JSON.stringify(reminders)).not.toMatch(/Secret|Tidewatch/)
    for (const { reminder: made } of [noted, unnoted]) await due(made.id)
    await tellReminders()
    expect((await newsOf(member)).map(({ text, href }) => [text, href]).sort()).toEqual([
      ['Reminder: Stand up', '/rooms'],
      ['Reminder: a message in a room that is closed to you now.', '/rooms'],
    ])
    expect(
      JSON.stringify(await getReminder(member, { reminderId: noted.reminder.id })),
    ).not.toMatch(/Secret|Tidewatch/)
  })

  it('nor of a direct room after a block, in either direction', async () => {
    const [one, other] = [await createPerson(), await createPerson()]
    const { roomId } = await openDirectRoom(one, { handle: other.handle })
    for (const who of [one, other]) {
      const { reminder: made } = await createReminder(who, input(roomId))
      expect(made.roomTitle).toBe(who === one ? other.name : one.name)
    }
    await blockPerson(one, { handle: other.handle })
    await db().update(reminder).set({ dueAt: sql`now()` }).where(eq(reminder.roomId, roomId))
    await tellReminders()
    for (const who of [one, other])
      expect(await newsOf(who)).toMatchObject([{ text: 'Reminder: Stand up', href: '/rooms' }])
  })
})

it('goes with its person and with its room, and a month after it was told', async () => {
  const { member, owner, roomId, project } = await setUp()
  for (const who of [member, owner]) await createReminder(who, input(roomId))
  const old = await createReminder(owner, input(roomId))
  const left = () => db().$count(reminder, eq(reminder.roomId, roomId))
  await due(old.reminder.id)
  await tellReminders()
  await pruneReminders()
  expect(await left()).toBe(3)
  await db()
    .update(reminder)
    .set({ toldAt: sql`now() - interval '31 days'` })
    .where(eq(reminder.id, old.reminder.id))
  await pruneReminders()
  expect(await left()).toBe(2)
  await db().delete(membership).where(eq(membership.personId, member.personId))
  await db().delete(person).where(eq(person.id, member.personId))
  expect(await left()).toBe(1)
  await db().delete(room).where(eq(room.projectId, project.id))
  expect(await left()).toBe(0)
})
