import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import * as Y from 'yjs'
import { toBase64 } from '@/contracts/base64'
import { maximumUpdateBytes, textName } from '@/contracts/documents'
import {
  change,
  createFile,
  type Editor,
  edit,
  type File,
  openFile,
  textOf,
  typeIn,
} from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { nodeProgram, rounds } from '../support/fault-rounds'
import {
  ask,
  connect,
  type RunningNode,
  startNode,
  type TestSocket,
  until,
} from '../support/realtime'
import { expectWhole, seqOf } from '../support/stored-file'

/* Promise 18, on two nodes: what is refused changes nothing, and what passes reads the same everywhere. */
const redisUrl = inject('redisUrl')
let nodes: RunningNode[] = []
beforeAll(async () => {
  const start = () => startNode({ redisUrl, program: nodeProgram })
  nodes = await Promise.all([start(), start()])
})
afterAll(() => Promise.all(nodes.map((node) => node.end('SIGKILL'))))
const sockets: TestSocket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

/** How many of one person's updates are sent before the next takes over: each has a limit of its own. */
const perPerson = 1_500

/** Numbers that are the same for the same seed. */
function draw(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/** A well-made update of somebody who has just read the file, and one that builds on it. */
function wellMade(stored: Uint8Array, pick: (below: number) => number) {
  const doc = new Y.Doc()
  doc.clientID = 1 + pick(2 ** 31)
  Y.applyUpdate(doc, stored)
  const place = () => pick(doc.getText(textName).length + 1)
  const first = typeIn(doc, 'word', place())
  const second =
    pick(3) === 0 ? change(doc, (text) => text.delete(0, 2)) : typeIn(doc, 'later', place())
  return { doc, first, second }
}

const mutations: ((
  made: ReturnType<typeof wellMade>,
  pick: (below: number) => number,
) => Uint8Array)[] = [
  ({ first }, pick) => first.slice(0, 1 + pick(first.length - 1)),
  ({ first }, pick) => first.slice(1 + pick(first.length - 1)),
  ({ first }, pick) => {
    const flipped = first.slice()
    for (let left = 1 + pick(3); left > 0; left--) {
      const at = pick(flipped.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << pick(8))
    }
    return flipped
  },
  ({ first }, pick) => {
    const at = pick(first.length)
    return new Uint8Array([...first.slice(0, at), pick(256), ...first.slice(at)])
  },
  ({ first, second }, pick) =>
    new Uint8Array([
      ...first.slice(0, pick(first.length)),
      ...second.slice(pick(second.length)),
      pick(256),
    ]),
  ({ second }) => second,
  ({ doc }) => Y.encodeStateAsUpdateV2(doc),
  (_, pick) => {
    // Seldom the largest: whoever writes much in a short time is told to wait.
    const size = pick(8) === 0 ? maximumUpdateBytes + pick(2) : 1 + pick(2_000)
    return new Uint8Array(size).map(() => pick(256))
  },
]

async function attack(file: File, socket: TestSocket, seed: number, stored: Uint8Array) {
  const pick = draw(seed)
  const mutate = mutations[seed % mutations.length]
  const made = wellMade(stored, pick)
  const update = mutate ? mutate(made, pick) : made.first
  made.doc.destroy()
  const before = await seqOf(file)
  const answer = await ask(socket, 'document:update', { ...file, update: toBase64(update) })
  if (answer.ok) return true
  expect([seed, answer.code]).toEqual([seed, 'Invalid'])
  expect([seed, await seqOf(file)]).toEqual([seed, before])
  return false
}

it('damaged updates change nothing, and everybody goes on reading the same', async () => {
  const [owner, member] = [await createPerson(), await createPerson()]
  const attackers = await Promise.all([0, 1, 2, 3].map(() => createPerson()))
  const project = await createProject(owner)
  for (const person of [member, ...attackers]) await addMember(project.id, person)
  const file = await createFile(owner, project.roomId, 'function answer() {\n  return 42\n}\n')
  const open = async (who: typeof owner, at: number) => {
    const socket = await connect(nodes[at % nodes.length]?.url ?? '', who)
    sockets.push(socket)
    return socket
  }
  const editors: Editor[] = [
    await edit(await open(owner, 0), file),
    await edit(await open(member, 1), file),
  ]
  const hostile = await Promise.all(attackers.map(open))
  const same = async () => {
    const stored = textOf(await openFile(owner, file))
    await until('both read it', () => editors.every(({ doc }) => textOf(doc) === stored))
    for (const { doc } of editors) expect(doc.store.pendingStructs).toBeNull()
  }
  let stored = Y.encodeStateAsUpdate(await openFile(owner, file))
  let refused = 0
  const count = rounds(160, 4_000)
  for (let seed = 0; seed < count; seed++) {
    const socket = hostile[Math.floor(seed / perPerson) % hostile.length]
    if (socket && !(await attack(file, socket, seed, stored))) refused++
    if (seed % 100 !== 99) continue
    for (const editor of editors) expect(await editor.type('.')).toMatchObject({ ok: true })
    await same()
    stored = Y.encodeStateAsUpdate(await openFile(owner, file))
  }
  expect(refused).toBeGreaterThan(count / 2)
  await same()
  await expectWhole(file)
}, 1_800_000)
