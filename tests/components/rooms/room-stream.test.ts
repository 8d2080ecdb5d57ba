import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bodiesOf, enter, FakeRoom, personNamed, settle } from './fake-room'

const maya = personNamed('Maya')
const kaveh = personNamed('Kaveh')
const joins = (of: ReturnType<typeof enter>) =>
  of.connection.asked.filter(({ name }) => name === 'room:join').length
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `message ${at + 1}`)

describe('following a room', () => {
  it('catches up from the rendered page, page by page, before it is live', async () => {
    const room = new FakeRoom()
    room.pageSize = 3
    room.say(kaveh, 'message 1')
    const page = room.page()
    for (const body of numbered(8).slice(1)) room.say(kaveh, body)
    const one = enter(room, maya, { page })
    expect(one.store.getView().phase).toBe('joining')
    await settle()
    expect(one.store.getView().phase).toBe('live')
    expect(bodiesOf(one.store)).toEqual(numbered(8))
    expect(joins(one)).toBe(3)
  })

  it('takes what comes twice or out of order once and in order, without asking', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    const held: Parameters<typeof one.connection.way>[0] = []
    one.connection.way = (events) => {
      held.push(...events)
      return []
    }
    for (const body of numbered(4)) room.say(kaveh, body)
    const [first, second, third, fourth] = held
    for (const event of [second, fourth, first, second, third, third])
      if (event) one.connection.tell('room:advanced', { roomId: room.id, events: [event] })
    await one.clock.advance(10_000)
    expect(bodiesOf(one.store)).toEqual(numbered(4))
    expect(joins(one)).toBe(1)
  })

  it('asks for a number that stays missing', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.way = () => []
    room.say(kaveh, 'message 1')
    one.connection.way = (events) => [events]
    room.say(kaveh, 'message 2')
    await settle()
    expect(bodiesOf(one.store)).toEqual([])
    await one.clock.advance(1_000)
    expect(bodiesOf(one.store)).toEqual(numbered(2))
    expect(joins(one)).toBe(2)
  })

  it('ignores events of other rooms', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    const other = new FakeRoom()
    await settle()
    const event = other.say(kaveh, 'elsewhere')
    one.connection.tell('room:advanced', { roomId: other.id, events: [event] })
    expect(bodiesOf(one.store)).toEqual([])
  })

  it('catches up after a cut, with what was edited and deleted meanwhile', async () => {
    const room = new FakeRoom()
    const kept = room.say(kaveh, 'draft')
    const gone = room.say(kaveh, 'a secret')
    const one = enter(room, maya)
    await settle()
    one.connection.setStatus('offline')
    if (kept.kind !== 'message:created' || gone.kind !== 'message:created') throw new Error()
    room.edit(kept.message, 'final')
    room.remove(gone.message)
    room.say(kaveh, 'and more')
    one.connection.setStatus('online')
    await settle()
    expect(bodiesOf(one.store)).toEqual(['final', '', 'and more'])
  })

  it('starts afresh when too far behind, and goes on from there', async () => {
    const room = new FakeRoom()
    room.limit = 10
    let reloads = 0
    const one = enter(room, maya, { reload: () => reloads++ })
    await settle()
    one.connection.setStatus('offline')
    for (const body of numbered(120)) room.say(kaveh, body)
    one.connection.setStatus('online')
    await settle()
    expect(bodiesOf(one.store)).toEqual(numbered(120).slice(-50))
    expect(one.store.getView().more).toBe(true)
    expect(reloads).toBe(1)
    room.say(kaveh, 'message 121')
    expect(bodiesOf(one.store).at(-1)).toBe('message 121')
  })

  it('starts afresh when the database was restored to an earlier state', async () => {
    const room = new FakeRoom()
    for (const body of numbered(5)) room.say(kaveh, body)
    const one = enter(room, maya)
    await settle()
    one.connection.setStatus('reconnecting')
    room.events = room.events.slice(0, 2)
    one.connection.setStatus('online')
    await settle()
    room.say(kaveh, 'message 3, again')
    expect(bodiesOf(one.store)).toEqual([...numbered(2), 'message 3, again'])
  })

  it('tries again while the server does not answer, and ends when the room is closed', async () => {
    const room = new FakeRoom()
    room.say(kaveh, 'message 1')
    const one = enter(room, maya, { page: { ...room.page(), seq: 0, messages: [] } })
    one.connection.refuse = () => ({ ok: false, code: 'Unavailable', message: '' })
    await settle()
    one.connection.refuse = () => undefined
    await one.clock.advance(2_000)
    expect(bodiesOf(one.store)).toEqual(numbered(1))
    one.connection.tell('room:closed', { roomId: room.id })
    expect(one.store.getView().phase).toBe('closed')

    const outsider = enter(room, personNamed('Linh'))
    outsider.connection.refuse = () => ({ ok: false, code: 'NotFound', message: '' })
    await settle()
    expect(outsider.store.getView().phase).toBe('closed')
  })

  it('reads older messages, with a change that passes while they are on their way', async () => {
    const room = new FakeRoom()
    for (const body of numbered(80)) room.say(kaveh, body)
    const one = enter(room, maya)
    await settle()
    expect(bodiesOf(one.store)).toEqual(numbered(80).slice(-50))
    const first = room.page(80).messages[0]
    const stale = one.connection.request.bind(one.connection)
    // The answer was read before the edit, and arrives after it.
    one.connection.request = async (name, input) => {
      const answer = structuredClone(await stale(name, input))
      if (name === 'room:load' && first) room.edit(first, 'edited')
      return answer
    }
    expect(await one.store.loadOlder()).toBe(true)
    expect(bodiesOf(one.store)).toEqual(['edited', ...numbered(80).slice(1)])
    expect(one.store.getView().more).toBe(false)
    expect(await one.store.loadOlder()).toBe(false)
  })

  it('tells who joined and left, and reads new messages out once', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    const linh = personNamed('Linh')
    room.append({ kind: 'member:joined', person: linh, role: 'member' })
    room.say(linh, 'Hello, **all**')
    room.append({ kind: 'member:left', person: linh, how: 'left' })
    const view = one.store.getView()
    expect(view.notices.map(({ text }) => text)).toEqual([
      'Linh joined the team.',
      'Linh is no longer on the team.',
    ])
    expect(view.people).toEqual([])
    expect(view.spoken.map(({ text }) => text)).toContain('Linh: Hello, all')
  })

  it('reads out what others ask about the files, and forgets a deleted question everywhere', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    const at = new Date(0).toISOString()
    const [documentId, markId] = [randomUUID(), randomUUID()]
    const document = { id: documentId, path: 'src/app.py', createdAt: at }
    room.append({ kind: 'document:created', document })
    const anchors = { from: { item: null, assoc: 0 }, to: { item: null, assoc: -1 } }
    const words = { quote: 'x = 1', body: 'Why one?', resolved: null }
    const ask = (id: string, author = kaveh) =>
      room.append({
        kind: 'mark:added',
        mark: { id, documentId, ...anchors, ...words, author, at },
      })
    ask(markId)
    ask(randomUUID(), maya)
    const spoken = () => one.store.getView().spoken.map(({ text }) => text)
    expect(spoken()).toEqual(['Kaveh asks about src/app.py: Why one?'])

    const nobody = { assigneeId: null, stepId: null, createdById: null }
    const task = { id: randomUUID(), title: 'Find out', state: 'todo' as const, markId, at }
    room.append({ kind: 'task:created', task: { ...task, ...nobody } })
    room.append({ kind: 'mark:deleted', markId })
    const { marks, tasks } = one.store.getView()
    expect(marks.map(({ author }) => author.name)).toEqual(['Maya'])
    expect(tasks).toMatchObject([{ title: 'Find out', markId: null }])
  })

  it('shows who types until they send or stop', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    const typing = { roomId: room.id, personId: kaveh.id, name: kaveh.name }
    const names = () => one.store.getView().typing.map(({ name }) => name)
    one.connection.tell('typing:started', typing)
    one.connection.tell('typing:started', { ...typing, personId: maya.id, name: 'Maya' })
    expect(names()).toEqual(['Kaveh'])
    room.say(kaveh, 'there')
    expect(names()).toEqual([])
    one.connection.tell('typing:started', typing)
    await one.clock.advance(6_000)
    expect(names()).toEqual([])
  })
})

describe('one’s own changes', () => {
  it('are shown at once, stay when stored, and go back when refused', async () => {
    const room = new FakeRoom()
    room.say(maya, 'first try')
    const one = enter(room, maya)
    await settle()
    const [message] = one.store.getView().messages
    if (!message) throw new Error('no message')
    const edit = one.store.edit(message.id, 'second try')
    expect(bodiesOf(one.store)).toEqual(['second try'])
    expect(await edit).toBeUndefined()
    expect(bodiesOf(one.store)).toEqual(['second try'])
    one.connection.refuse = () => ({ ok: false, code: 'Forbidden', message: 'Not yours.' })
    const removal = one.store.remove(message.id)
    expect(one.store.getView().messages[0]?.deleted).toBe(true)
    expect(await removal).toBe('Not yours.')
    expect(bodiesOf(one.store)).toEqual(['second try'])
  })
})

describe('what is new', () => {
  it('is counted, marked where it begins, and read in every tab', async () => {
    const room = new FakeRoom()
    room.say(kaveh, 'old')
    room.reads.set(maya.id, { lastReadSeq: 1, epoch: 0 })
    room.say(kaveh, 'new')
    const one = enter(room, maya)
    const other = enter(room, maya)
    await settle()
    expect(one.store.getView()).toMatchObject({ unread: 1, divider: 1 })
    one.store.look(true, true)
    await one.clock.advance(2_000)
    expect(room.markOf(maya.id).lastReadSeq).toBe(2)
    expect(one.store.getView()).toMatchObject({ unread: 0, divider: 1 })
    expect(other.store.getView()).toMatchObject({ unread: 0, divider: null })
    one.store.look(false, true)
    room.say(kaveh, 'newer')
    room.say(maya, `from my phone ${randomUUID()}`)
    room.say(kaveh, 'newest')
    expect(one.store.getView()).toMatchObject({ unread: 2, divider: 2 })
  })

  it('is what its reader marks unread again, in every tab, until they come back to it', async () => {
    const room = new FakeRoom()
    const said = ['one', 'two', 'three'].map((body) => room.say(kaveh, body))
    const [one, other] = [enter(room, maya), enter(room, maya)]
    for (const { store } of [one, other]) store.look(true, true)
    for (const { clock } of [one, other]) await clock.advance(2_000)
    expect(room.unread(maya.id).messages.count).toBe(0)

    // Read on the other tab at the same moment, and told late: it belongs to before.
    room.say(kaveh, 'four')
    expect(other.store.getView().unread).toBe(0)
    const from = said[1]?.kind === 'message:created' ? said[1].message.id : ''
    expect(await one.store.markUnread(from)).toBeUndefined()
    for (let rounds = 0; rounds < 3; rounds++)
      for (const { clock } of [one, other]) await clock.advance(2_000)
    for (const { store } of [one, other]) {
      expect(store.getView()).toMatchObject({ unread: 3, firstUnread: 2, divider: 1 })
      store.look(true, false)
      store.look(true, true)
    }
    room.say(kaveh, 'five')
    for (const { clock } of [one, other]) await clock.advance(2_000)
    expect(room.unread(maya.id).messages.count).toBe(4)

    other.store.look(false, true)
    other.store.look(true, true)
    for (const { clock } of [other, one]) await clock.advance(2_000)
    expect(room.unread(maya.id).messages.count).toBe(0)
    expect(one.store.getView()).toMatchObject({ unread: 0, divider: null })
  })

  it('is not read before its reader has seen where it begins, when that is further up', async () => {
    const room = new FakeRoom()
    for (const body of numbered(80)) room.say(kaveh, body)
    const one = enter(room, maya)
    one.store.look(true, true)
    await one.clock.advance(2_000)
    expect(one.store.getView()).toMatchObject({ unread: 80, firstUnread: 1 })
    one.store.markRead()
    await one.clock.advance(2_000)
    expect(one.store.getView()).toMatchObject({ unread: 0, divider: null })
    expect(room.unread(maya.id).messages.count).toBe(0)
  })
})
