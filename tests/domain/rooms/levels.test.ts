import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { editQuietHours } from '@/domain/accounts/edit-quiet-hours'
import type { Actor } from '@/domain/actor'
import { countTold } from '@/domain/rooms/count-told'
import { getRoom } from '@/domain/rooms/get-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { sendMessage } from '@/domain/rooms/send-message'
import { setRoomLevel } from '@/domain/rooms/set-room-level'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

let owner: Actor
let member: Actor
let roomId: string
beforeEach(async () => {
  ;[owner, member] = await Promise.all([createPerson(), createPerson({ timeZone: 'Asia/Tokyo' })])
  const project = await createProject(owner)
  roomId = project.roomId
  await addMember(project.id, member)
  await sendMessage(owner, { roomId, clientId: randomUUID(), body: 'Hello.', replyToId: null })
})

it('lets through what its person chose, and counts the room itself exactly all the same', async () => {
  for (const [level, told] of [
    ['all', 1],
    ['mentions', 0],
    ['none', 0],
  ] as const) {
    await setRoomLevel(member, { roomId, level })
    const rooms = await listRooms(member)
    expect(rooms).toMatchObject([{ level, unread: 1, told }])
    expect(await countTold(member, rooms)).toBe(told)
    expect((await getRoom(member, { roomId })).viewer.level).toBe(level)
  }
  const stranger = await createPerson()
  await expect(setRoomLevel(stranger, { roomId, level: 'all' })).rejects.toMatchObject({
    code: 'NotFound',
  })
})

it('lets mentions through where only these are wanted, in threads too, and threads where all is', async () => {
  const body = `Ask @${member.handle}`
  const say = async (more: object) => {
    const input = { roomId, clientId: randomUUID(), body, ...more }
    const { event } = await sendMessage(owner, input)
    return event.kind === 'message:created' ? event.message.id : ''
  }
  const threadId = await say({})
  await say({ threadId })
  for (const [level, told] of [
    ['all', 3],
    ['mentions', 2],
    ['none', 0],
  ] as const) {
    await setRoomLevel(member, { roomId, level })
    const rooms = await listRooms(member)
    expect(rooms).toMatchObject([{ unread: 2, mentions: 2, threads: 1, told }])
    expect(await countTold(member, rooms)).toBe(told)
  }
})

it('is silent in quiet hours, by the clock of the person’s own zone', async () => {
  await editQuietHours(member, { hours: { days: [6], from: 9 * 60, to: 17 * 60 } })
  const rooms = await listRooms(member)
  // Saturday, 3 January 2026: noon in Tokyo, and the night before in Berlin.
  const noon = new Date('2026-01-03T03:00:00Z')
  expect(await countTold(member, rooms, noon)).toBe(0)
  expect(await countTold(member, rooms, new Date('2026-01-03T09:00:00Z'))).toBe(1)
  await editQuietHours(member, { hours: null })
  expect(await countTold(member, rooms, noon)).toBe(1)
})
