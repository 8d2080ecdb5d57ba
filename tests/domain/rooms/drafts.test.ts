import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/domain/actor'
import { getRoom } from '@/domain/rooms/get-room'
import { mutePerson } from '@/domain/rooms/mute-person'
import { saveDraft } from '@/domain/rooms/save-draft'
import { sendMessage } from '@/domain/rooms/send-message'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

let owner: Actor
let member: Actor
let roomId: string
beforeEach(async () => {
  ;[owner, member] = await Promise.all([createPerson(), createPerson()])
  const project = await createProject(owner)
  roomId = project.roomId
  await addMember(project.id, member)
})
const save = (who: Actor, body: string, version: number, more = {}) =>
  saveDraft(who, { roomId, threadId: null, replyToId: null, body, version, ...more })

it('is found by every device of its person, and by nobody else', async () => {
  const { event } = await sendMessage(owner, {
    ...{ roomId, clientId: randomUUID(), body: 'A question', replyToId: null },
  })
  if (event.kind !== 'message:created') throw new Error(event.kind)
  const replyToId = event.message.id
  await save(member, 'Begun', 0, { replyToId })
  expect((await getRoom(member, { roomId })).draft).toEqual({
    ...{ body: 'Begun', version: 1 },
    replyTo: { id: replyToId, authorName: owner.name, excerpt: 'A question' },
  })
  expect((await getRoom(owner, { roomId })).draft).toMatchObject({ body: '', version: 0 })
})

it('is the newest one, by its version, however many save at once', async () => {
  await save(member, 'One', 0)
  expect(await save(member, 'Late', 0)).toMatchObject({
    saved: false,
    draft: { body: 'One', version: 1 },
  })
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => save(member, `Text ${at}`, 1)),
  )
  expect(answers.filter(({ saved }) => saved)).toHaveLength(1)
  expect((await getRoom(member, { roomId })).draft.version).toBe(2)
  // Sent: the version tells other devices so.
  expect(await save(member, '', 2)).toMatchObject({ draft: { body: '', version: 3 } })
})

it('stays with whoever is muted, has a place per thread, and answers only what is in the room', async () => {
  const { event } = await sendMessage(member, {
    ...{ roomId, clientId: randomUUID(), body: 'Hi', replyToId: null },
  })
  if (event.kind !== 'message:created') throw new Error(event.kind)
  const mute = { roomId, personId: member.personId, minutes: null, reason: 'Cool down.' }
  await mutePerson(owner, mute)
  await save(member, 'In the room', 0)
  await save(member, 'In the thread', 0, { threadId: event.message.id })
  expect((await getRoom(member, { roomId })).draft.body).toBe('In the room')
  for (const more of [{ replyToId: randomUUID() }, { threadId: randomUUID() }])
    await expect(save(member, 'x', 5, more)).rejects.toMatchObject({ code: 'NotFound' })
})
