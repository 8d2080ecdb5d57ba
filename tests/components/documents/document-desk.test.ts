import { afterEach, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentDesk } from '@/components/documents/document-desk'
import { RoomStore } from '@/components/rooms/room-store'
import { FakeClock, FakeRoom, FakeShelf, personNamed, settle } from '../rooms/fake-room'
import { FakeFile, FakeLine } from './fake-documents'

const running: DocumentDesk[] = []
const theirs: Awareness[] = []
afterEach(() => {
  for (const desk of running.splice(0)) desk.stop()
  for (const awareness of theirs.splice(0)) awareness.destroy()
})

const documents = ['a.js', 'b.js', 'c.js'].map((path) => ({
  id: path,
  path,
  createdAt: '2026-01-01T00:00:00.000Z',
}))

async function open(shelf = new FakeShelf()) {
  const line = new FakeLine(new FakeFile('text'))
  const clock = new FakeClock()
  const me = personNamed('Maya')
  const page = { ...new FakeRoom().page(), documents }
  const store = new RoomStore({ page, me, transport: line, clock })
  const desk = new DocumentDesk({ store, openCopy: () => undefined, shelf, clock })
  running.push(desk)
  desk.start()
  await settle()
  return { desk, line, clock, store, me, shelf }
}

function cursorOf() {
  const awareness = new Awareness(new Y.Doc())
  theirs.push(awareness)
  return (state: object | null) => {
    awareness.setLocalState(state as Record<string, unknown> | null)
    return encodeAwarenessUpdate(awareness, [awareness.clientID])
  }
}

test('who is in which file is known, until they leave or fall silent', async () => {
  const { desk, line, clock } = await open()
  const say = cursorOf()
  const here = { cursor: null, top: null }
  line.tell('cursor:moved', { documentId: 'b.js', personId: 'kaveh', state: say(here) })
  expect(desk.getView().places.get('kaveh')).toBe('b.js')
  line.tell('cursor:moved', { documentId: 'b.js', personId: 'kaveh', state: say(null) })
  expect(desk.getView().places.has('kaveh')).toBe(false)
  line.tell('cursor:moved', { documentId: 'c.js', personId: 'kaveh', state: cursorOf()(here) })
  await clock.advance(60_000)
  expect(desk.getView().places.has('kaveh')).toBe(false)
})

test('following goes along to other files, and ends by opening one oneself', async () => {
  const { desk, line } = await open()
  expect(desk.getView().activeId).toBe('a.js')
  desk.follow('kaveh')
  const state = cursorOf()({ cursor: null, top: null })
  line.tell('cursor:moved', { documentId: 'c.js', personId: 'kaveh', state })
  expect(desk.getView()).toMatchObject({ activeId: 'c.js', followingId: 'kaveh' })
  desk.open('a.js')
  expect(desk.getView()).toMatchObject({ activeId: 'a.js', followingId: null })
})

test('a run gets every file, open in a tab or not', async () => {
  const { desk } = await open()
  expect(desk.getView().tabs).toEqual(['a.js'])
  const files = await desk.readAll()
  expect(files.map(({ path, text }) => `${path} ${text}`)).toEqual([
    'a.js text',
    'b.js text',
    'c.js text',
  ])
})

test('tabs are found again, and closing one leads to its neighbour', async () => {
  const { desk, shelf } = await open()
  desk.open('b.js')
  desk.open('c.js')
  desk.close('c.js')
  expect(desk.getView()).toMatchObject({ tabs: ['a.js', 'b.js'], activeId: 'b.js' })
  const keys = Array.from({ length: shelf.length }, (_, place) => shelf.key(place))
  expect(keys).toHaveLength(1)
  expect(JSON.parse(shelf.getItem(keys[0] ?? '') ?? '')).toEqual({
    tabs: ['a.js', 'b.js'],
    activeId: 'b.js',
  })
})
