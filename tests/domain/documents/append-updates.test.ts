import { eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { db } from '@/db/client'
import { document, membership, wheel } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { maximumDocumentBytes } from '@/domain/documents/append-update'
import { appendUpdates } from '@/domain/documents/append-updates'
import { deleteDocument } from '@/domain/documents/delete-document'
import { parseUpdate } from '@/domain/documents/parse-update'
import { publishThrough } from '@/domain/publish'
import { createFile, type File, openFile, textOf, typeIn } from '../../support/documents'
import { addMember, createPerson, createProject } from '../../support/factories'
import { expectWhole, rowsOf, seqOf } from '../../support/stored-file'

afterEach(() => publishThrough(null))

async function setUp() {
  const [owner, member, outsider] = [
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  const project = await createProject(owner)
  await addMember(project.id, member)
  const [file, beside] = [
    await createFile(owner, project.roomId, 'a'),
    await createFile(owner, project.roomId, 'b'),
  ]
  return { owner, member, outsider, project, file, beside }
}
const draft = (actor: Actor, file: File, update: Uint8Array, origin?: string) => ({
  actor,
  input: { ...file, update },
  parsed: parseUpdate(update),
  ...(origin ? { origin } : {}),
})
const typed = async (actor: Actor, file: File, text: string) =>
  draft(actor, file, typeIn(await openFile(actor, file), text))

describe('updates that are stored together', () => {
  it('take their files’ numbers in their order, and are told file by file', async () => {
    const { owner, member, file, beside } = await setUp()
    const told = new Map<unknown, unknown[]>()
    publishThrough({
      to: (name, except) => ({
        emit: (_, payload) => {
          const { updates } = payload as { updates: { seq: number }[] }
          told.set(name, [updates.map(({ seq }) => seq), except])
        },
      }),
    })
    const alone = { ...(await typed(member, beside, 'x')), origin: 'alone' }
    const places = await appendUpdates([
      { ...(await typed(owner, file, '1')), origin: 'one' },
      alone,
      { ...(await typed(member, file, '2')), origin: 'two' },
    ])
    expect(places.map((place) => place?.seq)).toEqual([2, 2, 3])
    // Who wrote beside others hears of theirs; who wrote alone needs no more than the answer.
    expect(told).toEqual(
      new Map([
        [`document:${file.documentId}`, [[2, 3], undefined]],
        [`document:${beside.documentId}`, [[2], 'alone']],
      ]),
    )
    const [, first, second] = await rowsOf(file)
    expect([first?.authorId, second?.authorId]).toEqual([owner.personId, member.personId])
    expect(textOf(await openFile(owner, file))).toHaveLength(3)
    for (const each of [file, beside]) await expectWhole(each)
  })

  it('leave out whatever fails a check, and store the rest', async () => {
    const { owner, outsider, member, project, file, beside } = await setUp()
    const gone = await createFile(owner, project.roomId, 'c')
    const left = await typed(owner, gone, 'never')
    await deleteDocument(owner, gone)
    const doc = await openFile(owner, file)
    const missing = typeIn(doc, 'never sent')
    const building = typeIn(doc, 'on it')
    const full = await createFile(owner, project.roomId, 'd')
    const tooMuch = await typed(owner, full, 'x')
    await db()
      .update(document)
      .set({ size: maximumDocumentBytes })
      .where(eq(document.id, full.documentId))
    const repeated = await typed(member, beside, 'once')
    expect(await appendUpdates([repeated])).toMatchObject([{ seq: 2 }])
    const elsewhere = await createProject(outsider)
    const places = await appendUpdates([
      { ...(await typed(owner, file, 'x')), actor: outsider },
      left,
      draft(owner, file, building),
      tooMuch,
      repeated,
      draft(owner, beside, Y.encodeStateAsUpdate(new Y.Doc())),
      draft(outsider, { ...file, roomId: elsewhere.roomId }, missing),
      await typed(member, file, 'good'),
    ])
    expect(places.map((place) => place?.seq ?? null)).toEqual([
      ...Array.from({ length: 7 }, () => null),
      2,
    ])
    expect([await seqOf(gone), await seqOf(full), await seqOf(beside)]).toEqual([1, 1, 2])
    await expectWhole(file)
  })

  it('ask who drives, and wait for nobody who is changing a seat or the wheel', async () => {
    const { owner, member, project, file, beside } = await setUp()
    const its = eq(wheel.roomId, file.roomId)
    await db().update(wheel).set({ driverId: owner.personId }).where(its)
    const [mine, other] = [await typed(owner, file, 'm'), await typed(member, beside, 'o')]
    expect(await appendUpdates([other, mine])).toMatchObject([null, { seq: 2 }])
    await db().update(wheel).set({ driverId: null })
    const stored = await db().transaction(async (tx) => {
      await tx
        .update(membership)
        .set({ role: 'maintainer' })
        .where(eq(membership.personId, member.personId))
      return appendUpdates([await typed(owner, file, 'n'), other])
    })
    expect(stored).toMatchObject([{ seq: 3 }, null])
    const turning = await db().transaction(async (tx) => {
      await tx.execute(sql`update wheel set driver_id = null where room_id = ${project.roomId}`)
      return appendUpdates([other])
    })
    expect(turning).toEqual([null])
    expect(await appendUpdates([other])).toMatchObject([{ seq: 2 }])
  })

  it('pass over a file that somebody holds for long, and at once when asked to', async () => {
    const { owner, file, beside } = await setUp()
    const [held, free] = [await typed(owner, file, 'h'), await typed(owner, beside, 'f')]
    await db().transaction(async (tx) => {
      await tx.execute(sql`select from document where id = ${file.documentId} for share`)
      expect(await appendUpdates([held, free])).toMatchObject([null, { seq: 2 }])
      const more = await typed(owner, beside, 'g')
      expect(await appendUpdates([held, more], true)).toMatchObject([null, { seq: 3 }])
    })
    expect(await appendUpdates([held], true)).toMatchObject([{ seq: 2 }])
    for (const each of [file, beside]) await expectWhole(each)
  })

  it('on two nodes at once lose nothing and take every number once', async () => {
    const { owner, file } = await setUp()
    const doc = await openFile(owner, file)
    const writers = Array.from({ length: 12 }, () => {
      const own = new Y.Doc()
      Y.applyUpdate(own, Y.encodeStateAsUpdate(doc))
      return draft(owner, file, typeIn(own, 'w'))
    })
    let waiting = writers
    while (waiting.length > 0) {
      const half = Math.ceil(waiting.length / 2)
      const batches = [waiting.slice(0, half), waiting.slice(half)].filter(
        (each) => each.length > 0,
      )
      const left = await Promise.all(
        batches.map(async (batch) => {
          const places = await appendUpdates(batch)
          return batch.filter((_, at) => places[at] === null)
        }),
      )
      waiting = left.flat()
    }
    expect((await rowsOf(file)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: writers.length + 1 }, (_, at) => at + 1),
    )
    await expectWhole(file)
  })
})
