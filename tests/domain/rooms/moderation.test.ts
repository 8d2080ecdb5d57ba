import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { MuteInput } from '@/contracts/rooms'
import { db } from '@/db/client'
import { auditEntry, membership, notification, person, report, roomEvent, seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { decideReport } from '@/domain/moderation/decide-report'
import { listReports } from '@/domain/moderation/list-reports'
import { addReaction } from '@/domain/rooms/add-reaction'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { getRoom } from '@/domain/rooms/get-room'
import { getStanding } from '@/domain/rooms/get-standing'
import { listMuted } from '@/domain/rooms/list-muted'
import { listRooms } from '@/domain/rooms/list-rooms'
import { listThreads } from '@/domain/rooms/list-threads'
import { mutePerson } from '@/domain/rooms/mute-person'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { pinMessage } from '@/domain/rooms/pin-message'
import { reportMessage } from '@/domain/rooms/report-message'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { sendMessage } from '@/domain/rooms/send-message'
import { setSlowMode } from '@/domain/rooms/set-slow-mode'
import { unmutePerson } from '@/domain/rooms/unmute-person'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

let owner: Actor
let maintainer: Actor
let member: Actor
let projectId: string
let roomId: string
beforeEach(async () => {
  ;[owner, maintainer, member] = await Promise.all([createPerson(), createPerson(), createPerson()])
  const project = await createProject(owner)
  projectId = project.id
  roomId = project.roomId
  await addMember(projectId, maintainer, 'maintainer')
  await addMember(projectId, member)
})

const message = (clientId: string = randomUUID()) => ({
  ...{ roomId, clientId, body: 'Hello.', replyToId: null },
})
async function say(who: Actor, input = message()) {
  const { event } = await sendMessage(who, input)
  if (event.kind !== 'message:created') throw new Error(event.kind)
  return event.message.id
}
const mute = (by: Actor, who: Actor, minutes: MuteInput['minutes'] = 10) =>
  mutePerson(by, { roomId, personId: who.personId, minutes, reason: 'Cool down.' })
const audited = async () =>
  (
    await db()
      .select({ action: auditEntry.action, actorId: auditEntry.actorId })
      .from(auditEntry)
      .where(eq(auditEntry.roomId, roomId))
  ).map(({ action, actorId }) => [action, actorId])

it('lets whoever is muted read and take back, not write, and tells them alone', async () => {
  const id = await say(member)
  const before = await db().$count(roomEvent, eq(roomEvent.roomId, roomId))
  await mute(maintainer, member)
  const refused = { code: 'Forbidden' }
  await expect(say(member)).rejects.toMatchObject(refused)
  await expect(
    editMessage(member, { roomId, messageId: id, body: 'Changed' }),
  ).rejects.toMatchObject(refused)
  await expect(addReaction(member, { roomId, messageId: id, emoji: '👍' })).rejects.toMatchObject(
    refused,
  )
  const page = await getRoom(member, { roomId })
  expect(page.viewer.standing.muted).toMatchObject({ reason: 'Cool down.' })
  expect(page.viewer.standing.mutedFor).toBeGreaterThan(500_000)
  // Nothing of it is in the room's log, for everybody reads that.
  expect(await db().$count(roomEvent, eq(roomEvent.roomId, roomId))).toBe(before)
  expect(await listMuted(owner, { roomId })).toMatchObject([
    { person: { id: member.personId }, mutedBy: maintainer.name },
  ])
  const news = await db()
    .select()
    .from(notification)
    .where(eq(notification.personId, member.personId))
  expect(news.map(({ text }) => text)).toEqual([
    'You can read but not write in Tidewatch for a while: Cool down.',
  ])
  await deleteMessage(member, { roomId, messageId: id })
  await unmutePerson(owner, { roomId, personId: member.personId })
  await say(member)
  expect(await audited()).toEqual([
    ['member:muted', maintainer.personId],
    ['member:unmuted', owner.personId],
  ])
})

it('ends by itself, by the database’s clock', async () => {
  await mute(owner, member)
  await db().execute(sql`update seat set muted_until = now() - interval '1 ms'`)
  await say(member)
  await mute(owner, member, null)
  expect((await getStanding(member, { roomId })).muted).toMatchObject({ until: null })
  await expect(say(member)).rejects.toMatchObject({ code: 'Forbidden' })
})

it('answers a repeated send as the first time, also once muted', async () => {
  const input = message()
  const first = await sendMessage(member, input)
  await mute(owner, member)
  expect(await sendMessage(member, input)).toMatchObject({ repeated: true, event: first.event })
})

it('is for those below one: nobody mutes an equal, themselves or a stranger', async () => {
  const stranger = await createPerson()
  for (const [by, who, code] of [
    [maintainer, maintainer, 'Forbidden'],
    [maintainer, owner, 'Forbidden'],
    [owner, owner, 'Forbidden'],
    [member, maintainer, 'Forbidden'],
    [stranger, member, 'NotFound'],
    [owner, stranger, 'NotFound'],
  ] as const)
    await expect(mute(by, who)).rejects.toMatchObject({ code })
  await mute(owner, maintainer)
  await expect(
    unmutePerson(maintainer, { roomId, personId: maintainer.personId }),
  ).rejects.toMatchObject({ code: 'Forbidden' })
  await expect(setSlowMode(maintainer, { roomId, seconds: 5 })).resolves.toBeDefined()
})

it('outlives leaving and coming back', async () => {
  await mute(owner, member)
  const place = eq(membership.personId, member.personId)
  await db().update(membership).set({ status: 'left' }).where(place)
  await expect(say(member)).rejects.toMatchObject({ code: 'NotFound' })
  await db().update(membership).set({ status: 'active' }).where(place)
  await expect(say(member)).rejects.toMatchObject({ code: 'Forbidden' })
  await unmutePerson(owner, { roomId, personId: member.personId })
  await say(member)
})

it('is never missed by a seat that is taken at the same moment', async () => {
  const place = eq(membership.personId, member.personId)
  await say(member)
  for (let round = 0; round < 12; round++) {
    await db().update(membership).set({ status: 'left' }).where(place)
    await Promise.all([
      mute(owner, member),
      db().update(membership).set({ status: 'active' }).where(place),
    ])
    const [own] = await db().select().from(seat).where(eq(seat.personId, member.personId))
    expect(own?.mutedUntil?.getTime()).toBeGreaterThan(Date.now())
    await unmutePerson(owner, { roomId, personId: member.personId })
  }
})

it('slows everybody down but those who keep order, one message at a time', async () => {
  await setSlowMode(owner, { roomId, seconds: 30 })
  const first = message()
  const outcomes = await Promise.allSettled([
    sendMessage(member, first),
    ...Array.from({ length: 5 }, () => sendMessage(member, message())),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: 'RateLimited' })
    expect(refusal.retryAfter).toBeGreaterThan(20_000)
  }
  expect((await getStanding(member, { roomId })).waitFor).toBeGreaterThan(20_000)
  for (const who of [owner, maintainer, owner]) await say(who)
  await db().execute(sql`update seat set spoke_at = now() - interval '31 s'`)
  const again = message()
  const stored = await sendMessage(member, again)
  // A repeat is no second message, so it need not wait.
  expect(await sendMessage(member, again)).toMatchObject({ repeated: true, event: stored.event })
  await setSlowMode(owner, { roomId, seconds: 0 })
  await say(member)
  await say(member)
  expect(await audited()).toEqual([
    ['slow:changed', owner.personId],
    ['slow:changed', owner.personId],
  ])
})

it('takes reports of a message together, and does what moderators decide in any room', async () => {
  const moderator = await createPerson()
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  const direct = await openDirectRoom(owner, member)
  roomId = direct.roomId
  const messageId = await say(member)
  const reported = { roomId, messageId, reason: 'harassment', details: 'Look.' } as const
  await reportMessage(owner, reported)
  await reportMessage(owner, reported)
  await expect(reportMessage(member, reported)).rejects.toMatchObject({ code: 'Invalid' })
  await expect(reportMessage(maintainer, reported)).rejects.toMatchObject({ code: 'NotFound' })
  const [waits, ...others] = (await listReports(moderator)).filter(({ body }) => body === 'Hello.')
  if (!waits) throw new Error('nothing waits')
  expect(others).toEqual([])
  expect(waits).toMatchObject({ author: { id: member.personId }, where: 'A direct room' })
  expect(waits.reports).toEqual([{ reason: 'harassment', details: 'Look.', name: owner.name }])
  const decision = { reportId: waits.id, decision: 'mute', minutes: 60, reason: 'Enough.' } as const
  await expect(decideReport(owner, decision)).rejects.toMatchObject({ code: 'NotFound' })
  const answers = await Promise.allSettled([
    decideReport(moderator, decision),
    decideReport(moderator, { reportId: waits.id, decision: 'dismiss' }),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(
    (await db().select().from(report).where(eq(report.messageId, messageId))).map((each) => [
      each.decidedById,
      each.state === 'waiting',
    ]),
  ).toEqual([[moderator.personId, false]])
})

it('removes what was reported and mutes its author, and whoever reported it is told', async () => {
  const moderator = await createPerson()
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  const messageId = await say(member)
  await reportMessage(owner, { roomId, messageId, reason: 'spam', details: '' })
  const waits = (await listReports(moderator)).at(-1)
  if (!waits) throw new Error('nothing waits')
  const decision = { decision: 'mute', minutes: null, reason: 'Enough.' } as const
  await decideReport(moderator, { reportId: waits.id, ...decision })
  await expect(say(member)).rejects.toMatchObject({ code: 'Forbidden' })
  expect((await getRoom(owner, { roomId })).messages).toMatchObject([{ deleted: true, body: '' }])
  const told = await db()
    .select({ text: notification.text })
    .from(notification)
    .where(eq(notification.personId, owner.personId))
  expect(told).toEqual([
    { text: 'A moderator looked at what you reported and removed the message.' },
  ])
  expect((await audited()).map(([action]) => action)).toEqual(['member:muted', 'message:removed'])
})

it('undoes a removal for whoever removed it alone, and writes both down', async () => {
  const messageId = await say(member, { ...message(), body: `Ask @${owner.handle}` })
  const unread = async () => (await getRoom(owner, { roomId })).unread
  expect(await unread()).toMatchObject({ messages: { count: 1 }, mentions: { count: 1 } })
  await deleteMessage(maintainer, { roomId, messageId })
  expect(await unread()).toMatchObject({ messages: { count: 0 }, mentions: { count: 0 } })
  for (const who of [member, owner])
    await expect(restoreMessage(who, { roomId, messageId })).rejects.toMatchObject({
      code: 'Forbidden',
    })
  await restoreMessage(maintainer, { roomId, messageId })
  expect(await unread()).toMatchObject({ messages: { count: 1 }, mentions: { count: 1 } })
  expect(await audited()).toEqual([
    ['message:removed', maintainer.personId],
    ['message:restored', maintainer.personId],
  ])
  await deleteMessage(member, { roomId, messageId })
  await mute(owner, member)
  const refused = { code: 'Forbidden' }
  await expect(restoreMessage(member, { roomId, messageId })).rejects.toMatchObject(refused)
  const other = await say(owner)
  await expect(pinMessage(member, { roomId, messageId: other })).rejects.toMatchObject(refused)
})

it('removes a reported reply from its thread, and no undo of its author brings it back', async () => {
  const moderator = await createPerson()
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  const threadId = await say(owner)
  const reply = (body: string) => ({ ...message(), threadId, body })
  const decide = async (messageId: string) => {
    await reportMessage(owner, { roomId, messageId, reason: 'spam', details: '' })
    const [waits] = await db().select().from(report).where(eq(report.messageId, messageId))
    return () => decideReport(moderator, { reportId: waits?.id ?? '', decision: 'remove' })
  }
  const first = await say(member, reply(`Look, @${owner.handle}`))
  const second = await say(member, reply('Look again'))
  expect(await listRooms(owner)).toMatchObject([{ unread: 0, mentions: 1, threads: 1 }])
  const remove = await decide(first)
  await remove()
  expect(await listRooms(owner)).toMatchObject([{ mentions: 0, threads: 1 }])
  expect((await getRoom(owner, { roomId })).messages).toMatchObject([{ thread: { replies: 1 } }])
  const removeSecond = await decide(second)
  await deleteMessage(member, { roomId, messageId: second })
  await removeSecond()
  await expect(restoreMessage(member, { roomId, messageId: second })).rejects.toMatchObject({
    code: 'Conflict',
  })
  expect((await listThreads(owner, { roomId })).threads).toMatchObject([
    { unread: 0, root: { thread: { replies: 0 } } },
  ])
})
