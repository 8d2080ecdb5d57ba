import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { compareFiles, type PresentFile } from '@/components/history/compare-files'
import { textHash } from '@/components/history/text-hash'
import { versionInWords, versionPerson, versionTitle } from '@/components/history/version-words'
import { RoomNews } from '@/components/rooms/room-news'
import type { VersionView } from '@/contracts/versions'

const version = (changes: Partial<VersionView> = {}): VersionView => ({
  id: '01a2149f-defa-73c2-8570-9c0b97143aef',
  seq: 1,
  reason: 'turn',
  name: null,
  person: { id: '01a2149f-defa-73c2-8570-9c0b97143ae0', handle: 'maya', name: 'Maya', line: 1 },
  runId: null,
  at: new Date(0).toISOString(),
  ...changes,
})

it('hashes a text as the server does, with what it cannot store', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  for (const text of ['', 'a', 'größe 👩‍💻\n', 'x'.repeat(10_000)])
    expect(textHash(text)).toBe(sha(text))
  expect(textHash('a\0b\ud83d')).toBe(sha('ab\ufffd'))
})

it('tells what became of each file since the version', () => {
  const now = (documentId: string, path: string, hash: string): PresentFile => ({
    ...{ documentId, path, hash, text: '' },
  })
  const then = (documentId: string, path: string, hash: string) => ({
    ...{ documentId, path, hash, length: 1 },
  })
  const files = compareFiles(
    [then('1', 'a', 'A'), then('2', 'b', 'B'), then('3', 'c', 'C'), then('4', 'd', 'D')],
    [now('1', 'a', 'A'), now('2', 'b', 'B2'), now('3', 'c2', 'C'), now('5', 'e', 'E')],
  )
  expect(files.map(({ path, fate }) => [path, fate])).toEqual([
    ['b', 'changed'],
    ['c', 'moved'],
    ['d', 'deleted'],
    ['e', 'added'],
    ['a', 'same'],
  ])
})

it('says in words what a version is', () => {
  expect(versionTitle(version())).toBe('Maya took the wheel')
  expect(versionPerson(version())).toBeNull()
  expect(versionTitle(version({ person: null }))).toBe('The wheel passed on')
  const named = version({ name: 'Demo' })
  expect([versionTitle(named), versionPerson(named)]).toEqual(['Demo', 'Maya'])
  expect(versionInWords(named)).toBe('“Demo”')
  expect(versionInWords(version({ reason: 'green_run' }))).toBe('the version “Tests turned green”')
})

it('tells the room who restored what, from which version', () => {
  const news = new RoomNews('somebody', () => '')
  const { id: versionId, person } = version()
  if (!person) throw new Error('nobody')
  const event = (seq: number, path: string | null) => ({
    ...{ roomId: versionId, seq, at: new Date(0).toISOString(), versionId, person, path },
    kind: 'version:restored' as const,
  })
  news.tell([event(1, 'src/app.py')], true, [version({ name: 'Before the demo' })])
  news.tell([event(2, null)], true, [])
  expect(news.notices.map(({ text }) => text)).toEqual([
    'Maya restored src/app.py from “Before the demo”.',
    'Maya restored all files from an earlier version.',
  ])
})
