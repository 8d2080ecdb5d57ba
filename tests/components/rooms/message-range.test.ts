import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptMessages } from '@/components/rooms/message-window'
import { enter, FakeRoom, personNamed, settle } from './fake-room'

const maya = personNamed('Maya')
const kaveh = personNamed('Kaveh')
const numbered = (room: FakeRoom, count: number) => {
  for (let each = 1; each <= count; each++) room.say(kaveh, `message ${each}`)
}
const seqs = ({ store }: ReturnType<typeof enter>) => store.getView().messages.map(({ seq }) => seq)

describe('the part of a conversation at hand', () => {
  it('walks through a long past within its bound, back to the first message and on to the last', async () => {
    const room = new FakeRoom()
    numbered(room, 1_000)
    const one = enter(room, maya)
    await settle()
    one.store.look(false, true)
    while (one.store.getView().more) expect(await one.store.loadOlder()).toBe(true)
    expect([seqs(one)[0], seqs(one).length]).toEqual([1, keptMessages])
    room.say(kaveh, 'meanwhile')
    expect(one.store.getView()).toMatchObject({ newer: true, unread: 1_001 })
    while (one.store.getView().newer) expect(await one.store.loadNewer()).toBe(true)
    expect([seqs(one).at(-1), seqs(one).length]).toEqual([1_001, keptMessages])
    one.store.look(true, true)
    room.say(kaveh, 'live again')
    expect(seqs(one).at(-1)).toBe(1_002)
  })

  it('jumps to a message, a day and the live end, and says what is gone', async () => {
    const room = new FakeRoom()
    numbered(room, 400)
    const one = enter(room, maya)
    await settle()
    const far = room.page(400).messages[99]
    if (!far) throw new Error('no message')
    expect(await one.store.jump({ aroundId: far.id })).toEqual({ id: far.id, threadId: null })
    expect([seqs(one)[0], seqs(one).at(-1)]).toEqual([75, 124])
    const target = room.page(400).messages[249]
    const day = await one.store.jump({ aroundTime: target?.createdAt ?? '' })
    expect(day).toEqual({ id: target?.id, threadId: null })
    expect(await one.store.jump({ aroundId: room.id })).toBe('gone')
    one.connection.refuse = () => ({ ok: false, code: 'Unavailable', message: '' })
    expect(await one.store.jump({ aroundSeq: 1 })).toBe('failed')
    one.connection.refuse = () => undefined
    expect(seqs(one)).toContain(250)
    expect(await one.store.toLatest()).toBe(true)
    expect([seqs(one).at(-1), one.store.getView().newer]).toEqual([400, false])
  })

  it('a message of one’s own leaves the outbox although the part at hand does not show it', async () => {
    const room = new FakeRoom()
    numbered(room, 200)
    const one = enter(room, maya)
    await settle()
    await one.store.jump({ aroundSeq: 1 })
    one.store.send('from the past', null)
    await settle()
    expect(one.store.getView().pending).toEqual([])
    expect(one.shelf.length).toBe(0)
    await one.store.toLatest()
    expect(one.store.getView().messages.at(-1)?.body).toBe('from the past')
  })
})

const step = fc.oneof(
  fc.record({ do: fc.constantFrom('say' as const, 'answer' as const), which: fc.nat(40) }),
  fc.record({
    do: fc.constantFrom(
      ...(['call', 'reply', 'edit', 'delete', 'delete', 'restore', 'restore'] as const),
    ),
    which: fc.nat(400),
  }),
  fc.record({
    do: fc.constantFrom('older' as const, 'newer' as const, 'latest' as const),
    which: fc.nat(3),
  }),
  fc.record({ do: fc.constantFrom('jump' as const, 'mark unread' as const), which: fc.nat(400) }),
  fc.record({ do: fc.constantFrom('look' as const, 'look away' as const), which: fc.nat(1) }),
  fc.record({
    do: fc.constantFrom('lose' as const, 'find' as const, 'cut' as const),
    which: fc.nat(1),
  }),
  fc.record({ do: fc.constant('settle' as const), which: fc.nat(2_000) }),
)

it('whatever is loaded, jumped, said, changed, lost and read: the part is the server’s, and so are the counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      fc.constantFrom(3, 40, 500),
      async (steps, keptUnread) => {
        const room = new FakeRoom()
        room.keptUnread = keptUnread
        room.pageSize = 7
        room.limit = 60
        numbered(room, 380)
        room.reads.set(maya.id, { lastReadSeq: 300, epoch: 0 })
        const tabs = [enter(room, maya), enter(room, maya)]
        const all = () => room.page(Number.POSITIVE_INFINITY).messages
        const waiting: Promise<unknown>[] = []
        const named = [maya.id]
        for (const { do: what, which } of steps) {
          const tab = tabs[which % 2]
          const target = all()[which % all().length]
          if (!tab || !target) continue
          const { store, connection, clock } = tab
          const { id: messageId } = target
          if (what === 'say') for (let each = 0; each <= which; each++) room.say(kaveh, 'more')
          else if (what === 'answer') room.say(maya, 'from elsewhere')
          else if (what === 'call') room.say(kaveh, '@maya', undefined, null, named)
          else if (what === 'reply') room.say(kaveh, 'aside', undefined, messageId, named)
          else if (what === 'edit') {
            if (!target.deleted) room.edit(target, `${which}`, which % 3 ? named : [])
          } else if (what === 'delete') {
            if (!target.deleted) room.remove(target)
          } else if (what === 'restore') {
            const gone = which % 5 ? (all().findLast(({ deleted }) => deleted) ?? target) : target
            if (gone.deleted) room.restore(gone, 'back', which % 3 ? named : [])
          } else if (what === 'older') waiting.push(store.loadOlder())
          else if (what === 'newer') waiting.push(store.loadNewer())
          else if (what === 'latest') waiting.push(store.toLatest())
          else if (what === 'jump')
            waiting.push(store.jump(which % 3 ? { aroundId: messageId } : { aroundSeq: which }))
          else if (what === 'mark unread') waiting.push(store.markUnread(messageId))
          else if (what === 'look' || what === 'look away') store.look(what === 'look', which === 0)
          else if (what === 'lose') connection.way = () => []
          else if (what === 'find') connection.way = (events) => [events]
          else if (what === 'cut') {
            connection.setStatus('offline')
            connection.setStatus('online')
          } else await clock.advance(which)
          const numbers = seqs(tab)
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
          expect(new Set(numbers).size).toBe(numbers.length)
        }
        await Promise.all(waiting)
        for (const { connection } of tabs) {
          connection.way = (events) => [events]
          connection.setStatus('offline')
          connection.setStatus('online')
        }
        for (let rounds = 0; rounds < 12; rounds++)
          for (const { clock } of tabs) await clock.advance(1_500)
        for (const { store } of tabs) {
          const { messages, more, newer, lastReadSeq, firstUnread, ...view } = store.getView()
          const from = all().findIndex(({ id }) => id === messages[0]?.id)
          expect(messages).toEqual(all().slice(from, from + messages.length))
          expect(messages.length).toBeLessThanOrEqual(keptMessages)
          expect([more, newer]).toEqual([from > 0, from + messages.length < all().length])
          const counted = room.unread(maya.id)
          expect({ unread: view.unread, mentions: view.mentions, lastReadSeq }).toEqual({
            unread: counted.messages.count,
            mentions: counted.mentions.count,
            lastReadSeq: counted.lastReadSeq,
          })
          if (firstUnread !== null) expect(counted.messages.numbers).toContain(firstUnread)
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)
