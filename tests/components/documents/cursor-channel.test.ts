import { afterEach, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { CursorChannel } from '@/components/documents/cursor-channel'

const channels: CursorChannel[] = []
afterEach(() => {
  for (const channel of channels.splice(0)) channel.end()
})

function make() {
  const awareness = new Awareness(new Y.Doc())
  const sent: Uint8Array[] = []
  const channel = new CursorChannel(awareness, (state) => sent.push(state))
  channels.push(channel)
  const say = () => encodeAwarenessUpdate(awareness, [awareness.clientID])
  return { channel, awareness, say }
}
const at = (index: number) => ({ cursor: { anchor: { index }, head: { index } }, top: null })

test('a cursor belongs to whom the server names, and goes when its owner leaves', () => {
  const here = make()
  const there = make()
  there.channel.setOwn(at(1))
  expect(here.channel.receive('kaveh', there.say())).toBe(true)
  expect(here.channel.others()).toMatchObject([
    { personId: 'kaveh', cursor: { head: { index: 1 } } },
  ])
  there.channel.setOwn(null)
  expect(here.channel.receive('kaveh', there.say())).toBe(false)
  expect(here.channel.others()).toEqual([])
})

test('nobody moves the cursor of somebody else, nor one that makes no sense', () => {
  const here = make()
  const there = make()
  there.channel.setOwn(at(1))
  here.channel.receive('kaveh', there.say())
  there.channel.setOwn(at(2))
  expect(here.channel.receive('mallory', there.say())).toBeNull()
  here.channel.setOwn(at(3))
  expect(here.channel.receive('mallory', here.say())).toBeNull()
  expect(here.channel.receive('mallory', new Uint8Array([255, 1, 2]))).toBeNull()
  there.awareness.setLocalState({ cursor: 'everywhere' })
  expect(here.channel.receive('kaveh', there.say())).toBeNull()
  expect(here.channel.others()).toMatchObject([
    { personId: 'kaveh', cursor: { head: { index: 1 } } },
  ])
})

test('without a connection nobody is shown', () => {
  const here = make()
  const there = make()
  there.channel.setOwn(at(1))
  here.channel.receive('kaveh', there.say())
  here.channel.forgetOthers()
  expect(here.channel.others()).toEqual([])
})
