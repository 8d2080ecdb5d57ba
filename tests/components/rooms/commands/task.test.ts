import { describe, expect, it } from 'vitest'
import { readTask, taskCommand, taskMessage } from '@/components/rooms/commands/task'
import { linkedIds } from '@/contracts/room-links'
import { enter, FakeRoom, personNamed } from '../fake-room'

const [maya, otto] = [personNamed('Maya'), personNamed('Otto')]
const people = [maya, otto]
const member = { role: 'member', status: 'active', opening: null, timeZone: 'UTC' } as const
const joinedAt = new Date(0).toISOString()

describe('what is to be done, and who does it', () => {
  it.each([
    ['Mend the roof', 'Mend the roof', null],
    ['Mend the roof @otto', 'Mend the roof', otto],
    ['@Maya mend  the\nroof', 'mend the roof', maya],
    ['Mend, @otto', 'Mend', otto],
    ['Ask @nobody, then @otto and @maya', 'Ask @nobody, then and @maya', otto],
    ['Mail me@otto.dev', 'Mail me@otto.dev', null],
    ['Rename `@otto` to it', 'Rename `@otto` to it', null],
    ['@otto', '', otto],
  ])('%j', (text, title, assignee) => {
    expect(readTask(text, people)).toEqual({ title, assignee })
  })
})

function inRoom() {
  const room = new FakeRoom()
  const { store, connection } = enter(room, maya, {
    page: {
      ...room.page(50, maya.id),
      people: people.map((one) => ({ ...one, ...member, joinedAt })),
    },
  })
  const place = { store, threadId: null, zone: 'UTC' }
  const run = (argument: string) => Promise.resolve(taskCommand.run(argument, place))
  const asked = (name: string) =>
    connection.asked.filter((one) => one.name === name).map(({ input }) => input)
  return { room, connection, run, asked }
}

describe('/task', () => {
  it('puts a card on the board, gives it to who is named, and says so', async () => {
    const { room, run, asked } = inRoom()
    const result = await run('Mend *the* roof @otto')
    const [made] = asked('task:create')
    expect(made).toMatchObject({ roomId: room.id, title: 'Mend *the* roof' })
    const taskId = String(made?.taskId)
    expect(asked('task:change')).toEqual([{ roomId: room.id, taskId, assigneeId: otto.id }])
    const body = taskMessage(room.id, { id: taskId, title: 'Mend *the* roof' }, otto)
    expect(result).toEqual({ kind: 'send', body })
    expect(body).toContain('Task [Mend \\*the\\* roof](')
    expect(linkedIds(body, room.id, 'task')).toEqual([taskId])
  })

  it('asks nothing of a task without words, or with too many', async () => {
    const { run, asked } = inRoom()
    for (const argument of ['', '@otto', 'x'.repeat(201)])
      expect(await run(argument)).toMatchObject({ kind: 'problem' })
    expect(asked('task:create')).toEqual([])
  })

  it('is one task however often it is tried, and another one after that', async () => {
    const { connection, run, asked } = inRoom()
    connection.loses = (name) => name === 'task:create'
    expect(await run('Mend @otto')).toMatchObject({ kind: 'problem' })
    connection.loses = (name) => name === 'task:change'
    const halfway = await run('Mend @otto')
    expect(halfway).toMatchObject({ kind: 'problem' })
    expect(JSON.stringify(halfway)).toContain('not given to Otto')
    connection.loses = () => false
    expect(await run('Mend @otto')).toMatchObject({ kind: 'send' })
    expect(new Set(asked('task:create').map(({ taskId }) => taskId)).size).toBe(1)
    expect(await run('Mend @otto')).toMatchObject({ kind: 'send' })
    expect(new Set(asked('task:create').map(({ taskId }) => taskId)).size).toBe(2)
  })

  it('is there in rooms of projects alone', () => {
    const { store } = enter(new FakeRoom(), maya)
    expect(taskCommand.fits(store)).toBe(true)
    const room = new FakeRoom()
    const step = enter(room, maya, { page: { ...room.page(50, maya.id), kind: 'step' } })
    expect(taskCommand.fits(step.store)).toBe(false)
  })
})
