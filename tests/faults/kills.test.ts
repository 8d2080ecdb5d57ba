import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { db } from '@/db/client'
import { document } from '@/db/schema'
import { compactAfter } from '@/domain/documents/compact-document'
import { createFile, openFile, textOf } from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { nodeProgram, rounds } from '../support/fault-rounds'
import { type Answer, type RunningNode, startNode, until } from '../support/realtime'
import { type RoamingEditor, roam } from '../support/roaming-editor'
import { expectWhole, seqOf } from '../support/stored-file'
import { startProxyTo, type TcpProxy } from '../support/tcp-proxy'

/*
 * Promise 17. A node is killed by SIGKILL at a moment that a proxy before its database makes exact: after
 * PostgreSQL has stored and before the node has heard of it, or in the middle of a compaction.
 */
const redisUrl = inject('redisUrl')
/** A node that reaches its database through a proxy of its own. */
type Doomed = { node: RunningNode; proxy: TcpProxy }
async function startDoomed(): Promise<Doomed> {
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const proxy = await startProxyTo(databaseUrl)
  return {
    proxy,
    node: await startNode({
      redisUrl,
      program: nodeProgram,
      databaseUrl: proxy.through(databaseUrl),
    }),
  }
}
let present: Doomed
beforeAll(async () => {
  present = await startDoomed()
})
afterAll(() => end(present))
async function end({ node, proxy }: Doomed) {
  await node.end('SIGKILL')
  await proxy.close()
}

const editors: RoamingEditor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.disconnect()
})
async function setUp() {
  const [owner, member] = [await createPerson(), await createPerson()]
  const project = await createProject(owner)
  await addMember(project.id, member)
  const file = await createFile(owner, project.roomId, 'begin\n')
  const entered = [owner, member].map((person) => roam(person, file))
  editors.push(...entered)
  return { owner, file, entered }
}
async function enterAll(entered: RoamingEditor[]) {
  for (const editor of entered) {
    await editor.connect(present.node.url)
    expect(await editor.sync()).toMatchObject({ ok: true })
    expect(editor.waiting.size).toBe(0)
  }
}
type Room = Awaited<ReturnType<typeof setUp>>
/** At the very beginning: elsewhere a later word would part an earlier one in the middle. */
const typeWords = (entered: RoamingEditor[], round: number, from: number, count: number) =>
  entered.flatMap((editor, who) =>
    Array.from({ length: count }, (_, at) => editor.type(`<${round}.${who}.${from + at}>`, 0)),
  )

/** Each acknowledged word is there once, and each sender's stand in the order of their typing. */
function expectKept(text: string, entered: RoamingEditor[]) {
  for (const { acked } of entered) {
    const places = [...acked].map((word) => {
      expect([word, text.split(word).length - 1]).toEqual([word, 1])
      return text.indexOf(word)
    })
    expect(places).toEqual([...places].sort((one, other) => other - one))
  }
}
/**
 * Kills the present node once `moment` has come; then looks at what is stored, and again when everybody has come back and sent the rest.
 */
async function killAt(moment: Promise<unknown>, sent: Promise<Answer>[], room: Room) {
  const { owner, file, entered } = room
  await moment
  await end(present)
  const answers = await Promise.all(sent)
  // A compaction that the next node began of itself would hold the file's lock at a moment that nobody chose.
  await db().update(document).set({ uncompacted: 0 }).where(eq(document.id, file.documentId))
  present = await startDoomed()
  await expectWhole(file)
  expectKept(textOf(await openFile(owner, file)), entered)
  await enterAll(entered)
  const stored = textOf(await openFile(owner, file))
  expectKept(stored, entered)
  await until('all read it', () => entered.every((editor) => editor.text() === stored))
  return answers
}

it('kill -9 between storing and answering: what was answered is there, once, and the rest comes again', async () => {
  const room = await setUp()
  await enterAll(room.entered)
  for (let round = 0; round < rounds(2, 100); round++) {
    await Promise.all(typeWords(room.entered, round, 0, 3))
    const before = await seqOf(room.file)
    present.proxy.hold('down')
    const sent = typeWords(room.entered, round, 3, 5)
    const stored = until('it is stored', async () => (await seqOf(room.file)) > before)
    const answers = await killAt(stored, sent, room)
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => false))
  }
}, 1_800_000)

/** The only lock of a compaction; other statements lock other rows. */
const lock = '"document"."id" = $1 for update'
/** Where a compaction can be cut; the last is its commit. */
const cuts = [
  lock,
  'delete from "document_update"',
  'insert into "document_update"',
  'update "document" set "size"',
  'commit',
] as const

it('kill -9 while a file is compacted: nothing is half merged', async () => {
  const room = await setUp()
  await enterAll(room.entered)
  for (let round = 0; round < rounds(3, 100); round++) {
    await Promise.all(typeWords(room.entered, round, 0, 3))
    const cut = cuts[round % cuts.length] ?? 'commit'
    const where = Math.floor(round / cuts.length) % 2 === 0 ? 'before' : 'after'
    const { node, proxy } = present
    const sprung = new Promise<void>((resolve) => {
      // Only what comes after the lock is the compaction's own.
      const spring = () => {
        node.child.kill('SIGKILL')
        resolve()
      }
      if (cut === lock) proxy.trap(cut, where, spring)
      else proxy.trap(lock, 'pass', () => proxy.trap(cut, where, spring))
    })
    await db()
      .update(document)
      .set({ uncompacted: compactAfter })
      .where(eq(document.id, room.file.documentId))
    await killAt(sprung, typeWords(room.entered, round, 3, 4), room)
  }
}, 1_800_000)
