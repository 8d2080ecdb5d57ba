import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { quoteLines, quoteMessage } from '@/components/rooms/code-quote'
import { closePaths } from '@/components/rooms/commands/close-paths'
import { codeCommand, readPlace } from '@/components/rooms/commands/code'
import { fenced, fenceLanguage } from '@/components/rooms/markdown-words'
import { textName } from '@/contracts/documents'
import { maximumMessageLength } from '@/contracts/inputs'
import { roomLink } from '@/contracts/room-links'
import { enter, FakeRoom, personNamed } from '../fake-room'

const me = personNamed('Maya')
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `const line${at + 1} = ${at + 1}`).join('\n')

function inRoom(files: Record<string, string>) {
  const room = new FakeRoom()
  const documents = Object.keys(files).map((path) => ({
    ...{ id: randomUUID(), path, createdAt: new Date(0).toISOString() },
  }))
  const answer = room.answer.bind(room)
  room.answer = (from, name, input) => {
    const file = documents.find(({ id }) => id === input.documentId)
    if (name !== 'document:open' || !file) return answer(from, name, input)
    const doc = new Y.Doc()
    doc.getText(textName).insert(0, files[file.path] ?? '')
    return { ok: true, seq: 1, update: Y.encodeStateAsUpdate(doc) }
  }
  const page = { ...room.page(50, me.id), documents }
  const { store, connection } = enter(room, me, { page })
  const place = { store, threadId: null, zone: 'UTC' }
  const run = (argument: string) => Promise.resolve(codeCommand.run(argument, place))
  const link = (path: string, line: string) => {
    const file = documents.find((one) => one.path === path)
    return roomLink(room.id, { file: file?.id, line })
  }
  return { run, link, connection }
}

describe('/code without a file', () => {
  const { run } = inRoom({ Makefile: 'all:\n' })
  it.each([
    ['', '```\n\n```\n', 4],
    ['ts', '```ts\n\n```\n', 6],
    ['c++', '```c++\n\n```\n', 7],
    ['ts\nconst a = 1', '```ts\nconst a = 1\n```\n', 17],
  ])('%j begins a block', async (argument, text, caret) => {
    expect(await run(argument)).toEqual({ kind: 'write', text, caret })
  })
  it('takes one word for a file where there is such a file', async () => {
    expect(await run('Makefile')).toMatchObject({ kind: 'send' })
  })
})

describe('/code with a file', () => {
  const files = { 'src/main.ts': numbered(30), 'src/old/main.py': 'x = 1', 'empty.md': '\n' }
  const { run, link, connection } = inRoom(files)
  it('shows the lines that are named, with a link to them', async () => {
    const body = `[\`src/main.ts:2–3\`](${link('src/main.ts', '2-3')})\n\n\`\`\`ts\nconst line2 = 2\nconst line3 = 3\n\`\`\``
    for (const argument of ['src/main.ts:2-3', 'main.ts:3–2', 'SRC/main.ts:2-3'])
      expect(await run(argument)).toEqual({ kind: 'send', body })
  })
  it('shows the first twenty lines when none are named, and no more than there are', async () => {
    const first = await run('src/main.ts')
    expect(JSON.stringify(first)).toContain(link('src/main.ts', '1-20'))
    const last = await run('src/main.ts:29-99')
    expect(JSON.stringify(last)).toContain(link('src/main.ts', '29-30'))
  })
  it.each([
    ['main.tsx', 'Did you mean src/main.ts'],
    ['zzzzzzzzz.rs', 'Write its path as it stands'],
    ['src/main.ts:31', 'has 30 lines'],
    ['empty.md', 'is empty'],
  ])('says what to do about %j', async (argument, words) => {
    const result = await run(argument)
    expect(result).toMatchObject({ kind: 'problem' })
    expect(JSON.stringify(result)).toContain(words)
  })
  it('says so when the file cannot be read', async () => {
    connection.refuse = (name) =>
      name === 'document:open' ? { ok: false, code: 'Unavailable', message: '' } : undefined
    expect(await run('src/main.ts')).toMatchObject({ kind: 'problem' })
    connection.refuse = () => undefined
  })
})

it('lines stand after the last colon of a place', () => {
  expect(readPlace('a.ts:12')).toEqual({ path: 'a.ts', lines: { from: 12, to: 12 } })
  expect(readPlace('a.ts:0')).toEqual({ path: 'a.ts:0', lines: null })
  expect(readPlace('my file.ts')).toEqual({ path: 'my file.ts', lines: null })
})

it('close paths are near in letters or in what they hold', () => {
  const paths = ['src/main.ts', 'src/maim.ts', 'readme.md', 'docs/domain.ts']
  expect(closePaths('main.tx', paths)).toEqual(['src/main.ts', 'src/maim.ts'])
  expect(closePaths('domain', paths)).toEqual(['docs/domain.ts'])
  expect(closePaths('x', ['src/main.ts'])).toEqual([])
})

describe('a quote of lines', () => {
  const file = { documentId: randomUUID(), path: 'a.md' }
  const roomId = randomUUID()
  const quote = (text: string, from: number, to: number, limit = maximumMessageLength) =>
    quoteMessage(roomId, quoteLines(file, text, { from, to }), limit)

  it('keeps code that would end its own block inside it', () => {
    expect(quote('````\nx\n````', 1, 3)).toContain('`````md\n````\nx\n````\n`````')
    expect(fenced('a', 'ts')).toBe('```ts\na\n```')
  })
  it('has forty lines at most and says how many are left; its link leads to all', () => {
    const message = quote(numbered(60), 1, 60)
    expect(message).toContain('line=1-60')
    expect(message).toContain('line40 =')
    expect(message).not.toContain('line41 =')
    expect(message.endsWith('… 20 more lines')).toBe(true)
  })
  it('fits into what is left of a message, whatever the lines are', () => {
    for (const limit of [20, 200, 400, maximumMessageLength])
      for (const text of [
        numbered(60),
        'x'.repeat(90_000),
        '😀'.repeat(9_000),
        '`'.repeat(9_000),
      ]) {
        const message = quote(text, 1, 60, limit)
        const link = message.split('\n')[0] ?? ''
        expect(message.length).toBeLessThanOrEqual(Math.max(limit, link.length))
        expect(message).not.toMatch(/\p{Surrogate}/u)
      }
  })
  it('names the language as blocks know it', () => {
    const paths = [
      'a.ts',
      'a.mjs',
      'a/Dockerfile',
      'a.PY',
      'notes.txt',
      'Makefile',
      '.env',
      'a.b.yml',
    ]
    expect(paths.map(fenceLanguage)).toEqual(['ts', 'js', 'dockerfile', 'py', '', '', '', 'yml'])
  })
})
