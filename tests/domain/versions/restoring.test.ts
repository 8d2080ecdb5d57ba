import { and, eq, isNotNull } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fromBase64 } from '@/contracts/base64'
import { maximumDocuments } from '@/contracts/documents'
import { db } from '@/db/client'
import { document, documentClient, documentUpdate } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { maximumDocumentBytes } from '@/domain/documents/append-update'
import { deleteDocument } from '@/domain/documents/delete-document'
import { rewriteStored } from '@/domain/documents/document-work'
import { moveDocument } from '@/domain/documents/move-document'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { publishThrough } from '@/domain/publish'
import { listVersions } from '@/domain/versions/list-versions'
import { readVersionFile } from '@/domain/versions/read-version-file'
import { append, change, openFile, typeIn } from '@/tests/support/documents'
import { createRoom, refusalOf, textIn, write } from './project'

afterEach(() => publishThrough(null))

it('makes all files as they were: texts, paths, what was deleted and what came since', async () => {
  const { ana, ben, roomId, create, save, restore, read, events } = await createRoom()
  const app = await create('src/app.py', 'print(1)\nprint(2)\n')
  const gone = await create('gone.md', 'Gone\n')
  const moved = await create('old.md', 'Same\n')
  const before = await read()
  const { id: versionId, seq } = await save('Before the demo')
  await write(ben, app, 'print(1)\nprint(3)\n')
  await deleteDocument(ana, gone)
  await moveDocument(ana, { ...moved, path: 'new.md' })
  const extra = await create('extra.md', 'New\n')
  const after = (await events()).at(-1)?.seq ?? 0
  const answer = await restore(versionId, null, ben)
  expect(await read()).toEqual(before)
  const told = await events(after)
  expect(told.map(({ kind }) => kind)).toEqual([
    'version:created',
    'document:deleted',
    'document:restored',
    'document:moved',
    'version:restored',
  ])
  expect(told.map(({ seq: one }) => one)).toEqual(told.map((_, at) => after + 1 + at))
  expect(told.at(-1)).toMatchObject({ seq: answer.seq, actorId: ben.personId })
  expect(told.at(-1)?.payload).toMatchObject({ versionId, path: null })
  // Nothing is lost: what was there is a version, too.
  const [kept] = (await listVersions(db(), roomId)).versions
  expect(kept).toMatchObject({ reason: 'before_restore', person: { id: ben.personId } })
  expect(kept?.seq).toBeGreaterThan(seq)
  await restore(kept?.id ?? '')
  expect(await read()).toEqual({
    ...{ 'extra.md': 'New\n', 'new.md': 'Same\n', 'src/app.py': 'print(1)\nprint(3)\n' },
  })
  expect((await readVersionFile(ana, { ...extra, versionId: kept?.id ?? '' })).text).toBe('New\n')
})

it('changes nothing and takes no number when all is so already', async () => {
  const { create, save, restore, events } = await createRoom()
  const file = await create('a.md', 'A')
  const { id } = await save()
  const { length } = await events()
  expect(await restore(id)).toEqual({ seq: length })
  expect(await restore(id, file.documentId)).toEqual({ seq: length })
  expect(await events()).toHaveLength(length)
})

it('makes one file as it was, and leaves the others alone', async () => {
  const { ana, create, save, restore, read, events } = await createRoom()
  const [a, b] = [await create('a.md', 'A'), await create('b.md', 'B')]
  const { id } = await save()
  await write(ana, a, 'A2')
  await write(ana, b, 'B2')
  await create('c.md', 'C')
  await restore(id, a.documentId)
  expect(await read()).toEqual({ 'a.md': 'A', 'b.md': 'B2', 'c.md': 'C' })
  expect((await events()).at(-1)?.payload).toMatchObject({ versionId: id, path: 'a.md' })
  await deleteDocument(ana, b)
  await restore(id, b.documentId)
  expect(await read()).toEqual({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C' })
  const foreign = await create('d.md', 'D')
  expect(await refusalOf(restore(id, foreign.documentId))).toBe('NotFound')
})

it('lets files change places, and gives way to what others put where a file was', async () => {
  const { ana, create, save, restore, read } = await createRoom()
  const [a, b] = [await create('a.md', 'A'), await create('b.md', 'B')]
  const { id } = await save()
  const move = (file: typeof a, path: string) => moveDocument(ana, { ...file, path })
  await move(a, 'c.md')
  await move(b, 'a.md')
  await move(a, 'b.md')
  expect(await read()).toEqual({ 'a.md': 'B', 'b.md': 'A' })
  await restore(id)
  expect(await read()).toEqual({ 'a.md': 'A', 'b.md': 'B' })

  await deleteDocument(ana, a)
  const other = await create('a.md', 'Other')
  await restore(id, a.documentId)
  expect(await read()).toEqual({ 'a.md': 'Other', 'a-2.md': 'A', 'b.md': 'B' })
  await move(other, 'd.md')
  await move(b, 'a.md')
  // Its place is taken: it stays where it is, with the text that it had.
  await write(ana, a, 'A2')
  await restore(id, a.documentId)
  expect(await read()).toEqual({ 'a.md': 'B', 'a-2.md': 'A', 'd.md': 'Other' })
  await restore(id)
  expect(await read()).toEqual({ 'a.md': 'A', 'b.md': 'B' })
})

it('goes forward: an old tab does not undo it, and what it types merges', async () => {
  const { ana, ben, create, save, restore, read } = await createRoom()
  const file = await create('plan.md', 'one\ntwo\nthree\n')
  const { id } = await save()
  await write(ana, file, 'one\nTWO\nthree\nfour\n')
  // Ben's tab has this text, and is cut off; so is one of Ana's, which has not even seen the last change.
  const cutOff = await openFile(ben, file)
  const typed = [typeIn(cutOff, 'zero\n', 0), typeIn(cutOff, 'five\n')]
  await restore(id, file.documentId)
  expect(await read()).toEqual({ 'plan.md': 'one\ntwo\nthree\n' })
  for (const update of typed) await append(ben, file, update)
  const text = (await read())['plan.md']
  expect(text).toContain('zero\none\ntwo\nthree\n')
  expect(text).toContain('five\n')
  expect(text).not.toMatch(/TWO|four/)
  // Both ends agree on it.
  const fresh = await openFile(ana, file)
  Y.applyUpdate(cutOff, Y.encodeStateAsUpdate(fresh))
  expect(textIn(cutOff)).toBe(text)
})

it('changes as little as it can: what stays is not typed anew', async () => {
  const { ana, create, save, restore } = await createRoom()
  const lines = Array.from({ length: 400 }, (_, line) => `line number ${line}\n`)
  const file = await create('long.md', lines.join(''))
  const { id } = await save()
  const other = lines.map((line, at) => (at % 100 === 50 ? line.replace('number', 'No.') : line))
  const doc = await openFile(ana, file)
  const update = change(doc, (text) => {
    for (const at of [350, 250, 150, 50]) {
      const start = lines.slice(0, at).join('').length
      text.delete(start + 5, 6)
      text.insert(start + 5, 'No.')
    }
  })
  await append(ana, file, update)
  expect(textIn(doc)).toBe(other.join(''))
  await restore(id, file.documentId)
  const stored = await db()
    .select()
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, file.documentId))
  const last = stored.sort((one, two) => one.seq - two.seq).at(-1)
  expect(last).toMatchObject({ seq: 3, authorId: ana.personId })
  expect(last?.bytes.length).toBeLessThan(200)
})

it('is nobody’s typing, and reaches everybody who has the file open', async () => {
  const { ana, ben, create, save, restore } = await createRoom()
  const file = await create('a.md', 'first text')
  const { id } = await save()
  const theirs = await write(ben, file, 'second')
  const heard: { event: string; payload: unknown }[] = []
  publishThrough({
    to: () => ({ emit: (event, payload) => heard.push({ event, payload }) }),
  })
  await restore(id, null, ana)
  const [told, changed, ...more] = heard
  expect(told).toMatchObject({
    event: 'room:advanced',
    payload: { events: [{ kind: 'version:created' }, { kind: 'version:restored' }] },
  })
  expect(changed).toMatchObject({
    ...{
      event: 'document:updated',
      payload: { documentId: file.documentId, updates: [{ seq: 3 }] },
    },
  })
  expect(more).toEqual([])
  const { updates } = (changed?.payload ?? {}) as { updates: { update: string }[] }
  Y.applyUpdate(theirs, fromBase64(updates[0]?.update ?? '') ?? new Uint8Array())
  expect(textIn(theirs)).toBe('first text')
  const typists = await db()
    .select({ personId: documentClient.personId })
    .from(documentClient)
    .where(and(eq(documentClient.documentId, file.documentId), isNotNull(documentClient.personId)))
  expect(typists).toEqual([{ personId: ben.personId }])
})

it('is for who may write: a navigator is refused, and nothing is changed', async () => {
  const { ana, ben, outsider, roomId, create, save, restore, read, events } = await createRoom()
  const file = await create('a.md', 'A')
  const { id } = await save()
  await write(ana, file, 'B')
  await turnWheel(ana, { roomId, act: 'drive', rotation: null })
  const { length } = await events()
  const as = (who: Actor) => refusalOf(restore(id, null, who))
  expect(await as(ben)).toBe('Forbidden')
  expect(await as(outsider)).toBe('NotFound')
  expect([await read(), (await events()).length]).toEqual([{ 'a.md': 'B' }, length])
  expect(await as(ana)).toBe('allowed')
  expect(await read()).toEqual({ 'a.md': 'A' })
})

it('keeps to a room’s number of files, and to the size of a file', async () => {
  const { ana, roomId, create, save, restore, read } = await createRoom()
  const file = await create('a.md', 'A')
  const { id } = await save()
  await deleteDocument(ana, file)
  const rows = Array.from({ length: maximumDocuments }, (_, at) => ({
    ...{ id: crypto.randomUUID(), roomId, path: `${at}.md` },
  }))
  await db().insert(document).values(rows)
  expect(await refusalOf(restore(id, file.documentId))).toBe('Conflict')
  expect(Object.keys(await read())).toHaveLength(maximumDocuments)
  await restore(id)
  expect(await read()).toEqual({ 'a.md': 'A' })

  await write(ana, file, 'B')
  const full = (size: number) =>
    db().update(document).set({ size }).where(eq(document.id, file.documentId))
  await full(maximumDocumentBytes)
  const refused = restore(id, file.documentId)
  await expect(refused).rejects.toThrow(/a\.md is full/)
  expect(await read()).toEqual({ 'a.md': 'B' })
})

it('makes room in a file that is full of what was deleted', async () => {
  const { ana, create, save, restore, read } = await createRoom()
  const file = await create('a.md', 'A')
  const { id } = await save()
  let size = 0
  for (let round = 0; size < maximumDocumentBytes - 60_000; round++) {
    await write(ana, file, `${round} `.repeat(15_000))
    const [row] = await db().select().from(document).where(eq(document.id, file.documentId))
    size = row?.size ?? 0
  }
  await write(ana, file, 'y')
  await db()
    .update(document)
    .set({ size: maximumDocumentBytes - 1 })
    .where(eq(document.id, file.documentId))
  await restore(id)
  expect(await read()).toEqual({ 'a.md': 'A' })
}, 60_000)

it('can be done by two at once', async () => {
  const { ana, ben, create, save, restore, read } = await createRoom()
  const [a, b] = [await create('a.md', 'A'), await create('b.md', 'B')]
  const first = await save()
  await write(ana, a, 'A2')
  await write(ana, b, 'B2')
  const second = await save()
  for (let round = 0; round < 6; round++) {
    await Promise.all([
      restore(first.id, null, ana),
      restore(second.id, null, ben),
      append(ben, a, typeIn(await openFile(ben, a), '')).catch(() => {}),
    ])
    const states = [
      { 'a.md': 'A', 'b.md': 'B' },
      { 'a.md': 'A2', 'b.md': 'B2' },
    ]
    expect(states).toContainEqual(await read())
  }
})

it('makes any text of any text, and never cuts a character in two', async () => {
  const piece = fc.constantFrom('a', 'b', 'line\n', '\n', '👩‍💻', '😀', '😁', '  ', 'é')
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(text, text, async (before, wanted) => {
      const doc = new Y.Doc()
      doc.getText('text').insert(0, before)
      const stored = Y.encodeStateAsUpdate(doc)
      const rewritten = await rewriteStored([stored], wanted)
      expect(rewritten === null).toBe(before === wanted)
      if (!rewritten) return
      Y.applyUpdate(doc, rewritten.update)
      expect(textIn(doc)).toBe(wanted)
      expect(rewritten.client).not.toBe(doc.clientID)
      expect(Y.getState(doc.store, rewritten.client)).toBe(rewritten.clock)
    }),
    { numRuns: 150 },
  )
  // Nothing in common, and much of it: it gives up looking for what is small.
  const other = new Y.Doc()
  const noise = (seed: number) =>
    Array.from({ length: 20_000 }, (_, at) => `${(at * seed) % 7919}\n`).join('')
  other.getText('text').insert(0, noise(17))
  const rewritten = await rewriteStored([Y.encodeStateAsUpdate(other)], noise(23))
  Y.applyUpdate(other, rewritten?.update ?? new Uint8Array())
  expect(textIn(other)).toBe(noise(23))
})
