import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { db } from '@/db/client'
import { documentUpdate, wheel } from '@/db/schema'
import { compactDocument } from '@/domain/documents/compact-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { createFile, type File, openFile, textOf } from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { type RunningNode, startNode, until } from '../support/realtime'
import { type RoamingEditor, roam } from '../support/roaming-editor'

/*
 * Two processes over one PostgreSQL, with Redis where there is one, as production runs them; processes are
 * killed for real.
 */
const redisUrl = inject('redisUrl')
let nodes: RunningNode[] = []
const urlOf = (at: number) => nodes[at % nodes.length]?.url ?? ''
beforeAll(async () => {
  nodes = await Promise.all([startNode({ redisUrl }), startNode({ redisUrl })])
})
afterAll(() => Promise.all(nodes.map((node) => node.end('SIGKILL'))))

const editors: RoamingEditor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.disconnect()
})
async function setUp(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => createPerson()))
  const [owner, ...others] = people
  if (!owner) throw new Error('nobody')
  const project = await createProject(owner)
  for (const person of others) await addMember(project.id, person)
  const file = await createFile(owner, project.roomId, 'begin\n')
  const entered = people.map((person) => roam(person, file))
  editors.push(...entered)
  return { owner, people, file, entered }
}
const rowsOf = ({ documentId }: File) =>
  db()
    .select()
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, documentId))
    .orderBy(asc(documentUpdate.seq))
const times = (word: string, text: string) => text.split(word).length - 1

it('two people on two nodes read the same', async () => {
  const { owner, file, entered } = await setUp(4)
  for (const [at, editor] of entered.entries()) {
    await editor.connect(urlOf(at))
    await editor.sync()
  }
  await Promise.all(
    entered.map(async (editor, who) => {
      for (let at = 0; at < 25; at++)
        expect(await editor.type(`<${who}.${at}>`, at * 31 + who)).toMatchObject({ ok: true })
    }),
  )
  const stored = textOf(await openFile(owner, file))
  await until('all read it', () => entered.every((editor) => editor.text() === stored))
  for (const { acked } of entered) expect(acked.size).toBe(25)
})

it('compacts on both nodes while people write', async () => {
  const { owner, file, entered } = await setUp(2)
  for (const [at, editor] of entered.entries()) {
    await editor.connect(urlOf(at))
    await editor.sync()
  }
  let writing = true
  const compacting = Promise.all(
    [0, 1].map(async () => {
      while (writing) await compactDocument(file.documentId)
    }),
  )
  await Promise.all(
    entered.map(async (editor, who) => {
      for (let at = 0; at < 150; at++)
        expect(await editor.type(`<${who}.${at}>`, at * 31 + who)).toMatchObject({ ok: true })
    }),
  )
  writing = false
  await compacting
  const stored = textOf(await openFile(owner, file))
  await until('all read it', () => entered.every((editor) => editor.text() === stored))
  await until('the nodes are done', async () => {
    await compactDocument(file.documentId)
    return (await rowsOf(file)).length === 1
  })
  expect(textOf(await openFile(owner, file))).toBe(stored)
})

describe('kill -9', () => {
  it('in the middle of storing: what was acknowledged is there, once, and the rest is sent again', async () => {
    const { owner, file, entered } = await setUp(2)
    for (let round = 0; round < 4; round++) {
      const doomed = nodes[0]
      if (!doomed) throw new Error('no node')
      for (const editor of entered) {
        await editor.connect(doomed.url)
        expect(await editor.sync()).toMatchObject({ ok: true })
      }
      let going = true
      const before = (await rowsOf(file)).length
      const typing = entered.map(async (editor, who) => {
        const sent: Promise<unknown>[] = []
        // A cut editor answers at once: going on would never let anything else run.
        for (let at = 0; going && editor.isConnected(); at++) {
          // At the very beginning: elsewhere a later word would part an earlier one in the middle.
          sent.push(editor.type(`<${round}.${who}.${at}>`, 0))
          // Several are under way at any moment, some of them stored and not answered.
          if (at % 4 === 3) await sent[at - 3]
        }
        await Promise.all(sent)
      })
      const compacting = round % 2 === 1 ? compactDocument(file.documentId) : Promise.resolve()
      await compacting
      await until('something is stored', async () => {
        const rows = await rowsOf(file)
        return rows.length > (round % 2 === 1 ? 5 : before + 10)
      })
      await doomed.end('SIGKILL')
      going = false
      await Promise.all(typing)
      const stored = textOf(await openFile(owner, file))
      for (const { acked } of entered)
        for (const word of acked) expect([word, times(word, stored)]).toEqual([word, 1])
      nodes[0] = await startNode({ redisUrl })
    }
    for (const [at, editor] of entered.entries()) {
      await editor.connect(urlOf(at))
      expect(await editor.sync()).toMatchObject({ ok: true })
      expect(editor.waiting.size).toBe(0)
    }
    const stored = textOf(await openFile(owner, file))
    await until('all read it', () => entered.every((editor) => editor.text() === stored))
    for (const { acked } of entered)
      for (const word of acked) expect([word, times(word, stored)]).toEqual([word, 1])
  }, 90_000)
})

type Step = { act: string; who: number; place: number }
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(
    'type',
    'type',
    'type',
    'erase',
    'leave',
    'come',
    'come',
    'compact',
    'drive',
  ),
  who: fc.nat(2),
  place: fc.nat(500),
})

it('converges to one text, whatever people do', async () => {
  const { owner, people, entered: first } = await setUp(3)
  for (const editor of first) editor.disconnect()
  const project = await createProject(owner)
  for (const person of people.slice(1)) await addMember(project.id, person)
  let plan = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      plan++
      const file = await createFile(owner, project.roomId, 'begin\n')
      const entered = people.map((person) => roam(person, file))
      editors.push(...entered)
      const setDriver = (driverId: string | null) =>
        db()
          .insert(wheel)
          .values({ roomId: file.roomId, driverId })
          .onConflictDoUpdate({ target: wheel.roomId, set: { driverId } })
      const enter = async (who: number, place: number) => {
        const editor = entered[who]
        if (!editor || editor.isConnected()) return
        await editor.connect(urlOf(place))
        await editor.sync()
      }
      const under: Promise<unknown>[] = []
      for (const [at, { act, who, place }] of steps.entries()) {
        const editor = entered[who]
        if (!editor) continue
        if (act === 'type') under.push(editor.type(`<${plan}.${at}>`, place))
        else if (act === 'erase') under.push(editor.erase(place, 1 + (place % 3)))
        else if (act === 'leave') editor.disconnect()
        else if (act === 'come') await enter(who, place)
        else if (act === 'compact') under.push(compactDocument(file.documentId))
        else await setDriver(place % 3 === 0 ? (people[who]?.personId ?? null) : null)
      }
      await Promise.all(under)
      await setDriver(null)
      for (const [who, editor] of entered.entries()) {
        await enter(who, who)
        expect(await editor.sync()).toMatchObject({ ok: true })
        expect(editor.waiting.size).toBe(0)
      }
      const stored = textOf(await openFile(owner, file))
      await until('all read it', () => entered.every((editor) => editor.text() === stored))
      await compactDocument(file.documentId)
      expect(textOf(await openFile(owner, file))).toBe(stored)
      for (const editor of entered) editor.disconnect()
      // A room has an end to its files.
      await deleteDocument(owner, file)
    }),
    { numRuns: 50, endOnFailure: true },
  )
}, 120_000)
