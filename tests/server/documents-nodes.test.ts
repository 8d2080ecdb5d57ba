import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { compactDocument } from '@/domain/documents/compact-document'
import { createFile, openFile, textOf } from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { type RunningNode, startNode, until } from '../support/realtime'
import { type RoamingEditor, roam } from '../support/roaming-editor'
import { rowsOf } from '../support/stored-file'

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
