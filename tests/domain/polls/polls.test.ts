import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { sendMessageInput } from '@/contracts/inputs'
import { type PollView, votePollInput } from '@/contracts/polls'
import { db } from '@/db/client'
import {
  deletedMessage,
  membership,
  message,
  person,
  poll,
  pollVote,
  room,
  roomEvent,
} from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { decideReport } from '@/domain/moderation/decide-report'
import { listReports } from '@/domain/moderation/list-reports'
import { closePoll } from '@/domain/polls/close-poll'
import { vote } from '@/domain/polls/vote'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { enterStepRoom } from '@/domain/rooms/enter-step-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { mutePerson } from '@/domain/rooms/mute-person'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { purgeDeletedMessages } from '@/domain/rooms/purge-deleted-messages'
import { readMessages } from '@/domain/rooms/read-messages'
import { reportMessage } from '@/domain/rooms/report-message'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { searchMessages } from '@/domain/rooms/search-messages'
import { sendMessage } from '@/domain/rooms/send-message'
import { setSlowMode } from '@/domain/rooms/set-slow-mode'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

beforeAll(createCatalogue)

const stepId = 'apis'
const days = { options: ['Monday', 'Tuesday', 'Friday'], multiple: false }

async function ask(author: Actor, roomId: string, asked: object = days, more: object = {}) {
  const input = { roomId, clientId: randomUUID(), body: 'When do we meet?', poll: asked, ...more }
  const { event } = await sendMessage(author, sendMessageInput.parse(input))
  if (event.kind !== 'message:created') throw new Error(event.kind)
  return {
    event,
    input,
    messageId: event.message.id,
    target: { roomId, messageId: event.message.id },
  }
}
async function setUp(asked: object = days) {
  const [owner, member, other, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  await addMember(project.id, other)
  const { roomId } = project
  const { messageId, target } = await ask(member, roomId, asked)
  const choose = (who: Actor, choices: number[]) =>
    vote(who, votePollInput.parse({ ...target, choices }))
  return { owner, member, other, outsider, project, roomId, messageId, target, choose }
}
async function pollOf(roomId: string, messageId: string): Promise<PollView | null | undefined> {
  const { messages } = await readMessages(db(), roomId)
  return messages.find(({ id }) => id === messageId)?.poll
}
const votesOf = async (roomId: string, messageId: string) =>
  (await pollOf(roomId, messageId))?.options.map(({ personIds }) => personIds)
const seqOf = async (roomId: string) => {
  const [row] = await db().select({ seq: room.seq }).from(room).where(eq(room.id, roomId))
  return row?.seq
}
const sorted = (...people: Actor[]) => people.map(({ personId }) => personId).sort()
const nameOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'ok',
    (error: Error) => error.name,
  )

describe('asking', () => {
  it('stores the poll with its message, once, and the log has none of its words', async () => {
    const { member, roomId } = await setUp()
    const first = await ask(member, roomId)
    const again = await sendMessage(member, sendMessageInput.parse(first.input))
    expect(again).toEqual({ event: first.event, repeated: true })
    expect(await pollOf(roomId, first.messageId)).toEqual({
      options: days.options.map((text) => ({ text, personIds: [] })),
      multiple: false,
      closed: false,
    })
    expect(await seqOf(roomId)).toBe(2)
    const log = await db().select().from(roomEvent).where(eq(roomEvent.roomId, roomId))
    expect(JSON.stringify(log)).not.toContain('Monday')
  })

  it('goes into threads, waits its turn in slow mode, and is refused to whoever is muted', async () => {
    const { owner, member, other, roomId, messageId } = await setUp()
    const inThread = await ask(other, roomId, days, { threadId: messageId })
    expect(inThread.event.kind === 'message:created' && inThread.event.message).toMatchObject({
      threadId: messageId,
      poll: { multiple: false },
    })
    await setSlowMode(owner, { roomId, seconds: 300 })
    await ask(member, roomId)
    expect(await nameOf(ask(member, roomId))).toBe('RateLimited')
    await setSlowMode(owner, { roomId, seconds: 0 })
    const mute = { roomId, personId: member.personId, minutes: 10 as const, reason: 'Spam' }
    await mutePerson(owner, mute)
    expect(await nameOf(ask(member, roomId))).toBe('Forbidden')
  })

  it('takes two to ten different options of a line each, and a question', () => {
    const parse = (asked: object, body = 'Which?') =>
      sendMessageInput.safeParse({
        ...{ roomId: randomUUID(), clientId: randomUUID(), body },
        poll: { multiple: false, ...asked },
      })
    expect(parse({ options: [' a\n b ', 'c'] }).data?.poll?.options).toEqual(['a b', 'c'])
    const messages = [
      parse({ options: ['a'] }),
      parse({ options: Array.from({ length: 11 }, (_, at) => `${at}`) }),
      parse({ options: ['a', ' A '] }),
      parse({ options: ['a', 'x'.repeat(121)] }),
      parse({ options: ['a', '\u200b'] }),
      parse({ options: ['a', 'b'] }, ' '),
    ].map(({ error }) => error?.issues.at(-1)?.message)
    expect(messages).toEqual([
      'Give at least two options.',
      'A poll has 10 options at most.',
      'This option is there already.',
      'Keep an option to 120 characters.',
      'Write an option.',
      'Ask a question.',
    ])
  })
})

describe('voting', () => {
  it('counts, changes, is taken back, and takes no number when nothing changes', async () => {
    const { owner, member, other, roomId, messageId, choose } = await setUp()
    await choose(owner, [1])
    await choose(other, [1])
    await choose(member, [0])
    expect(await votesOf(roomId, messageId)).toEqual([[member.personId], sorted(owner, other), []])
    const { seq } = await choose(owner, [2])
    expect(await choose(owner, [2])).toEqual({ seq })
    expect(await votesOf(roomId, messageId)).toEqual([
      [member.personId],
      [other.personId],
      [owner.personId],
    ])
    await choose(owner, [])
    expect(await choose(owner, [])).toEqual({ seq: seq + 1 })
    expect(await votesOf(roomId, messageId)).toEqual([[member.personId], [other.personId], []])
    expect(await seqOf(roomId)).toBe(seq + 1)
  })

  it('takes one option or several, as the poll says, and none that is not there', async () => {
    const { owner, choose } = await setUp()
    expect(await nameOf(choose(owner, [0, 1]))).toBe('Invalid')
    expect(await nameOf(choose(owner, [3]))).toBe('Invalid')
    const several = await setUp({ ...days, multiple: true })
    await several.choose(several.owner, [2, 0, 2])
    const own = [several.owner.personId]
    expect(await votesOf(several.roomId, several.messageId)).toEqual([own, [], own])
  })

  it('keeps one of many choices that a person makes at once, and tells the room which', async () => {
    const { owner, roomId, messageId, choose } = await setUp()
    await Promise.all(Array.from({ length: 12 }, (_, at) => choose(owner, [at % 3])))
    const { events } = await joinRoom(owner, { roomId, afterSeq: 0 })
    const told = events.flatMap((event) => (event.kind === 'poll:voted' ? [event.choices] : []))
    const votes = await votesOf(roomId, messageId)
    expect(votes?.flat()).toEqual([owner.personId])
    expect(votes?.findIndex((one) => one.length === 1)).toBe(told.at(-1)?.[0])
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1))
  })

  it('is for those in the room, while they may write: nobody else, and not after they left', async () => {
    const { owner, member, other, outsider, project, roomId, messageId, target, choose } =
      await setUp()
    expect(await nameOf(choose(outsider, [0]))).toBe('NotFound')
    expect(await nameOf(closePoll(outsider, target))).toBe('NotFound')
    const mute = { roomId, personId: member.personId, minutes: 10 as const, reason: 'Spam' }
    await choose(member, [0])
    await choose(other, [2])
    await mutePerson(owner, mute)
    expect(await nameOf(choose(member, [1]))).toBe('Forbidden')
    expect(await nameOf(closePoll(member, target))).toBe('Forbidden')
    await db()
      .update(membership)
      .set({ status: 'removed', endedAt: sql`now()` })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, other.personId)))
    expect(await nameOf(choose(other, [1]))).toBe('NotFound')
    // What they chose stays for as long as they have an account.
    expect(await votesOf(roomId, messageId)).toEqual([[member.personId], [], [other.personId]])
    await db().delete(person).where(eq(person.id, other.personId))
    expect(await votesOf(roomId, messageId)).toEqual([[member.personId], [], []])
  })

  it('finds no poll in another message, and none in a room of somebody else', async () => {
    const { owner, outsider, roomId, messageId } = await setUp()
    const plain = await sendMessage(owner, { roomId, clientId: randomUUID(), body: 'Hello' })
    if (plain.event.kind !== 'message:created') throw new Error(plain.event.kind)
    const target = { roomId, messageId: plain.event.message.id }
    expect(await nameOf(vote(owner, { ...target, choices: [0] }))).toBe('NotFound')
    expect(await nameOf(closePoll(owner, target))).toBe('NotFound')
    const own = await createProject(outsider)
    expect(await nameOf(vote(outsider, { roomId: own.roomId, messageId, choices: [0] }))).toBe(
      'NotFound',
    )
  })
})

describe('closing', () => {
  it('is for its author and who keeps order, ends the voting, and happens once', async () => {
    const { owner, member, other, roomId, messageId, target, choose } = await setUp()
    await choose(other, [1])
    expect(await nameOf(closePoll(other, target))).toBe('Forbidden')
    const { seq } = await closePoll(member, target)
    expect(await closePoll(owner, target)).toEqual({ seq })
    expect(await nameOf(choose(other, [0]))).toBe('Conflict')
    expect(await nameOf(choose(other, []))).toBe('Conflict')
    expect(await pollOf(roomId, messageId)).toMatchObject({
      options: [{ personIds: [] }, { personIds: [other.personId] }, { personIds: [] }],
      closed: true,
    })
    const byLead = await ask(member, roomId)
    expect(await nameOf(closePoll(owner, byLead.target))).toBe('ok')
  })

  it('lets no vote in behind it, however they race', async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, member, other, roomId, messageId, target, choose } = await setUp()
      const [closing, ...votes] = await Promise.all([
        nameOf(closePoll(member, target)),
        nameOf(choose(owner, [0])),
        nameOf(choose(other, [1])),
        nameOf(choose(member, [2])),
      ])
      expect(closing).toBe('ok')
      expect(votes.filter((one) => one !== 'ok' && one !== 'Conflict')).toEqual([])
      const { events } = await joinRoom(owner, { roomId, afterSeq: 1 })
      expect(events.at(-1)?.kind).toBe('poll:closed')
      const counted = votes.filter((one) => one === 'ok').length
      expect((await votesOf(roomId, messageId))?.flat()).toHaveLength(counted)
      expect(events).toHaveLength(counted + 1)
    }
  })
})

it('is the same in rooms of steps and of two people, where others keep order', async () => {
  const [author, moderator, other] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  for (const who of [author, moderator, other])
    await setStepState(who, { stepId, state: 'learning' })
  const { roomId } = await enterStepRoom(author, { stepId })
  for (const who of [moderator, other]) await enterStepRoom(who, { stepId })
  const { target, messageId } = await ask(author, roomId)
  await vote(other, { ...target, choices: [2] })
  expect(await votesOf(roomId, messageId)).toEqual([[], [], [other.personId]])
  expect(await nameOf(closePoll(other, target))).toBe('Forbidden')
  expect(await nameOf(closePoll(moderator, target))).toBe('ok')

  const direct = await openDirectRoom(author, moderator)
  const between = await ask(author, direct.roomId)
  await vote(moderator, { ...between.target, choices: [0] })
  expect(await nameOf(closePoll(moderator, between.target))).toBe('Forbidden')
  expect(await nameOf(vote(other, { ...between.target, choices: [0] }))).toBe('NotFound')
  expect(await nameOf(closePoll(author, between.target))).toBe('ok')
})

it('is shown to moderators with its options when it is reported, and removed by them for good', async () => {
  const { owner, member, messageId, target } = await setUp()
  const moderator = await createPerson()
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  await reportMessage(owner, { ...target, reason: 'spam', details: '' })
  const waits = (await listReports(moderator)).find(({ body }) => body === 'When do we meet?')
  if (!waits) throw new Error('no report')
  expect(waits.options).toEqual(days.options)
  await deleteMessage(member, target)
  await decideReport(moderator, { reportId: waits.id, decision: 'remove' })
  expect(await nameOf(restoreMessage(member, target))).toBe('Conflict')
  expect(await db().select().from(poll).where(eq(poll.messageId, messageId))).toEqual([])
})

describe('a deletion', () => {
  it('takes the poll from everybody, and an undo brings it back with its votes', async () => {
    const { owner, member, roomId, messageId, target, choose } = await setUp()
    await choose(owner, [1])
    await deleteMessage(member, target)
    expect(await pollOf(roomId, messageId)).toBeNull()
    expect(await nameOf(choose(owner, [0]))).toBe('Conflict')
    expect(await nameOf(closePoll(member, target))).toBe('Conflict')
    const hidden = await joinRoom(owner, { roomId, afterSeq: 0 })
    expect(JSON.stringify(hidden)).not.toContain('Monday')
    await restoreMessage(member, target)
    expect(await votesOf(roomId, messageId)).toEqual([[], [owner.personId], []])
    const { events } = await joinRoom(owner, { roomId, afterSeq: 3 })
    expect(events).toMatchObject([
      { kind: 'message:restored', poll: { options: [{}, { personIds: [owner.personId] }, {}] } },
    ])
  })

  it('is for good once it cannot be undone', async () => {
    const { owner, member, messageId, target, choose } = await setUp()
    await choose(owner, [1])
    await deleteMessage(member, target)
    const mine = eq(deletedMessage.messageId, messageId)
    await db()
      .update(deletedMessage)
      .set({ deletedAt: sql`now() - interval '2 minutes'` })
      .where(mine)
    await purgeDeletedMessages()
    expect(await db().select().from(poll).where(eq(poll.messageId, messageId))).toEqual([])
    expect(await db().select().from(pollVote).where(eq(pollVote.messageId, messageId))).toEqual([])
    expect(await db().select().from(message).where(eq(message.id, messageId))).toHaveLength(1)
  })
})

it('is found by its question', async () => {
  const { owner, roomId, messageId } = await setUp()
  const { messages } = await searchMessages(owner, { roomId, query: 'meet', after: null })
  expect(messages.map(({ id }) => id)).toEqual([messageId])
})
