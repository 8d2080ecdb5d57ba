import { afterEach, describe, expect, test } from 'vitest'
import { DocumentSync } from '@/components/documents/document-sync'
import type { OpenLocalCopy } from '@/components/documents/local-copy'
import { saveWords } from '@/components/documents/save-state'
import { fromBase64 } from '@/contracts/base64'
import { maximumUpdateBytes } from '@/contracts/documents'
import { FakeClock, settle } from '../rooms/fake-room'
import { FakeDisk, FakeFile, FakeLine } from './fake-documents'

const noCopy: OpenLocalCopy = () => undefined
const running: DocumentSync[] = []
afterEach(() => {
  for (const sync of running.splice(0)) sync.stop()
})

async function open(file: FakeFile, { line = new FakeLine(file), openCopy = noCopy } = {}) {
  const clock = new FakeClock()
  const place = { roomId: 'room', documentId: 'file', personId: 'person' }
  const sync = new DocumentSync({ ...place, transport: line, openCopy, clock })
  running.push(sync)
  sync.start()
  await settle()
  const text = () => sync.getView().replica.text
  return {
    line,
    clock,
    sync,
    write: (words: string, at = text().length) => text().insert(at, words),
    erase: (at: number, length: number) => text().delete(at, length),
    text: () => text().toString(),
    save: () => saveWords(sync.getView().save),
  }
}
const updates = (line: FakeLine) => line.asked.filter(({ name }) => name === 'document:update')

describe('a shared file', () => {
  test('two people write at once and end with one text, which is stored', async () => {
    const file = new FakeFile('start ')
    const one = await open(file)
    const other = await open(file)
    one.write('one ')
    other.write('two ', 0)
    await settle()
    expect(one.text()).toBe(other.text())
    expect(file.text).toBe(one.text())
    expect(one.save()).toBe('Saved')
  })

  test('opening sends nothing when there is nothing to send, also after deletions', async () => {
    const file = new FakeFile('abcdef')
    const disk = new FakeDisk()
    const one = await open(file, { openCopy: disk.openCopy })
    one.erase(1, 3)
    await settle()
    one.sync.stop()
    const again = await open(file, { openCopy: disk.openCopy })
    expect(again.text()).toBe('aef')
    expect(updates(again.line)).toHaveLength(0)
  })

  test('one request at a time, and what is written meanwhile goes as one', async () => {
    const file = new FakeFile()
    const one = await open(file)
    for (const letter of 'hello') one.write(letter)
    expect(one.save()).toBe('Saving…')
    await settle()
    expect(updates(one.line)).toHaveLength(2)
    expect(file.text).toBe('hello')
  })

  test('says that the server has it while that takes its time to store it', async () => {
    const file = new FakeFile()
    const one = await open(file)
    one.line.tell('document:received', { documentId: 'file' })
    expect(one.save()).toBe('Saved')
    one.write('x')
    expect(one.save()).toBe('Saving…')
    one.line.tell('document:received', { documentId: 'another' })
    expect(one.save()).toBe('Saving…')
    one.line.tell('document:received', { documentId: 'file' })
    expect(one.save()).toBe('Received')
    await settle()
    expect(one.save()).toBe('Saved')
  })

  test('notes beside its copy whether the server lacks anything, across pages', async () => {
    const file = new FakeFile()
    const disk = new FakeDisk()
    const one = await open(file, { openCopy: disk.openCopy })
    one.write('stored')
    await settle()
    expect(disk.unsent.size).toBe(0)
    one.line.loses = () => true
    one.write(' and not')
    await settle()
    expect(disk.unsent.size).toBe(1)
    one.sync.stop()
    const again = await open(file, { openCopy: disk.openCopy })
    await settle()
    expect(file.text).toBe('stored and not')
    expect([again.save(), disk.unsent.size]).toEqual(['Saved', 0])
  })

  test('is saved only when the server has acknowledged; a lost answer is asked again', async () => {
    const file = new FakeFile()
    const one = await open(file)
    one.line.loses = (name) => name === 'document:update'
    one.write('x')
    await settle()
    expect(file.text).toBe('x')
    expect(one.save()).toBe('1 change waiting')
    one.line.loses = () => false
    await one.clock.advance(60_000)
    expect(one.save()).toBe('Saved')
    expect(file.text).toBe('x')
  })

  test('without a connection changes wait, outlive the page, and merge on return', async () => {
    const file = new FakeFile('shared ')
    const disk = new FakeDisk()
    const one = await open(file, { openCopy: disk.openCopy })
    const other = await open(file)
    one.line.setOnline(false)
    one.write('offline ')
    one.erase(0, 1)
    other.write('online ')
    await settle()
    expect(one.save()).toBe('Offline: 2 changes waiting')
    one.sync.stop()

    const line = new FakeLine(file)
    line.online = false
    const later = await open(file, { line, openCopy: disk.openCopy })
    expect(later.text()).toBe('hared offline ')
    expect(later.sync.getView().readable).toBe(true)
    line.setOnline(true)
    await settle()
    expect(later.save()).toBe('Saved')
    expect(file.text).toBe(later.text())
    expect(other.text()).toBe(later.text())
    expect(later.text()).toContain('online ')
  })

  test('deletions alone are sent after a reload, too', async () => {
    const file = new FakeFile('abc')
    const disk = new FakeDisk()
    const one = await open(file, { openCopy: disk.openCopy })
    one.line.setOnline(false)
    one.erase(0, 2)
    one.sync.stop()
    const later = await open(file, { openCopy: disk.openCopy })
    await settle()
    expect(file.text).toBe('c')
    expect(later.save()).toBe('Saved')
  })

  test('a broadcast that never came is fetched', async () => {
    const file = new FakeFile()
    const one = await open(file)
    const other = await open(file)
    other.line.deaf = true
    one.write('missed ')
    await settle()
    other.line.deaf = false
    one.write('heard')
    await settle()
    await other.clock.advance(1_000)
    expect(other.text()).toBe('missed heard')
  })

  test.each(['Forbidden', 'Invalid'] as const)(
    'what is refused as %s is taken back, and the text is offered',
    async (code) => {
      const file = new FakeFile('stored ')
      const disk = new FakeDisk()
      const one = await open(file, { openCopy: disk.openCopy })
      one.line.refuse = (name) =>
        name === 'document:update'
          ? { ok: false, code, message: 'Somebody else drives.' }
          : undefined
      one.write('refused')
      await settle()
      expect(one.text()).toBe('stored ')
      const { refusal } = one.sync.getView()
      expect(refusal).toEqual({ message: 'Somebody else drives.', text: 'stored refused' })
      one.line.refuse = () => undefined
      one.sync.dismissRefusal()
      one.write('taken')
      await settle()
      expect(file.text).toBe('stored taken')
      // Nothing of it is left in this browser.
      one.sync.stop()
      expect((await open(file, { openCopy: disk.openCopy })).text()).toBe('stored taken')
    },
  )

  test('a long time offline goes in pieces that the server takes', async () => {
    const file = new FakeFile()
    const one = await open(file)
    one.line.setOnline(false)
    for (let part = 0; part < 5; part++) one.write('x'.repeat(maximumUpdateBytes / 2))
    one.line.setOnline(true)
    await settle()
    await settle()
    expect(file.text).toHaveLength((5 * maximumUpdateBytes) / 2)
    for (const { input } of updates(one.line))
      expect(fromBase64(String(input.update))?.byteLength).toBeLessThanOrEqual(maximumUpdateBytes)
    expect(one.save()).toBe('Saved')
  })

  test('a repeat is no proof of having heard what others wrote meanwhile', async () => {
    const file = new FakeFile()
    const one = await open(file)
    const other = await open(file)
    one.line.loses = (name) => name === 'document:update'
    one.write('mine ')
    await settle()
    one.line.deaf = true
    other.write('theirs ')
    await settle()
    one.line.deaf = false
    one.line.loses = () => false
    await one.clock.advance(60_000)
    expect([one.save(), one.text()]).toEqual(['Saved', file.text])
    expect(one.text()).toContain('theirs')
  })

  test('undo takes back only what this person wrote', async () => {
    const file = new FakeFile()
    const one = await open(file)
    const other = await open(file)
    const mine = {}
    const { replica } = one.sync.getView()
    replica.undo.addTrackedOrigin(mine)
    replica.doc.transact(() => replica.text.insert(0, 'mine '), mine)
    await settle()
    other.write('theirs')
    await settle()
    replica.undo.undo()
    await settle()
    expect(file.text).toBe('theirs')
    expect(other.text()).toBe('theirs')
  })
})
