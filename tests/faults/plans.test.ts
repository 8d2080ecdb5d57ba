import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import type { Actor } from '@/domain/actor'
import { compactDocument } from '@/domain/documents/compact-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { DomainError } from '@/domain/errors'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { getRoom } from '@/domain/rooms/get-room'
import { changeRole } from '@/domain/teams/change-role'
import { restoreVersion } from '@/domain/versions/restore-version'
import { saveVersion } from '@/domain/versions/save-version'
import { createFile, type File, openFile, textOf } from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { nodeProgram, rounds } from '../support/fault-rounds'
import { type RunningNode, startNode, until } from '../support/realtime'
import { type RoamingEditor, roam } from '../support/roaming-editor'
import { expectWhole } from '../support/stored-file'

const redisUrl = inject('redisUrl')
let nodes: RunningNode[] = []
beforeAll(async () => {
  const start = () => startNode({ redisUrl, program: nodeProgram })
  nodes = await Promise.all([start(), start()])
})
afterAll(() => Promise.all(nodes.map((node) => node.end('SIGKILL'))))
const editors: RoamingEditor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.disconnect()
})

type Step = { act: keyof typeof acts; who: number; place: number }
type Plan = {
  file: File
  projectId: string
  people: Actor[]
  /** Versions that were saved so far. */
  versions: string[]
  entered: RoamingEditor[]
  number: number
}
type Act = (plan: Plan, step: Step, at: number) => Promise<unknown>

/** Refusals are part of the game: not everybody may do everything at any time. */
async function attempt<Input>(
  act: (actor: Actor, input: Input) => Promise<unknown>,
  actor: Actor | undefined,
  input: Input,
): Promise<boolean> {
  if (!actor) return false
  try {
    await act(actor, input)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
const turn = (actor: Actor | undefined, input: Parameters<typeof turnWheel>[1]) =>
  attempt(turnWheel, actor, input)
async function enter({ entered }: Plan, who: number, place: number) {
  const editor = entered[who]
  if (!editor || editor.isConnected()) return
  await editor.connect(nodes[place % nodes.length]?.url ?? '')
  await editor.sync()
}

/** What can happen in a plan, each by its name: a new one is added here, and to the weights below. */
const acts = {
  type: async ({ entered, number }, { who, place }, at) =>
    entered[who]?.type(`<${number}.${at}>`, place),
  erase: async ({ entered }, { who, place }) => entered[who]?.erase(place, 1 + (place % 3)),
  leave: async ({ entered }, { who }) => entered[who]?.disconnect(),
  come: (plan, { who, place }) => enter(plan, who, place),
  move: async (plan, { who, place }) => {
    plan.entered[who]?.disconnect()
    await enter(plan, who, place)
  },
  compact: ({ file }) => compactDocument(file.documentId),
  drive: ({ file, people }, { who }) =>
    turn(people[who], { roomId: file.roomId, act: 'drive', rotation: null }),
  give: ({ file, people }, { who, place }) => {
    const personId = people[place % people.length]?.personId ?? ''
    return turn(people[who], { roomId: file.roomId, act: 'give', personId })
  },
  release: ({ file, people }, { who }) =>
    turn(people[who], { roomId: file.roomId, act: 'release' }),
  promote: ({ people, projectId }, { who, place }) => {
    const role = place % 2 ? 'member' : 'maintainer'
    const personId = people[who]?.personId ?? ''
    return attempt(changeRole, people[0], { projectId, personId, role })
  },
  save: async ({ file: { roomId }, people, versions }, { who }, at) => {
    const versionId = randomUUID()
    const input = { roomId, versionId, name: `At ${at}` }
    if (await attempt(saveVersion, people[who], input)) versions.push(versionId)
  },
  restore: async ({ file, people, versions }, { who, place }) => {
    const versionId = versions[place % Math.max(1, versions.length)]
    if (versionId) await attempt(restoreVersion, people[who], { ...file, versionId })
  },
} satisfies Record<string, Act>
/** These have to be over before the next step; the others run beside it. */
const inTurn: Step['act'][] = ['leave', 'come', 'move', 'drive', 'give', 'release', 'promote']

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step['act']>('type') },
    { weight: 2, arbitrary: fc.constantFrom<Step['act'][]>('come', 'erase', 'move') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Step['act'][]>(
        ...([
          'leave',
          'compact',
          'drive',
          'give',
          'release',
          'promote',
          'save',
          'restore',
        ] as const),
      ),
    },
  ),
  who: fc.nat(2),
  place: fc.nat(500),
})

it('converges to one text and one list of people, whatever they do', async () => {
  const people = await Promise.all([createPerson(), createPerson(), createPerson()])
  const [owner, ...others] = people
  const project = await createProject(owner)
  for (const person of others) await addMember(project.id, person)
  let number = 0
  const run = async (steps: Step[]) => {
    number++
    const file = await createFile(owner, project.roomId, 'begin\n')
    const entered = people.map((person) => roam(person, file))
    editors.push(...entered)
    const plan = { file, projectId: project.id, people, versions: [], entered, number }
    const under: Promise<unknown>[] = []
    for (const [at, each] of steps.entries()) {
      const done = (acts[each.act] as Act)(plan, each, at)
      if (inTurn.includes(each.act)) await done
      else under.push(done)
    }
    await Promise.all(under)
    await turn(owner, { roomId: file.roomId, act: 'release' })
    for (const [who, editor] of entered.entries()) {
      await enter(plan, who, who)
      expect(await editor.sync()).toMatchObject({ ok: true })
      expect(editor.waiting.size).toBe(0)
    }
    const stored = textOf(await openFile(owner, file))
    await until('all read it', () => entered.every((editor) => editor.text() === stored))
    await expectWhole(file)
    await Promise.all(entered.map((editor) => editor.present()))
    const all = people.map(({ personId }) => personId).sort()
    for (const editor of entered)
      await until('everybody sees everybody', async () => {
        const present = await editor.present()
        return JSON.stringify(present.sort()) === JSON.stringify(all)
      })
    const [seen, ...same] = await Promise.all(people.map((person) => getRoom(person, file)))
    for (const page of same) expect(page.people).toEqual(seen?.people)
    await compactDocument(file.documentId)
    expect(textOf(await openFile(owner, file))).toBe(stored)
    await expectWhole(file)
    for (const editor of entered) editor.disconnect()
    // A room has an end to its files.
    await deleteDocument(owner, file)
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), run), {
    numRuns: rounds(10, 200),
    seed: 17,
    endOnFailure: true,
  })
}, 1_800_000)
