import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { recordRunInput } from '@/contracts/documents'
import { versionView } from '@/contracts/versions'
import { db } from '@/db/client'
import { documentUpdate, person, roomText, version, versionFile } from '@/db/schema'
import { deleteDocument } from '@/domain/documents/delete-document'
import { moveDocument } from '@/domain/documents/move-document'
import { getWheel } from '@/domain/pairing/get-wheel'
import { rotateWheels } from '@/domain/pairing/rotate-wheels'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { recordRun } from '@/domain/runs/record-run'
import { keepVersion } from '@/domain/versions/keep-version'
import { listCoAuthors } from '@/domain/versions/list-co-authors'
import { listVersions } from '@/domain/versions/list-versions'
import { loadOlderVersions } from '@/domain/versions/load-older-versions'
import { nameVersion } from '@/domain/versions/name-version'
import { openVersion } from '@/domain/versions/open-version'
import { readVersionFile } from '@/domain/versions/read-version-file'
import { saveVersion } from '@/domain/versions/save-version'
import { keptAutomatic } from '@/domain/versions/store-version'
import { letPass, minutes } from '../pairing/team'
import { createRoom, refusalOf, write } from './project'

const textsOf = (roomId: string) => db().select().from(roomText).where(eq(roomText.roomId, roomId))
const reasons = async (roomId: string) =>
  (await listVersions(db(), roomId)).versions.map(({ reason }) => reason)

it('keeps all files under a name, and reads them as they were then', async () => {
  const { ana, ben, roomId, create, save, events } = await createRoom()
  const file = await create('src/app.py', 'print(1)\n')
  await create('notes.md', 'One\n')
  const gone = await create('gone.md', 'Gone\n')
  await deleteDocument(ana, gone)
  const kept = await save('Before the demo', ben)
  expect(versionView.parse(kept)).toMatchObject({
    ...{ reason: 'named', name: 'Before the demo', runId: null, person: { id: ben.personId } },
  })
  const [event] = await events(kept.seq - 1)
  expect(event).toMatchObject({ kind: 'version:created', payload: { versionId: kept.id } })
  await write(ana, file, 'print(2)\n')
  await moveDocument(ana, { ...file, path: 'src/main.py' })
  const opened = await openVersion(ana, { roomId, versionId: kept.id })
  expect(opened.version).toEqual(kept)
  expect(opened.files.map(({ path, length }) => [path, length])).toEqual([
    ['notes.md', 4],
    ['src/app.py', 9],
  ])
  const place = { roomId, versionId: kept.id }
  const { text } = await readVersionFile(ben, { ...place, documentId: file.documentId })
  expect(text).toBe('print(1)\n')
  const none = readVersionFile(ben, { ...place, documentId: gone.documentId })
  expect(await refusalOf(none)).toBe('NotFound')
})

it('is saved once, however often and at once it is sent, and never over somebody’s version', async () => {
  const { ana, ben, roomId, create, events } = await createRoom()
  await create('a.md', 'A')
  const input = { roomId, versionId: randomUUID(), name: 'Once' }
  const answers = await Promise.all(Array.from({ length: 8 }, () => saveVersion(ana, input)))
  const [first] = answers
  for (const answer of answers) expect(answer).toEqual(first)
  expect((await events()).filter(({ kind }) => kind === 'version:created')).toHaveLength(1)
  expect(await refusalOf(saveVersion(ben, input))).toBe('Conflict')
  const other = await createRoom()
  const elsewhere = saveVersion(other.ana, { ...input, roomId: other.roomId })
  expect(await refusalOf(elsewhere)).toBe('Conflict')
  // The state is the same; whoever asks for a version gets one.
  await saveVersion(ana, { roomId, versionId: randomUUID(), name: 'Twice' })
  expect((await listVersions(db(), roomId)).versions.map(({ name }) => name)).toEqual([
    'Twice',
    'Once',
  ])
})

it('stores a text once, and reads no file again that has not changed', async () => {
  const { ana, roomId, create, save } = await createRoom()
  const file = await create('a.md', 'same')
  await create('b.md', 'same')
  await save()
  expect(await textsOf(roomId)).toHaveLength(1)
  // What cannot be read any more shows that nobody reads it.
  await db().delete(documentUpdate).where(eq(documentUpdate.documentId, file.documentId))
  const again = await save()
  const read = await readVersionFile(ana, { ...file, versionId: again.id })
  expect(read.text).toBe('same')
})

it('keeps what PostgreSQL cannot store as well as it can', async () => {
  const { ana, create, save } = await createRoom()
  const file = await create('odd.txt', 'a\u0000b\ud83d')
  const { id } = await save()
  expect((await readVersionFile(ana, { ...file, versionId: id })).text).toBe('ab\ufffd')
})

it('leaves out a version that comes about on its own when nothing has changed', async () => {
  const { ana, roomId, create, save, events } = await createRoom()
  const draft = { roomId, reason: 'turn', personId: ana.personId } as const
  const keep = () => db().transaction((tx) => keepVersion(tx, draft))
  expect(await keep()).toBeNull()
  const file = await create('a.md', 'A')
  expect((await keep())?.view.reason).toBe('turn')
  const { length } = await events()
  expect(await keep()).toBeNull()
  expect(await events()).toHaveLength(length)
  await write(ana, file, 'B')
  await write(ana, file, 'A')
  expect(await keep()).toBeNull()
  await moveDocument(ana, { ...file, path: 'b.md' })
  expect(await keep()).not.toBeNull()
  await save()
  expect(await keep()).toBeNull()
  await deleteDocument(ana, file)
  expect(await keep()).not.toBeNull()
})

it('numbers and dates versions made at once in one order', async () => {
  const { ana, roomId, create, events } = await createRoom()
  await create('a.md', 'A')
  const draft = { roomId, reason: 'turn', personId: ana.personId } as const
  const kept = await Promise.all(
    Array.from({ length: 6 }, () => db().transaction((tx) => keepVersion(tx, draft))),
  )
  expect(kept.filter((one) => one !== null)).toHaveLength(1)
  const seqs = (await events()).map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
})

it('drops the oldest that nobody named, and their texts', async () => {
  const { ana, roomId, create, save } = await createRoom()
  const file = await create('a.md', 'text 0')
  const draft = { roomId, reason: 'turn', personId: ana.personId } as const
  const keep = () => db().transaction((tx) => keepVersion(tx, draft))
  const first = await keep()
  await write(ana, file, 'text 1')
  const second = await keep()
  await write(ana, file, 'text 2')
  await keep()
  if (!first || !second) throw new Error('no version')
  await nameVersion(ana, { roomId, versionId: second.view.id, name: 'Worth keeping' })
  // So many that one more is one too many, made by hand: texts of their own would take long.
  const { seq } = await save()
  const [file0] = await db()
    .select()
    .from(versionFile)
    .where(eq(versionFile.versionId, first.view.id))
  if (!file0) throw new Error('no file')
  await db()
    .insert(version)
    .values(
      Array.from({ length: keptAutomatic - 2 }, (_, at) => ({
        ...{ id: randomUUID(), roomId, seq: seq + at, reason: 'turn' as const },
      })),
    )
  await write(ana, file, 'text 3')
  await keep()
  await write(ana, file, 'text 4')
  await keep()
  const left = await db().select().from(version).where(eq(version.roomId, roomId))
  expect(left.filter(({ name }) => name === null)).toHaveLength(keptAutomatic)
  expect(left.map(({ id }) => id)).not.toContain(first.view.id)
  expect(left.map(({ id }) => id)).toContain(second.view.id)
  const texts = (await textsOf(roomId)).map(({ text }) => text).sort()
  expect(texts).toEqual(['text 1', 'text 2', 'text 3', 'text 4'])
})

it('is named by any member, and once', async () => {
  const { ana, ben, outsider, roomId, create, save, events } = await createRoom()
  await create('a.md', 'A')
  const { id: versionId } = await save('First')
  const named = await nameVersion(ben, { roomId, versionId, name: 'Second' })
  expect(named.version).toMatchObject({ name: 'Second', person: { id: ana.personId } })
  const { length } = await events()
  await nameVersion(ana, { roomId, versionId, name: 'Second' })
  expect(await events()).toHaveLength(length)
  expect((await events()).at(-1)).toMatchObject({ kind: 'version:named', payload: { versionId } })
  const stranger = nameVersion(outsider, { roomId, versionId, name: 'Mine' })
  expect(await refusalOf(stranger)).toBe('NotFound')
})

it('is found only through the room that it is of', async () => {
  const { ana, outsider, create, save } = await createRoom()
  const file = await create('secret.md', 'Secret')
  const { id: versionId } = await save()
  const other = await createRoom()
  const { roomId } = other
  for (const who of [ana, outsider, other.ana]) {
    const place = { roomId, versionId }
    expect(await refusalOf(openVersion(who, place))).toBe('NotFound')
    expect(await refusalOf(readVersionFile(who, { ...file, ...place }))).toBe('NotFound')
    expect(await refusalOf(nameVersion(who, { ...place, name: 'Mine' }))).toBe('NotFound')
    expect(await refusalOf(other.restore(versionId, null, who))).toBe('NotFound')
  }
})

it('lists older versions page by page', async () => {
  const { ana, roomId, create, save } = await createRoom()
  await create('a.md', 'A')
  for (let at = 0; at < 45; at++) await save(`Version ${at}`)
  const names: (string | null)[] = []
  let before = Number.MAX_SAFE_INTEGER
  for (let more = true; more; ) {
    const page = await loadOlderVersions(ana, { roomId, beforeSeq: before })
    names.push(...page.versions.map(({ name }) => name))
    before = page.versions.at(-1)?.seq ?? 0
    more = page.more
  }
  expect(names).toEqual(Array.from({ length: 45 }, (_, at) => `Version ${44 - at}`))
})

it('is kept when the wheel passes to somebody else, by hand or by the clock', async () => {
  const { ana, ben, roomId, create } = await createRoom()
  const file = await create('a.md', 'A')
  await turnWheel(ana, { roomId, act: 'drive', rotation: 5 })
  expect(await reasons(roomId)).toEqual([])
  await turnWheel(ana, { roomId, act: 'give', personId: ben.personId })
  const [turn] = (await listVersions(db(), roomId)).versions
  expect(turn).toMatchObject({ reason: 'turn', person: { id: ben.personId }, name: null })
  await write(ben, file, 'B')
  await letPass(roomId, minutes(6))
  const here = new Map([[roomId, new Set([ana.personId, ben.personId])]])
  expect(await rotateWheels(here)).toEqual([roomId])
  expect(await reasons(roomId)).toEqual(['turn', 'turn'])
  await write(ana, file, 'C')
  await turnWheel(ana, { roomId, act: 'release' })
  await turnWheel(ana, { roomId, act: 'drive', rotation: null })
  expect(await reasons(roomId)).toEqual(['turn', 'turn'])
})

it('does not fail the turn when a file cannot be read', async () => {
  const { ana, ben, roomId, create } = await createRoom()
  const file = await create('a.md', 'A')
  await db()
    .update(documentUpdate)
    .set({ bytes: new Uint8Array([255, 1]) })
    .where(eq(documentUpdate.documentId, file.documentId))
  await turnWheel(ana, { roomId, act: 'drive', rotation: null })
  await turnWheel(ana, { roomId, act: 'give', personId: ben.personId })
  expect((await getWheel(db(), roomId)).driverId).toBe(ben.personId)
  expect(await reasons(roomId)).toEqual([])
})

it('is kept when red tests of a file turn green, with the run', async () => {
  const { ana, roomId, create } = await createRoom()
  const file = await create('a.test.js', 'test')
  const other = await create('b.test.js', 'test')
  const run = async (passed: boolean | null, of = file, outcome = passed ? 'passed' : 'failed') => {
    const runId = randomUUID()
    const tests = passed === null ? [] : [{ name: 'adds up', passed, message: '' }]
    const ran = { runId, language: 'javascript', outcome, durationMs: 1, output: '', tests }
    await recordRun(ana, recordRunInput.parse({ ...of, ...ran }))
    return runId
  }
  await run(true)
  await run(false, other)
  await run(true)
  expect(await reasons(roomId)).toEqual([])
  await run(false)
  await run(null, file, 'passed')
  const green = await run(true)
  const [kept, ...more] = (await listVersions(db(), roomId)).versions
  expect(more).toEqual([])
  expect(kept).toMatchObject({
    ...{ reason: 'green_run', runId: green, person: { id: ana.personId } },
  })
  await run(true)
  expect(await reasons(roomId)).toHaveLength(1)
})

it('names everybody who typed, under an address that is none', async () => {
  const { ana, ben, outsider, roomId, create } = await createRoom()
  const file = await create('a.md', 'A')
  expect((await listCoAuthors(ana, { roomId })).authors).toEqual([])
  await write(ben, file, 'B')
  const gone = await create('b.md', '')
  await write(ana, gone, 'C')
  await deleteDocument(ana, gone)
  const { you, authors } = await listCoAuthors(ana, { roomId })
  expect(you.email).toBe(`${ana.handle}@users.noreply.prajix.dev`)
  expect(authors).toEqual([
    { id: ben.personId, name: ben.name, email: `${ben.handle}@users.noreply.prajix.dev` },
  ])
  const [row] = await db().select().from(person).where(eq(person.id, ben.personId))
  expect(JSON.stringify(authors)).not.toContain(row?.email)
  expect(await refusalOf(listCoAuthors(outsider, { roomId }))).toBe('NotFound')
})

it('gets along with whoever writes, makes and deletes files at the same moment', async () => {
  const { ana, ben, roomId, create, save } = await createRoom()
  const file = await create('a.md', 'A')
  for (let round = 0; round < 5; round++) {
    const other = await create(`${round}.md`, 'B')
    await Promise.all([
      save(),
      write(ben, file, `round ${round}`).catch(() => {}),
      create(`new-${round}.md`),
      save(),
      deleteDocument(ana, other),
      turnWheel(ana, { roomId, act: 'drive', rotation: null }).catch(() => {}),
    ])
    await turnWheel(ana, { roomId, act: 'release' })
  }
  expect((await listVersions(db(), roomId)).versions).toHaveLength(10)
})
