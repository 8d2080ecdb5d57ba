import { deflateSync, strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { importFiles, sumUp } from '@/components/documents/import-files'
import { readZip } from '@/components/documents/read-zip'
import type { Answer } from '@/components/realtime/transport'

const texts = (bytes: Uint8Array) => {
  const { files, problems } = readZip('ours.zip', bytes)
  const read = files.map(({ name, bytes: own }) => [name, new TextDecoder().decode(own)])
  return { files: Object.fromEntries(read) as Record<string, string>, problems }
}
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, own]) => [
        name,
        typeof own === 'string' ? strToU8(own) : own,
      ]),
    ),
  )
/** Where a signature stands the `nth` time. */
function find(bytes: Uint8Array, signature: number[]): number {
  for (let at = 0; at < bytes.length; at++)
    if (signature.every((byte, offset) => bytes[at + offset] === byte)) return at
  throw new Error('no such place')
}

it('takes the files out of their one folder, and leaves clutter behind', () => {
  const packed = zip({
    'ledger/src/app.py': 'print(1)\n'.repeat(500),
    'ledger/größe.md': 'ja',
    'ledger/.env.example': 'A=1',
    'ledger/empty/': '',
    'ledger/.git/config': 'secret',
    'ledger/node_modules/left-pad/index.js': 'x',
    '__MACOSX/ledger/._app.py': 'x',
    'ledger/.DS_Store': 'x',
  })
  expect(texts(packed)).toEqual({
    files: { 'src/app.py': 'print(1)\n'.repeat(500), 'größe.md': 'ja', '.env.example': 'A=1' },
    problems: [],
  })
  expect(texts(zip({ 'a/b.md': '1', 'c.md': '2' })).files).toEqual({ 'a/b.md': '1', 'c.md': '2' })
  expect(texts(zipSync({ 'a.md': [strToU8('stored'), { level: 0 }] })).files).toEqual({
    'a.md': 'stored',
  })
})

it('takes nothing of a zip that holds too much, by what it says', () => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.md`, 'x']))
  expect(texts(zip(many))).toEqual({
    files: {},
    problems: ['ours.zip: it holds 101 files; up to 100 can be imported.'],
  })
  const big = Object.fromEntries(
    Array.from({ length: 11 }, (_, at) => [`${at}.md`, 'x'.repeat(790_000)]),
  )
  expect(texts(zip(big)).problems).toEqual(['ours.zip: unpacked it is larger than 8 MB.'])
  const long = texts(zip({ 'long.md': 'x'.repeat(800_001), 'ok.md': 'ok' }))
  expect(long.files).toEqual({ 'ok.md': 'ok' })
  expect(long.problems).toEqual(['long.md: files of up to 200,000 characters can be imported.'])
})

it('stops where a zip is larger than it says', () => {
  const bomb = deflateSync(new Uint8Array(5_000_000))
  const packed = zipSync({ 'bomb.md': [strToU8('small'), { level: 0 }] })
  // The same entry, over the bomb's bytes: 10 bytes are said to come out.
  const directory = find(packed, [0x50, 0x4b, 1, 2])
  const head = packed.slice(0, directory - 5)
  const rest = packed.slice(directory)
  const lying = new Uint8Array(head.length + bomb.length + rest.length)
  lying.set(head)
  lying.set(bomb, head.length)
  lying.set(rest, head.length + bomb.length)
  const view = new DataView(lying.buffer)
  const entry = head.length + bomb.length
  view.setUint16(entry + 10, 8, true)
  view.setUint32(entry + 20, bomb.length, true)
  view.setUint32(entry + 24, 10, true)
  view.setUint32(lying.length - 22 + 16, entry, true)
  expect(texts(lying)).toEqual({
    files: {},
    problems: ['bomb.md: this file cannot be unpacked.'],
  })
})

it('says so when it is none', () => {
  const problems = ['ours.zip: this zip cannot be read.']
  for (const bytes of [new Uint8Array(), strToU8('not a zip at all'), new Uint8Array(100)])
    expect(texts(bytes)).toEqual({ files: {}, problems })
  const cut = zip({ 'a.md': 'x'.repeat(100) })
  expect(texts(cut.slice(40)).problems.length).toBeGreaterThan(0)
  expect(texts(zip({ '__MACOSX/x': 'x' })).problems).toEqual([
    'ours.zip: there are no files in it.',
  ])
})

it('imports what is text, under free names, with a sentence for the rest', async () => {
  const made: [string, string][] = []
  const create = async (path: string, text: string): Promise<Answer<'document:create'>> => {
    made.push([path, text])
    return { ok: true, document: { id: path, path, createdAt: new Date(0).toISOString() } }
  }
  const packed = zip({
    'x/readme.md': 'One\r\nTwo\r\n',
    'x/photo.png': new Uint8Array([137, 80, 78, 71, 0, 255, 254]),
    'x/nul.bin': 'a\0b',
  })
  const files = [
    new File([packed as Uint8Array<ArrayBuffer>], 'ours.zip'),
    new File(['plain'], 'notes.txt'),
  ]
  const desk = { files: { create } } as unknown as Parameters<typeof importFiles>[0]
  expect(await importFiles(desk, files, ['readme.md'])).toEqual([
    'photo.png: this is not a text file.',
    'nul.bin: this is not a text file.',
  ])
  expect(made).toEqual([
    ['readme-2.md', 'One\nTwo\n'],
    ['notes.txt', 'plain'],
  ])
  const taken = Array.from({ length: 99 }, (_, at) => `${at}.md`)
  expect(await importFiles(desk, [new File(['a'], 'a'), new File(['b'], 'b')], taken)).toEqual([
    'b: a room holds 100 files.',
  ])
  expect(sumUp(['a.', 'b.', 'c.', 'd.', 'e.'])).toBe('a. b. c. And 2 more.')
})
