import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { maximumDocuments, textName } from '@/contracts/documents'
import { channel } from '@/contracts/realtime'
import { db } from '@/db/client'
import { document, documentClient, documentUpdate, membership, wheel } from '@/db/schema'
import { maximumDocumentBytes } from '@/domain/documents/append-update'
import {
  compactAfter,
  compactDocument,
  compactDocuments,
} from '@/domain/documents/compact-document'
import { createDocument } from '@/domain/documents/create-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { listDocuments } from '@/domain/documents/list-documents'
import { moveDocument } from '@/domain/documents/move-document'
import { openDocument } from '@/domain/documents/open-document'
import { readDocumentText } from '@/domain/documents/read-document-text'
import { restoreDocument } from '@/domain/documents/restore-document'
import { publishThrough } from '@/domain/publish'
import {
  append,
  change,
  createFile,
  emptyStateVector,
  type File,
  openFile,
  textOf,
  typeIn,
} from '../../support/documents'
import { addMember, createPerson, createProject } from '../../support/factories'
import { rowsOf } from '../../support/stored-file'

async function setUp(text = '') {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  const file = await createFile(owner, project.roomId, text)
  return { owner, member, outsider, project, roomId: project.roomId, file }
}
afterEach(() => publishThrough(null))

describe('a file', () => {
  it('begins with the text that the server wrote, once', async () => {
    const { owner, roomId } = await setUp()
    const input = { roomId, documentId: randomUUID(), path: 'a.py', text: 'one\r\ntwo\rthree\n' }
    const made = await Promise.all(Array.from({ length: 5 }, () => createDocument(owner, input)))
    expect(new Set(made.map(({ document: view }) => view.id)).size).toBe(1)
    const file = { roomId, documentId: input.documentId }
    expect(textOf(await openFile(owner, file))).toBe('one\ntwo\nthree\n')
    expect(await readDocumentText(db(), file.documentId)).toBe('one\ntwo\nthree\n')
    expect(await rowsOf(file)).toHaveLength(1)
  })

  it('has its path alone in its room, and its id alone everywhere', async () => {
    const { owner, member, roomId } = await setUp()
    const make = (path: string, documentId = randomUUID()) =>
      createDocument(owner, { roomId, documentId, path, text: '' })
    const taken = /already a file with this path/
    const { document: first } = await make('a.py')
    const { document: second } = await make('b.py')
    await expect(make('a.py')).rejects.toThrow(taken)
    const target = { roomId, documentId: second.id }
    await expect(moveDocument(owner, { ...target, path: 'a.py' })).rejects.toThrow(taken)
    await expect(
      createDocument(member, { roomId, documentId: first.id, path: 'c.py', text: '' }),
    ).rejects.toThrow(/under this id/)
    const race = await Promise.allSettled(Array.from({ length: 6 }, () => make('race.py')))
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await deleteDocument(owner, { roomId, documentId: first.id })
    await moveDocument(owner, { ...target, path: 'a.py' })
    await expect(restoreDocument(owner, { roomId, documentId: first.id })).rejects.toThrow(taken)
    await moveDocument(owner, { ...target, path: 'b.py' })
    await restoreDocument(owner, { roomId, documentId: first.id })
    const paths = (await listDocuments(db(), roomId)).map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['a.py', 'b.py', 'race.py']))
  })

  it('is one of a hundred at most, however many ask at once', async () => {
    const { owner, roomId } = await setUp()
    const rows = Array.from({ length: maximumDocuments - 3 }, (_, at) => ({
      id: randomUUID(),
      roomId,
      path: `old/${at}`,
    }))
    await db().insert(document).values(rows)
    const made = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) =>
        createDocument(owner, { roomId, documentId: randomUUID(), path: `new/${at}`, text: '' }),
      ),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await listDocuments(db(), roomId)).toHaveLength(maximumDocuments)
  })

  it('comes back with its text, and takes nothing while it is deleted', async () => {
    const { owner, member, file } = await setUp('kept')
    const doc = await openFile(member, file)
    await deleteDocument(owner, file)
    await deleteDocument(owner, file)
    await expect(append(member, file, typeIn(doc, '!'))).rejects.toMatchObject({ name: 'Conflict' })
    await expect(openFile(member, file)).rejects.toMatchObject({ name: 'NotFound' })
    await restoreDocument(member, file)
    expect(textOf(await openFile(member, file))).toBe('kept')
  })
})

describe('an update', () => {
  it('is stored before everybody is told, in order', async () => {
    const { owner, member, file } = await setUp('a')
    const told: { name: unknown; seq: number; stored: number }[] = []
    const looks: Promise<unknown>[] = []
    publishThrough({
      to: (name) => ({
        emit: (event, payload) => {
          if (event !== 'document:updated') return
          for (const { seq } of (payload as { updates: { seq: number }[] }).updates)
            looks.push(rowsOf(file).then((rows) => told.push({ name, seq, stored: rows.length })))
        },
      }),
    })
    const doc = await openFile(owner, file)
    expect((await append(owner, file, typeIn(doc, 'b'))).seq).toBe(2)
    await Promise.all(looks)
    const other = await openFile(member, file)
    expect((await append(member, file, typeIn(other, 'c'))).seq).toBe(3)
    await Promise.all(looks)
    const name = channel.document(file.documentId)
    expect(told).toEqual([
      { name, seq: 2, stored: 2 },
      { name, seq: 3, stored: 3 },
    ])
    expect(textOf(await openFile(owner, file))).toBe('abc')
    const typists = await db()
      .select({ personId: documentClient.personId, clock: documentClient.clock })
      .from(documentClient)
      .where(eq(documentClient.documentId, file.documentId))
    expect(typists).toContainEqual({ personId: member.personId, clock: 1 })
  })

  it('that comes again takes no number, and one that brings more is stored without the known part', async () => {
    const { owner, file } = await setUp('a')
    const doc = await openFile(owner, file)
    const first = typeIn(doc, 'one ')
    expect((await append(owner, file, first)).seq).toBe(2)
    expect((await append(owner, file, first)).seq).toBe(2)
    const second = typeIn(doc, 'two')
    expect((await append(owner, file, Y.mergeUpdates([first, second]))).seq).toBe(3)
    const rows = await rowsOf(file)
    expect(rows).toHaveLength(3)
    expect(Y.parseUpdateMeta(rows[2]?.bytes ?? first).from.get(doc.clientID)).toBe(4)
    expect(textOf(await openFile(owner, file))).toBe('aone two')
    expect((await append(owner, file, new Uint8Array([0, 0]))).seq).toBe(3)
  })

  it('cannot say under known clocks what was not said then', async () => {
    const { owner, member, file } = await setUp('')
    const honest = new Y.Doc()
    await append(owner, file, typeIn(honest, 'honest'))
    const forged = new Y.Doc()
    forged.clientID = honest.clientID
    await append(member, file, typeIn(forged, 'forged'))
    await append(
      member,
      file,
      change(forged, (text) => text.insert(6, ' and more')),
    )
    await compactDocument(file.documentId)
    expect(textOf(await openFile(owner, file))).toMatch(/^honest/)
  })

  it('of two that say different things under the same clocks at once, one wins for everybody', async () => {
    const { owner, member, file } = await setUp('')
    const docs = ['this', 'that', 'or so'].map((text) => {
      const doc = new Y.Doc()
      doc.clientID = 77
      return typeIn(doc, text)
    })
    await Promise.all(docs.map((update, at) => append(at % 2 ? owner : member, file, update)))
    const stored = textOf(await openFile(owner, file))
    const [row] = await rowsOf(file)
    const first = new Y.Doc()
    if (row) Y.applyUpdate(first, row.bytes)
    expect(stored.startsWith(textOf(first))).toBe(true)
  })

  it('that builds on what is not stored is refused, and poisons nothing', async () => {
    const { owner, member, file } = await setUp('text')
    const doc = await openFile(owner, file)
    typeIn(doc, 'lost ')
    const later = typeIn(doc, 'later')
    const missing = { name: 'Invalid', message: expect.stringContaining('not stored') }
    await expect(append(owner, file, later)).rejects.toMatchObject(missing)
    const deletion = change(doc, (text) => text.delete(0, 6))
    await expect(append(owner, file, deletion)).rejects.toMatchObject(missing)
    const other = await openFile(member, file)
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    await expect(append(member, file, typeIn(other, 'x'))).rejects.toMatchObject(missing)
    expect(await rowsOf(file)).toHaveLength(1)
    // Everything since then is the way out.
    await append(owner, file, Y.encodeStateAsUpdate(doc))
    expect(textOf(await openFile(member, file))).toBe(textOf(doc))
  })

  it('comes from the driver alone, and from a member alone', async () => {
    const { owner, member, outsider, project, roomId, file } = await setUp('text')
    await db().update(wheel).set({ driverId: owner.personId }).where(eq(wheel.roomId, roomId))
    const [one, two] = [await openFile(owner, file), await openFile(member, file)]
    const update = typeIn(two, 'x')
    await append(owner, file, typeIn(one, '!'))
    await expect(append(member, file, update)).rejects.toMatchObject({ name: 'Forbidden' })
    for (const attempt of [
      () => createFile(member, roomId),
      () => moveDocument(member, { ...file, path: 'moved' }),
      () => deleteDocument(member, file),
      () => restoreDocument(member, file),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: 'Forbidden' })
    await db().update(wheel).set({ driverId: null }).where(eq(wheel.roomId, roomId))
    await append(member, file, update)
    await expect(append(outsider, file, update)).rejects.toMatchObject({ name: 'NotFound' })
    const theirs = await createProject(outsider)
    const elsewhere = { ...file, roomId: theirs.roomId }
    await expect(append(outsider, elsewhere, update)).rejects.toMatchObject({ name: 'NotFound' })
    const asOf = { ...elsewhere, stateVector: emptyStateVector }
    await expect(openDocument(outsider, asOf)).rejects.toMatchObject({ name: 'NotFound' })
    await db()
      .update(membership)
      .set({ status: 'removed' })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, member.personId)))
    await expect(append(member, file, typeIn(two, 'y'))).rejects.toMatchObject({
      name: 'NotFound',
    })
    expect(textOf(await openFile(owner, file))).toMatch(/^text(!x|x!)$/)
  })

  it('does not fit into a full file', async () => {
    const { owner, file } = await setUp('text')
    await db()
      .update(document)
      .set({ size: maximumDocumentBytes - 5 })
      .where(eq(document.id, file.documentId))
    const doc = await openFile(owner, file)
    await expect(append(owner, file, typeIn(doc, 'more'))).rejects.toThrow(/full/)
  })

  it('waits for nobody when many write at once', async () => {
    const { owner, member, file } = await setUp('')
    const docs = await Promise.all(Array.from({ length: 8 }, () => openFile(owner, file)))
    await Promise.all(
      docs.map(async (doc, at) => {
        for (let times = 0; times < 10; times++)
          await append(at % 2 ? owner : member, file, typeIn(doc, `${at}`))
      }),
    )
    const rows = await rowsOf(file)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, at) => at + 1))
    expect(textOf(await openFile(owner, file))).toHaveLength(80)
  })
})

describe('compaction', () => {
  it('keeps the text, drops what was deleted, and leaves what came meanwhile', async () => {
    const { owner, file } = await setUp('')
    const doc = await openFile(owner, file)
    await append(owner, file, typeIn(doc, 'a secret word'))
    await append(
      owner,
      file,
      change(doc, (text) => text.delete(2, 7)),
    )
    for (let at = 0; at < 30; at++) await append(owner, file, typeIn(doc, `${at} `))
    const [done] = await Promise.all([
      compactDocument(file.documentId),
      append(owner, file, typeIn(doc, 'meanwhile')),
    ])
    expect(done.merged).toBeGreaterThan(30)
    const rows = await rowsOf(file)
    expect(rows.length).toBeLessThanOrEqual(2)
    expect(rows.at(-1)?.seq).toBe(33)
    for (const { bytes } of rows)
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('secret')
    expect(textOf(await openFile(owner, file))).toBe(textOf(doc))
    const [found] = await db().select().from(document).where(eq(document.id, file.documentId))
    expect(found?.size).toBe(rows.reduce((sum, { bytes }) => sum + bytes.length, 0))
    expect(found?.uncompacted).toBeLessThanOrEqual(1)
    await append(owner, file, typeIn(doc, ' and on'))
    expect(textOf(await openFile(owner, file))).toBe(textOf(doc))
  })

  it('that is due goes on beyond a file that cannot be read', async () => {
    const { owner, file } = await setUp('')
    const [first, last] = [
      await createFile(owner, file.roomId),
      await createFile(owner, file.roomId),
    ]
    for (const each of [file, first, last]) {
      const doc = await openFile(owner, each)
      for (const word of ['one', 'two']) await append(owner, each, typeIn(doc, word))
      await db()
        .update(document)
        .set({ uncompacted: compactAfter })
        .where(eq(document.id, each.documentId))
    }
    await db()
      .update(documentUpdate)
      .set({ bytes: new Uint8Array([9, 9, 9]) })
      .where(eq(documentUpdate.documentId, first.documentId))
    await compactDocuments()
    const rows = async (each: File) => (await rowsOf(each)).length
    expect([await rows(file), await rows(first), await rows(last)]).toEqual([1, 2, 1])
  })

  it('by several at once is one, or several one after the other', async () => {
    const { owner, file } = await setUp('')
    const doc = await openFile(owner, file)
    for (let at = 0; at < 20; at++) await append(owner, file, typeIn(doc, `${at} `))
    await Promise.all(Array.from({ length: 4 }, () => compactDocument(file.documentId)))
    expect(await rowsOf(file)).toHaveLength(1)
    expect(textOf(await openFile(owner, file))).toBe(textOf(doc))
  })

  it('answers whoever was behind with everything that they lack', async () => {
    const { owner, file } = await setUp('start ')
    const doc = await openFile(owner, file)
    const behind = await openFile(owner, file)
    typeIn(behind, 'offline ')
    for (let at = 0; at < 20; at++) await append(owner, file, typeIn(doc, `${at} `))
    await compactDocument(file.documentId)
    const stateVector = Y.encodeStateVector(behind)
    const opened = await openDocument(owner, { ...file, stateVector })
    Y.applyUpdate(behind, opened.update)
    await append(owner, file, Y.encodeStateAsUpdate(behind, opened.stateVector))
    expect(textOf(await openFile(owner, file))).toBe(textOf(behind))
    expect(behind.getText(textName).toString()).toContain('offline')
  })
})
