import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { VersionHistory } from '@/components/history/version-history'
import { keptVersions, type VersionView } from '@/contracts/versions'

const version = (seq: number, name: string | null = `Version ${seq}`): VersionView => ({
  ...{ id: `id-${seq}`, seq, name, reason: 'named', person: null, runId: null },
  at: new Date(seq * 1_000).toISOString(),
})
const range = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, at) => version(from - at))

/** A room with versions 1 to `newest`, of which it holds the newest ones, as the real one does. */
function openRoom(newest: number) {
  const listeners = new Set<() => void>()
  const asked: string[] = []
  const room = {
    versions: range(newest, Math.max(1, newest - keptVersions + 1)),
    refuses: false,
    change(versions: VersionView[]) {
      room.versions = versions
      for (const listener of listeners) listener()
    },
  }
  const answer = (name: string, input: { beforeSeq?: number }) => {
    asked.push(name)
    if (room.refuses) return { ok: false, code: 'Unavailable', message: 'No answer.' }
    if (name === 'version:list') {
      const older = range(newest, 1).filter(({ seq }) => seq < (input.beforeSeq ?? 0))
      return { ok: true, versions: older.slice(0, keptVersions), more: older.length > keptVersions }
    }
    if (name === 'version:open') return { ok: true, version: version(1), files: [] }
    return { ok: true, text: 'the text' }
  }
  const store = {
    roomId: randomUUID(),
    transport: { request: async (name: string, input: object) => answer(name, input) },
    getView: () => room,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const history = new VersionHistory(
    store as unknown as ConstructorParameters<typeof VersionHistory>[0],
  )
  let told = 0
  const stop = history.subscribe(() => told++)
  const seqs = () => history.getView().versions.map(({ seq }) => seq)
  return { room, asked, history, stop, seqs, told: () => told, listeners }
}

it('goes back page by page, until there is nothing older', async () => {
  const { history, seqs } = openRoom(50)
  expect([seqs().length, history.getView().more]).toEqual([keptVersions, true])
  await Promise.all([history.loadOlder(), history.loadOlder()])
  expect([seqs().length, history.getView().more]).toEqual([2 * keptVersions, true])
  await history.loadOlder()
  expect(history.getView()).toMatchObject({ more: false, loading: false, problem: null })
  expect(seqs()).toEqual(range(50, 1).map(({ seq }) => seq))
  expect(openRoom(3).history.getView().more).toBe(false)
})

it('keeps what it has seen while new versions come, and learns of names', () => {
  const { room, history, seqs, stop, listeners, told } = openRoom(keptVersions)
  const [, ...others] = room.versions
  room.change([version(keptVersions + 1), version(keptVersions, 'Renamed'), ...others.slice(0, -1)])
  expect(seqs()).toHaveLength(keptVersions + 1)
  expect(history.getView().versions[1]?.name).toBe('Renamed')
  history.learn(version(1, 'An old one'))
  expect(history.getView().versions.at(-1)?.name).toBe('An old one')
  const before = told()
  stop()
  room.change([])
  expect([listeners.size, told()]).toEqual([0, before])
})

it('says why older ones could not be loaded, and tries again', async () => {
  const { room, history, seqs } = openRoom(30)
  room.refuses = true
  await history.loadOlder()
  expect(history.getView()).toMatchObject({ more: true, loading: false, problem: 'No answer.' })
  room.refuses = false
  await history.loadOlder()
  expect([seqs().length, history.getView().problem]).toEqual([30, null])
})

it('asks once for what never changes', async () => {
  const { room, asked, history } = openRoom(1)
  const file = { documentId: randomUUID(), path: 'a.md', hash: 'abc', length: 8 }
  room.refuses = true
  expect(await history.open('id-1')).toMatchObject({ ok: false })
  room.refuses = false
  for (let times = 0; times < 3; times++) {
    expect(await history.open('id-1')).toMatchObject({ ok: true, files: [] })
    expect(await history.read('id-1', file)).toMatchObject({ text: 'the text' })
    // The same text in another version.
    expect(await history.read('id-2', file)).toMatchObject({ text: 'the text' })
  }
  expect(asked).toEqual(['version:open', 'version:open', 'version:read'])
})
