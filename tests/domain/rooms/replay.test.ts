import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  applyRoomEvents,
  hasGap,
  openThread,
  type RoomState,
  startRoomState,
} from '@/components/rooms/apply-room-events'
import { countEvent, type Unread } from '@/components/rooms/unread-count'
import { quickEmoji } from '@/contracts/emoji'
import {
  type RoomEvent,
  type RoomEventKind,
  roomEvent,
  type UnreadView,
} from '@/contracts/realtime'
import { taskStates } from '@/contracts/tasks'
import { db } from '@/db/client'
import { membership } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { createDocument } from '@/domain/documents/create-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { moveDocument } from '@/domain/documents/move-document'
import { restoreDocument } from '@/domain/documents/restore-document'
import { addMark } from '@/domain/marks/add-mark'
import { deleteMark } from '@/domain/marks/delete-mark'
import { reopenMark } from '@/domain/marks/reopen-mark'
import { resolveMark } from '@/domain/marks/resolve-mark'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { closePoll } from '@/domain/polls/close-poll'
import { vote } from '@/domain/polls/vote'
import { addReaction } from '@/domain/rooms/add-reaction'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { getRoom } from '@/domain/rooms/get-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { listThreads } from '@/domain/rooms/list-threads'
import { loadThread } from '@/domain/rooms/load-thread'
import { pinMessage } from '@/domain/rooms/pin-message'
import { removeReaction } from '@/domain/rooms/remove-reaction'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { sendMessage } from '@/domain/rooms/send-message'
import { setSlowMode } from '@/domain/rooms/set-slow-mode'
import { unpinMessage } from '@/domain/rooms/unpin-message'
import { recordRun } from '@/domain/runs/record-run'
import { changeTask } from '@/domain/tasks/change-task'
import { createTask } from '@/domain/tasks/create-task'
import { deleteTask } from '@/domain/tasks/delete-task'
import { nameVersion } from '@/domain/versions/name-version'
import { restoreVersion } from '@/domain/versions/restore-version'
import { saveVersion } from '@/domain/versions/save-version'
import { upload } from '@/tests/support/attachments'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

/*
 * For random actions and random cut points: the page at the cut, plus the events after it, is the page
 * of now. It holds for events in order, doubled and shuffled.
 */
type Place = {
  projectId: string
  roomId: string
  people: Actor[]
  messageIds: string[]
  /** Messages of the main list, of which each may have a thread. */
  rootIds: string[]
  documentIds: string[]
  markIds: string[]
  taskIds: string[]
  versionIds: string[]
}
type Action = { kind: RoomEventKind; who: number; which: number; reaction: number }

/** One way to cause each kind of event: a new kind does not compile until it has one. */
const causes: Record<RoomEventKind, (place: Place, action: Action) => Promise<unknown>> = {
  'message:created': async (place, { who, which }) => {
    const carries = which % 4 === 0
    const attachmentIds = carries
      ? [(await upload(actorOf(place, who), place.roomId, `File ${which}`)).id]
      : []
    const { event } = await sendMessage(actorOf(place, who), {
      roomId: place.roomId,
      clientId: randomUUID(),
      body:
        which % 8 === 0
          ? ''
          : `Message ${which} ${'long '.repeat(which)} ${mentioning(place, which)}`,
      replyToId: which % 2 ? (pick(place.messageIds, which) ?? null) : null,
      threadId: which % 3 === 1 ? (pick(place.rootIds, which) ?? null) : null,
      attachmentIds,
      ...(which % 5 === 2 && { poll: { options: ['Yes', 'No'], multiple: which % 2 === 0 } }),
    })
    if (event.kind !== 'message:created') return
    place.messageIds.push(event.message.id)
    if (!event.message.threadId) place.rootIds.push(event.message.id)
  },
  'message:edited': (place, { who, which, reaction }) =>
    onMessage(place, which, (target) =>
      editMessage(actorOf(place, who), {
        ...target,
        body: `Edited ${reaction} ${mentioning(place, reaction)}`,
      }),
    ),
  'message:deleted': (place, { who, which }) =>
    onMessage(place, which, (target) => deleteMessage(actorOf(place, who), target)),
  'message:restored': (place, { who, which }) =>
    onMessage(place, which, (target) => restoreMessage(actorOf(place, who), target)),
  'message:pinned': (place, { who, which }) =>
    onMessage(place, which, (target) => pinMessage(actorOf(place, who), target)),
  'message:unpinned': (place, { who, which }) =>
    onMessage(place, which, (target) => unpinMessage(actorOf(place, who), target)),
  'reaction:added': (place, action) =>
    onMessage(place, action.which, react(place, action, addReaction)),
  'reaction:removed': (place, action) =>
    onMessage(place, action.which, react(place, action, removeReaction)),
  'poll:voted': (place, { who, which, reaction }) =>
    onMessage(place, which, (target) =>
      vote(actorOf(place, who), { ...target, choices: [[0], [1], [], [0, 1]][reaction % 4] ?? [] }),
    ),
  'poll:closed': (place, { who, which }) =>
    onMessage(place, which, (target) => closePoll(actorOf(place, who), target)),
  'member:joined': (place, { who }) => team(place, who, 'member:joined'),
  'member:left': (place, { who }) => team(place, who, 'member:left'),
  'role:changed': (place, { who }) => team(place, who, 'role:changed'),
  'slow:changed': (place, { who, which }) =>
    setSlowMode(actorOf(place, who), { roomId: place.roomId, seconds: which % 3 ? 0 : 5 }),
  'document:created': async (place, { who, which }) => {
    const documentId = randomUUID()
    const path = `src/file-${which % 7}.py`
    const file = { roomId: place.roomId, documentId, path, text: `print(${which})` }
    await createDocument(actorOf(place, who), file)
    place.documentIds.push(documentId)
  },
  'document:moved': (place, { who, which, reaction }) =>
    onDocument(place, which, (target) =>
      moveDocument(actorOf(place, who), { ...target, path: `moved/${reaction}.py` }),
    ),
  'document:deleted': (place, { who, which }) =>
    onDocument(place, which, (target) => deleteDocument(actorOf(place, who), target)),
  'document:restored': (place, { who, which }) =>
    onDocument(place, which, (target) => restoreDocument(actorOf(place, who), target)),
  'run:recorded': (place, { who, which }) =>
    onDocument(place, which, (target) =>
      recordRun(actorOf(place, who), {
        ...target,
        runId: randomUUID(),
        language: 'python',
        outcome: which % 2 ? 'passed' : 'failed',
        durationMs: which,
        input: '',
        output: `Ran ${which}`,
        tests: [],
      }),
    ),
  'wheel:turned': (place, { who, which }) =>
    turnWheel(actorOf(place, who), {
      roomId: place.roomId,
      ...(which % 3 ? { act: 'release' } : { act: 'drive', rotation: null }),
    }),
  'mark:added': (place, { who, which }) =>
    onDocument(place, which, async (target) => {
      const markId = randomUUID()
      const from = { item: { client: 1, clock: which }, assoc: 0 }
      const question = { from, to: { ...from, assoc: -1 }, quote: 'print', body: `Why ${which}?` }
      await addMark(actorOf(place, who), { ...target, markId, ...question })
      place.markIds.push(markId)
    }),
  'mark:resolved': (place, { who, which }) =>
    onMark(place, which, (target) => resolveMark(actorOf(place, who), target)),
  'mark:reopened': (place, { who, which }) =>
    onMark(place, which, (target) => reopenMark(actorOf(place, who), target)),
  'mark:deleted': (place, { who, which }) =>
    onMark(place, which, (target) => deleteMark(actorOf(place, who), target)),
  'task:created': async (place, { who, which }) => {
    const { roomId, markIds } = place
    const taskId = randomUUID()
    const markId = which % 3 ? null : (pick(markIds, which) ?? null)
    await createTask(actorOf(place, who), { roomId, taskId, title: `Do ${which}`, markId })
    place.taskIds.push(taskId)
  },
  'task:changed': (place, { who, which, reaction }) =>
    onTask(place, which, (target) =>
      changeTask(actorOf(place, who), {
        ...target,
        title: `Changed ${reaction}`,
        state: pick([...taskStates], reaction),
        assigneeId: which % 2 ? actorOf(place, which).personId : null,
      }),
    ),
  'task:deleted': (place, { who, which }) =>
    onTask(place, which, (target) => deleteTask(actorOf(place, who), target)),
  'version:created': async (place, { who, which }) => {
    const versionId = randomUUID()
    const input = { roomId: place.roomId, versionId, name: `Version ${which}` }
    await saveVersion(actorOf(place, who), input)
    place.versionIds.push(versionId)
  },
  'version:named': (place, { who, which, reaction }) =>
    onVersion(place, which, (target) =>
      nameVersion(actorOf(place, who), { ...target, name: `Renamed ${reaction}` }),
    ),
  'version:restored': (place, { who, which }) =>
    onVersion(place, which, (target) =>
      restoreVersion(actorOf(place, who), { ...target, documentId: null }),
    ),
}
const kinds = Object.keys(causes) as RoomEventKind[]

/** Names one person, everybody, or nobody. */
const mentioning = (place: Place, which: number) =>
  ['', '@here', `@${actorOf(place, which).handle}`][which % 3]

const pick = <T>(from: T[], at: number) => from[at % Math.max(from.length, 1)]
function actorOf(place: Place, who: number): Actor {
  const actor = pick(place.people, who)
  if (!actor) throw new Error('nobody')
  return actor
}
async function onMessage(
  place: Place,
  which: number,
  run: (target: { roomId: string; messageId: string }) => Promise<unknown>,
) {
  const messageId = pick(place.messageIds, which)
  if (messageId) await run({ roomId: place.roomId, messageId })
}
async function onDocument(
  place: Place,
  which: number,
  run: (target: { roomId: string; documentId: string }) => Promise<unknown>,
) {
  const documentId = pick(place.documentIds, which)
  if (documentId) await run({ roomId: place.roomId, documentId })
}
async function onMark(
  place: Place,
  which: number,
  run: (target: { roomId: string; markId: string }) => Promise<unknown>,
) {
  const markId = pick(place.markIds, which)
  if (markId) await run({ roomId: place.roomId, markId })
}
async function onTask(
  place: Place,
  which: number,
  run: (target: { roomId: string; taskId: string }) => Promise<unknown>,
) {
  const taskId = pick(place.taskIds, which)
  if (taskId) await run({ roomId: place.roomId, taskId })
}
async function onVersion(
  place: Place,
  which: number,
  run: (target: { roomId: string; versionId: string }) => Promise<unknown>,
) {
  const versionId = pick(place.versionIds, which)
  if (versionId) await run({ roomId: place.roomId, versionId })
}
const react =
  (place: Place, { who, reaction }: Action, run: typeof addReaction) =>
  (target: { roomId: string; messageId: string }) =>
    run(actorOf(place, who), { ...target, emoji: pick([...quickEmoji], reaction)?.emoji ?? '👋🏽' })

/** What the team's use-cases do, as far as a room sees it. Nobody but the last person comes and goes. */
async function team(
  place: Place,
  who: number,
  kind: 'member:joined' | 'member:left' | 'role:changed',
) {
  const guest = place.people.at(-1)
  if (!guest) return
  const { personId: id, handle, name, line } = guest
  const person = { id, handle, name, line }
  await db().transaction(async (tx) => {
    const live = and(
      eq(membership.projectId, place.projectId),
      eq(membership.personId, id),
      eq(membership.status, 'active'),
    )
    const [row] = await tx.select().from(membership).where(live)
    if (kind === 'member:joined') {
      if (row) return
      await tx.insert(membership).values({ projectId: place.projectId, personId: id })
      await appendRoomEvent(tx, place.roomId, id, { kind, person, role: 'member' })
    } else if (row && kind === 'member:left') {
      await tx.update(membership).set({ status: 'left' }).where(live)
      await appendRoomEvent(tx, place.roomId, id, { kind, person, how: 'left' })
    } else if (row && kind === 'role:changed') {
      const role = who % 2 ? 'member' : 'maintainer'
      await tx.update(membership).set({ role }).where(live)
      await appendRoomEvent(tx, place.roomId, id, { kind, person, role })
    }
  })
}

/** A fresh page with a few threads opened; what it counts as unread is what lists say. */
async function look(actor: Actor, place: Place): Promise<{ state: RoomState; unread: UnreadView }> {
  const { roomId } = place
  const page = await getRoom(actor, place)
  const { unread } = page
  const room = (await listRooms(actor)).find((one) => one.id === roomId)
  const { threads } = await listThreads(actor, { roomId })
  const inThreads = threads.reduce((sum, thread) => sum + thread.mentions, 0)
  expect({
    unread: unread.messages.count,
    mentions: unread.mentions.count + inThreads,
  }).toEqual({ unread: room?.unread, mentions: room?.mentions })
  let state = startRoomState(page)
  for (const threadId of place.rootIds.slice(0, 3)) {
    const newest = { roomId, threadId, beforeSeq: Number.MAX_SAFE_INTEGER }
    const { root, messages, more } = await loadThread(actor, newest)
    state = openThread(state, { root, messages, more }, [])
  }
  return { state, unread }
}
const withThreads = (state: RoomState, threads: RoomState['threads']) =>
  Object.values(threads).reduce((known, thread) => openThread(known, thread, []), {
    ...state,
    threads: {},
  } as RoomState)

/** What both must agree on; how many old messages a client keeps is its own affair. */
function essence(state: RoomState, known = Object.keys(state.threads)) {
  const { waiting: _waiting, more: _more, messages, threads, ...rest } = state
  // A thread whose root came after the page was not opened with it.
  const opened = Object.entries(threads).filter(([id]) => known.includes(id))
  return { ...rest, messages: messages.slice(-50), threads: Object.fromEntries(opened) }
}

const action = fc.record({
  kind: fc.constantFrom<RoomEventKind>('message:created', 'message:created', ...kinds),
  who: fc.nat(2),
  which: fc.nat(60),
  reaction: fc.nat(9),
})

/** Comes first, so that no run lacks a kind. */
const oneOfEach = (
  [
    'message:created',
    'message:edited',
    'reaction:added',
    'reaction:removed',
    'role:changed',
    'slow:changed',
    'member:left',
    'member:joined',
    'message:deleted',
    'message:restored',
    'message:pinned',
    'message:unpinned',
    'document:created',
    'run:recorded',
    'version:created',
    'version:named',
    'document:moved',
    'document:deleted',
    'document:restored',
    'version:restored',
    'wheel:turned',
    'wheel:turned',
  ] as const
).map(
  (kind, at, { length }): Action => ({
    ...{ kind, who: 0, which: at === length - 1 ? 1 : 0, reaction: 0 },
  }),
)

/** A thread of the first message: replies by two people, edited, deleted, restored and pinned. */
const ofThreads = (
  [
    ['message:created', 1, 0],
    ['message:created', 1, 1],
    ['message:edited', 1, 1],
    ['message:deleted', 1, 0],
    ['message:created', 4, 2],
    ['message:restored', 1, 0],
    ['message:pinned', 2, 1],
    ['message:deleted', 2, 1],
  ] as const
).map(([kind, which, who]): Action => ({ kind, who, which, reaction: 2 }))

/**
 * A poll in the main list and one in a thread: votes changed and taken back, before and after a deletion that is
 * undone, and the end of the voting.
 */
const ofPolls = (
  [
    ['message:created', 2, 0, 0],
    ['message:created', 7, 0, 0],
    ['poll:voted', 4, 0, 0],
    ['poll:voted', 4, 1, 3],
    ['poll:voted', 4, 1, 1],
    ['poll:voted', 5, 0, 0],
    ['message:deleted', 4, 0, 0],
    ['message:deleted', 5, 0, 0],
    ['message:restored', 4, 0, 0],
    ['message:restored', 5, 0, 0],
    ['poll:voted', 4, 0, 1],
    ['poll:voted', 4, 1, 2],
    ['poll:voted', 5, 2, 1],
    ['poll:closed', 4, 0, 0],
  ] as const
).map(([kind, which, who, reaction]): Action => ({ kind, who, which, reaction }))

/** What is deleted in the end is another one than what was changed, or nobody would hear of the change. */
const ofMarksAndTasks = (
  [
    ['mark:added', 0],
    ['mark:resolved', 0],
    ['mark:reopened', 0],
    ['mark:added', 0],
    ['task:created', 0],
    ['task:changed', 0],
    ['task:created', 0],
    ['mark:deleted', 1],
    ['task:deleted', 1],
  ] as const
).map(([kind, which]): Action => ({ kind, who: 0, which, reaction: 0 }))

it('is the same room by events as by a fresh page, from any point in the past', async () => {
  const people = await Promise.all([createPerson(), createPerson(), createPerson()])
  const [owner, member, guest] = people
  if (!owner || !member || !guest) throw new Error('nobody')
  const seen = new Set<RoomEventKind>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 5, maxLength: 40 }),
      fc.nat(),
      async (actions, seed) => {
        const project = await createProject(owner)
        await addMember(project.id, member)
        await addMember(project.id, guest)
        const place = {
          projectId: project.id,
          roomId: project.roomId,
          people,
          messageIds: [],
          rootIds: [],
          documentIds: [],
          markIds: [],
          taskIds: [],
          versionIds: [],
        }
        const pages = [await look(owner, place)]
        for (const each of [
          ...oneOfEach,
          ...ofThreads,
          ...ofPolls,
          ...ofMarksAndTasks,
          ...actions,
        ]) {
          await causes[each.kind](place, each).catch((error: Error) => {
            if (
              !['Forbidden', 'Conflict', 'NotFound', 'Invalid', 'RateLimited'].includes(error.name)
            )
              throw error
          })
          if ((seed + pages.length) % 3 === 0 || pages.length < 2)
            pages.push(await look(owner, place))
        }
        const now = await look(owner, place)
        for (const { state: page, unread: before } of pages) {
          const events: RoomEvent[] = []
          for (let more = true; more; ) {
            const after = events.at(-1)?.seq ?? page.seq
            const answer = await joinRoom(owner, { roomId: place.roomId, afterSeq: after })
            events.push(...answer.events)
            more = answer.more
          }
          for (const event of events) seen.add(roomEvent.parse(event).kind)
          const shuffled = [...events, ...events].sort((one, other) =>
            `${(one.seq * 7919 + seed) % 101}`.localeCompare(`${(other.seq * 7919 + seed) % 101}`),
          )
          // Threads are opened when one likes: when the page was read, or later than what the room has reached.
          const start = page
          const ahead = withThreads(page, now.state.threads)
          expect(essence(applyRoomEvents(ahead, events))).toEqual(essence(now.state))
          const known = Object.keys(page.threads)
          const fresh = essence(now.state, known)
          expect(essence(applyRoomEvents(start, events))).toEqual(fresh)
          // Numbers are counted in their order alone, as the room applies them.
          const counted = [...events, ...events]
            .sort((one, other) => one.seq - other.seq)
            .reduce<Unread>((unread, event) => countEvent(unread, event, owner.personId), {
              ...before,
              certain: true,
            })
          const { since: _since, ...unread } = now.unread
          expect(counted).toMatchObject({ ...unread, certain: true })
          const late = shuffled.reduce((state, event) => applyRoomEvents(state, [event]), start)
          expect(essence(late)).toEqual(fresh)
          expect(hasGap(late)).toBe(false)
          if (events.length > 2) {
            const gapped = applyRoomEvents(start, events.slice(1))
            expect([gapped.seq, hasGap(gapped)]).toEqual([page.seq, true])
          }
        }
      },
    ),
    { numRuns: 12 },
  )
  expect([...seen].sort()).toEqual([...kinds].sort())
}, 60_000)
