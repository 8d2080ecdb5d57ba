import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { UploadFile } from '@/components/attachments/upload-file'
import type { UploadAnswer } from '@/contracts/attachments'
import { enter, FakeRoom, personNamed, settle } from './fake-room'

const maya = personNamed('Maya')
const file = (name: string, size = 3) => new File(['x'.repeat(size)], name)
const stored = (name: string): UploadAnswer => {
  const beside = { type: 'text/plain', bytes: 3, picture: null, alt: '' }
  return { ok: true, attachment: { id: randomUUID(), name, ...beside } }
}
const brokeOff: UploadAnswer = { ok: false, message: 'It broke off.' }

/** A room whose uploads end when the test says how. */
async function setUp(options: Parameters<typeof enter>[2] = {}, room = new FakeRoom()) {
  const ends = new Map<string, (answer: UploadAnswer) => void>()
  const started: string[] = []
  const upload: UploadFile = ({ file: { name } }, { signal }) =>
    new Promise((resolve) => {
      started.push(name)
      ends.set(name, resolve)
      signal.addEventListener('abort', () => resolve(brokeOff))
    })
  const one = enter(room, maya, { ...options, upload })
  await settle()
  const end = async (name: string, answer = stored(name)) => {
    ends.get(name)?.(answer)
    await settle()
  }
  const said = () =>
    room.events.flatMap((event) => (event.kind === 'message:created' ? [event.message.body] : []))
  const pending = () =>
    one.store.getView().pending.map(({ body, state, problem }) => [body, state, problem])
  const asked = () =>
    one.connection.asked.flatMap(({ name, input }) => (name === 'message:send' ? [input] : []))
  return { ...one, room, started, end, said, pending, asked }
}

describe('a message with files', () => {
  it('waits for them, with what was written after it behind it', async () => {
    const { store, end, said, pending, asked } = await setUp()
    store.uploads.add([file('plan.txt')], null)
    store.send('With a plan', null)
    store.send('And words', null)
    await settle()
    expect(store.uploads.getDraft(null)).toEqual([])
    expect(pending()).toEqual([
      ['With a plan', 'waiting', null],
      ['And words', 'waiting', null],
    ])
    await end('plan.txt')
    expect(said()).toEqual(['With a plan', 'And words'])
    expect(asked()[0]).toMatchObject({ attachmentIds: [expect.any(String)] })
    expect(asked()[1]).not.toHaveProperty('attachmentIds')
  })

  it('goes where it was written: a thread has files of its own', async () => {
    const { store, end, asked } = await setUp()
    const threadId = randomUUID()
    store.uploads.add([file('plan.txt')], threadId)
    store.send('In the main list', null)
    await settle()
    expect(store.uploads.getDraft(null)).toEqual([])
    expect(store.uploads.getDraft(threadId)).toMatchObject([{ name: 'plan.txt' }])
    store.send('In the thread', null, threadId)
    await end('plan.txt')
    expect(asked()).toMatchObject([
      { body: 'In the main list', threadId: null },
      { body: 'In the thread', threadId, attachmentIds: [expect.any(String)] },
    ])
    expect(asked()[0]).not.toHaveProperty('attachmentIds')
  })

  it('says which file failed, lets others pass, and goes on after a retry', async () => {
    const { store, end, said, pending } = await setUp()
    store.uploads.add([file('plan.txt')], null)
    store.send('', null)
    store.send('Words', null)
    await end('plan.txt', brokeOff)
    expect(pending()).toEqual([['', 'refused', '“plan.txt”: It broke off.']])
    expect(said()).toEqual(['Words'])
    store.retry(store.getView().pending[0]?.clientId ?? '')
    await end('plan.txt')
    expect(said()).toEqual(['Words', ''])
  })

  it('keeps its text after a reload, and says that the upload did not end', async () => {
    const first = await setUp()
    first.store.uploads.add([file('plan.txt')], null)
    first.store.send('Read this', null)
    await settle()
    first.store.stop()
    const again = await setUp({ shelf: first.shelf }, first.room)
    expect(again.pending()).toEqual([
      ['Read this', 'refused', '“plan.txt” was still uploading when the page was closed.'],
    ])
    again.store.retry(again.store.getView().pending[0]?.clientId ?? '')
    await settle()
    expect(again.said()).toEqual(['Read this'])
  })

  it('goes out after a reload when the server had its files already', async () => {
    const first = await setUp()
    first.store.uploads.add([file('plan.txt')], null)
    await first.end('plan.txt')
    first.connection.setStatus('offline')
    first.store.send('', null)
    first.store.stop()
    const again = await setUp({ shelf: first.shelf }, first.room)
    expect(again.asked()[0]).toMatchObject({ attachmentIds: [expect.any(String)] })
    expect(again.shelf.length).toBe(0)
  })
})

describe('beside the draft', () => {
  it('uploads three at once, and starts the next when one is cancelled', async () => {
    const { store, started } = await setUp()
    store.uploads.add(
      ['a', 'b', 'c', 'd'].map((name) => file(name)),
      null,
    )
    expect(started).toEqual(['a', 'b', 'c'])
    const [first] = store.uploads.getDraft(null)
    store.uploads.remove([{ localId: first?.localId ?? '', id: null }])
    await settle()
    expect(started).toEqual(['a', 'b', 'c', 'd'])
    expect(store.uploads.getDraft(null).map(({ name }) => name)).toEqual(['b', 'c', 'd'])
  })

  it('takes ten, and says at once which cannot be uploaded', async () => {
    const { store, started } = await setUp()
    const many = Array.from({ length: 12 }, (_, at) => file(`${at}.txt`))
    expect(store.uploads.add([file('empty', 0), ...many], null)).toContain('10 files')
    expect(store.uploads.getDraft(null)).toHaveLength(10)
    expect(store.uploads.getDraft(null)[0]).toMatchObject({ state: 'failed', retriable: false })
    expect(started).not.toContain('empty')
  })
})
