import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import type { StepState } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { person, room, seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { getStep } from '@/domain/roadmap/get-step'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { enterStepRoom } from '@/domain/rooms/enter-step-room'
import { getRoom } from '@/domain/rooms/get-room'
import { leaveStepRoom } from '@/domain/rooms/leave-step-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { sendMessage } from '@/domain/rooms/send-message'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

beforeAll(createCatalogue)

const stepId = 'apis'
async function learner(state: StepState = 'learning', at = stepId) {
  const who = await createPerson()
  await setStepState(who, { stepId: at, state })
  return who
}
const say = (who: Actor, roomId: string, body = 'Hello.') =>
  sendMessage(who, { roomId, clientId: randomUUID(), body, replyToId: null })
const isSeated = async (who: Actor, roomId: string) =>
  (await db().$count(seat, and(eq(seat.roomId, roomId), eq(seat.personId, who.personId)))) === 1

it('is made once, by whoever of the learners enters first', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => learner('learning', 'testing')))
  const entered = await Promise.all(
    people.flatMap((who) => [
      enterStepRoom(who, { stepId: 'testing' }),
      enterStepRoom(who, { stepId: 'testing' }),
    ]),
  )
  expect(new Set(entered.map(({ roomId }) => roomId)).size).toBe(1)
  expect(await db().$count(room, eq(room.stepId, 'testing'))).toBe(1)
  expect(await db().$count(seat, eq(seat.roomId, entered[0]?.roomId ?? ''))).toBe(8)
})

it('is for those who learn the step or have learned it, and shows them no list of everybody', async () => {
  const [learns, did, skipped, stranger] = await Promise.all([
    learner(),
    learner('done'),
    learner('skipped'),
    createPerson(),
  ])
  const { roomId } = await enterStepRoom(learns, { stepId })
  await enterStepRoom(did, { stepId })
  for (const who of [skipped, stranger]) {
    await expect(enterStepRoom(who, { stepId })).rejects.toMatchObject({ code: 'Forbidden' })
    await expect(getRoom(who, { roomId })).rejects.toMatchObject({ code: 'NotFound' })
    expect((await getStep(who, { stepId })).room).toEqual({ roomId: null, mayEnter: false })
  }
  expect((await getStep(learns, { stepId })).room).toEqual({ roomId, mayEnter: true })
  await expect(enterStepRoom(learns, { stepId: 'no-such' })).rejects.toMatchObject({
    code: 'NotFound',
  })
  await say(did, roomId)
  const page = await getRoom(learns, { roomId })
  expect(page).toMatchObject({ kind: 'step', title: 'APIs', people: [], step: { id: stepId } })
  expect(page.messages.at(-1)?.author.name).toBe(did.name)
  expect(page.viewer).toMatchObject({ moderates: false, level: 'mentions' })
  // Counted exactly, and told to nobody who did not ask to be told everything.
  expect(await listRooms(learns)).toMatchObject([{ kind: 'step', unread: 1, told: 0 }])
})

it('begins where one comes in: what was said before waits for nobody', async () => {
  const [early, late] = await Promise.all([learner(), learner()])
  const { roomId } = await enterStepRoom(early, { stepId })
  await say(early, roomId)
  await enterStepRoom(late, { stepId })
  expect(await listRooms(late)).toMatchObject([{ unread: 0 }])
})

it('is left by a button, and by leaving the step; being done keeps it', async () => {
  const who = await learner()
  const { roomId } = await enterStepRoom(who, { stepId })
  await setStepState(who, { stepId, state: 'done' })
  expect(await isSeated(who, roomId)).toBe(true)
  await leaveStepRoom(who, { stepId })
  expect(await isSeated(who, roomId)).toBe(false)
  for (const state of ['skipped', 'not_started'] as const) {
    await setStepState(who, { stepId, state: 'learning' })
    await enterStepRoom(who, { stepId })
    await setStepState(who, { stepId, state })
    expect(await isSeated(who, roomId)).toBe(false)
  }
})

it('has nobody who put the step back, however the two meet', async () => {
  const { roomId } = await enterStepRoom(await learner(), { stepId })
  for (let round = 0; round < 10; round++) {
    const who = await learner()
    await Promise.all([
      enterStepRoom(who, { stepId }).catch(() => {}),
      setStepState(who, { stepId, state: 'not_started' }),
    ])
    expect(await isSeated(who, roomId)).toBe(false)
  }
})

it('is kept in order by moderators, who may come in', async () => {
  const [writer, reader, moderator] = await Promise.all([learner(), learner(), createPerson()])
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  const { roomId } = await enterStepRoom(writer, { stepId })
  await enterStepRoom(reader, { stepId })
  await enterStepRoom(moderator, { stepId })
  expect((await getRoom(moderator, { roomId })).viewer.moderates).toBe(true)
  const { event } = await say(writer, roomId)
  if (event.kind !== 'message:created') throw new Error(event.kind)
  const input = { roomId, messageId: event.message.id }
  await expect(deleteMessage(reader, input)).rejects.toMatchObject({ code: 'Forbidden' })
  await deleteMessage(moderator, input)
  expect((await getRoom(reader, { roomId })).messages.at(-1)).toMatchObject({ deleted: true })
})
