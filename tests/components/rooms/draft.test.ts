import { expect, it } from 'vitest'
import { settleDraft } from '@/components/rooms/draft'
import { enter, FakeRoom, personNamed } from './fake-room'

const draft = (body: string, version: number) => ({ body, replyTo: null, version })

it('goes on with the newer one, and never gives up what is stored nowhere', () => {
  const here = (body: string, version: number, unsaved = true) => ({
    ...draft(body, version),
    unsaved,
  })
  expect(settleDraft(null, draft('There', 3))).toEqual(here('There', 3, false))
  expect(settleDraft(here('Old', 2, false), draft('There', 3)).body).toBe('There')
  expect(settleDraft(here('Stored while the page was made', 3, false), draft('', 2)).body).toBe(
    'Stored while the page was made',
  )
  expect(settleDraft(here('Typed', 3), draft('There', 3)).body).toBe('Typed')
  // Sent or thrown away elsewhere: what was typed here meanwhile stays.
  expect(settleDraft(here('Typed', 2), draft('', 4))).toEqual(here('Typed', 4))
  expect(settleDraft(here('Typed', 2), draft('Elsewhere', 4)).body).toBe('Elsewhere\n\nTyped')
  expect(settleDraft(here('Begun and done', 2), draft('Begun', 4)).body).toBe('Begun and done')
  expect(settleDraft(here('', 2), draft('Elsewhere', 4)).body).toBe('Elsewhere')
  // What was sent does not come back: neither while its end is not stored, nor when its text arrived late.
  expect(settleDraft(here('', 4), draft('Sent', 4))).toEqual(here('', 4))
  expect(settleDraft({ ...here('', 3), sending: 'Sent' }, draft('Sent', 4))).toEqual(here('', 4))
})

it('is stored a moment after typing stops, seen by other devices, and cleared by sending', async () => {
  const room = new FakeRoom()
  const me = personNamed('Ada')
  const one = enter(room, me)
  const shown: string[] = []
  one.store.drafts.main.open(() => true)
  one.store.drafts.main.change(draft('Hel', 0))
  one.store.drafts.main.change(draft('Hello', 0))
  await one.clock.advance(100)
  expect(room.drafts.size).toBe(0)
  await one.clock.advance(800)
  expect(room.drafts.get(me.id)).toEqual(draft('Hello', 1))

  const other = enter(room, me)
  const opened = other.store.drafts.main.open(({ body }) => {
    shown.push(body)
    return true
  })
  expect(opened.body).toBe('Hello')
  one.store.drafts.main.change(draft('Hello there', 0))
  await one.clock.advance(900)
  expect(shown).toEqual(['Hello there'])
  // Sent there: nothing is left anywhere to be sent again.
  other.store.drafts.main.change(draft('', 0))
  await other.clock.advance(0)
  expect(room.drafts.get(me.id)?.body).toBe('')
  expect([...Array(one.shelf.length)].map((_, at) => one.shelf.key(at))).toEqual([])
})

it('is kept on the device while the server is away, and nothing under somebody’s hands is overwritten', async () => {
  const room = new FakeRoom()
  const me = personNamed('Ada')
  const one = enter(room, me)
  one.store.drafts.main.open(() => false)
  one.connection.setStatus('offline')
  one.store.drafts.main.change(draft('Typed offline', 0))
  await one.clock.advance(900)
  expect(one.shelf.length).toBe(1)
  const other = enter(room, me)
  other.store.drafts.main.open(() => true)
  other.store.drafts.main.change(draft('Elsewhere', 0))
  await other.clock.advance(900)
  one.connection.setStatus('online')
  await one.clock.advance(900)
  await one.clock.advance(900)
  // What is being written is the newest there is.
  expect(room.drafts.get(me.id)?.body).toBe('Typed offline')
})

it('is kept for each thread apart, on the device and on the server, and waits for what is stored there', async () => {
  const room = new FakeRoom()
  const me = personNamed('Ada')
  const root = room.say(personNamed('Kaveh'), 'Which index?')
  if (root.kind !== 'message:created') throw new Error()
  const threadId = root.message.id
  const one = enter(room, me)
  one.store.drafts.main.open(() => true)
  expect(one.store.drafts.of(threadId)).toBeUndefined()
  await one.store.openThread(threadId)
  one.store.drafts.of(threadId)?.open(() => true)
  one.store.drafts.of(threadId)?.change(draft('In the thread', 0))
  one.store.drafts.main.change(draft('Outside', 0))
  await one.clock.advance(900)
  const other = enter(room, me)
  await other.store.openThread(threadId)
  expect(other.store.drafts.of(threadId)?.open(() => true).body).toBe('In the thread')
  expect(other.store.drafts.main.open(() => true).body).toBe('Outside')
  // Its composer was closed before it was stored, and opens again.
  one.connection.setStatus('offline')
  one.store.drafts.of(threadId)?.change(draft('Typed offline', 0))
  expect(one.store.drafts.of(threadId)?.open(() => true).body).toBe('Typed offline')
  one.connection.setStatus('online')
  await other.clock.advance(0)
  expect(other.store.drafts.of(threadId)?.open(() => true).body).toBe('Typed offline')
  expect(room.draftOf(me.id, null).body).toBe('Outside')
})
