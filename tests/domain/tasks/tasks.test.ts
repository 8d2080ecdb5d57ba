import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type ChangeTaskInput,
  changeTaskInput,
  createTaskInput,
  maximumTasks,
  taskView,
} from '@/contracts/tasks'
import { db } from '@/db/client'
import { membership, projectStep, room, roomEvent } from '@/db/schema'
import { createDocument } from '@/domain/documents/create-document'
import { addMark } from '@/domain/marks/add-mark'
import { getRoom } from '@/domain/rooms/get-room'
import { changeTask } from '@/domain/tasks/change-task'
import { createTask } from '@/domain/tasks/create-task'
import { deleteTask } from '@/domain/tasks/delete-task'
import { createCatalogue } from '../../support/catalogue'
import { addMember, createPerson, createProject } from '../../support/factories'

beforeAll(createCatalogue)

async function setUp() {
  const [owner, member, other, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const [project, elsewhere] = await Promise.all([createProject(owner), createProject(outsider)])
  await addMember(project.id, member)
  await addMember(project.id, other)
  await db().insert(projectStep).values({ projectId: project.id, stepId: 'databases' })
  const { roomId } = project
  const input = (changes: object = {}) =>
    createTaskInput.parse({ roomId, taskId: randomUUID(), title: 'Measure it', ...changes })
  /** A new task's changes, and what the room shows of it after them. */
  const make = async () => {
    const { taskId } = input()
    await createTask(member, input({ taskId }))
    return {
      taskId,
      change: (changes: Omit<ChangeTaskInput, 'roomId' | 'taskId'>, who = other) =>
        changeTask(who, changeTaskInput.parse({ roomId, taskId, ...changes })),
      shown: async () => (await getRoom(other, { roomId })).tasks.find(({ id }) => id === taskId),
    }
  }
  return { owner, member, other, outsider, project, elsewhere, roomId, input, make }
}
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: Error) => error.name,
  )
const logOf = (roomId: string) =>
  db()
    .select({ kind: roomEvent.kind, payload: roomEvent.payload })
    .from(roomEvent)
    .where(and(eq(roomEvent.roomId, roomId), sql`${roomEvent.kind} like 'task:%'`))
    .orderBy(roomEvent.seq)
const seqOf = async (roomId: string) =>
  (await db().select({ seq: room.seq }).from(room).where(eq(room.id, roomId)))[0]?.seq

describe('a new task', () => {
  it('is seen by everybody in the room, with the project’s steps beside it', async () => {
    const { member, other, roomId, input } = await setUp()
    const given = input({ title: '  Measure\n it ' })
    const { seq } = await createTask(member, given)
    const page = await getRoom(other, { roomId })
    expect(page.seq).toBe(seq)
    expect(page.steps).toMatchObject([{ id: 'databases', position: 8, title: 'Databases' }])
    expect(page.tasks.map((each) => taskView.parse(each))).toEqual([
      {
        id: given.taskId,
        title: 'Measure it',
        state: 'todo',
        assigneeId: null,
        stepId: null,
        markId: null,
        createdById: member.personId,
        at: expect.any(String),
      },
    ])
    expect(await logOf(roomId)).toEqual([
      { kind: 'task:created', payload: { taskId: given.taskId } },
    ])
  })

  it('twice is once, also at the same moment; somebody else’s id is a conflict', async () => {
    const { member, other, roomId, input } = await setUp()
    const given = input()
    await Promise.all([createTask(member, given), createTask(member, given)])
    const before = await seqOf(roomId)
    expect(await createTask(member, given)).toEqual({ seq: before })
    expect(await refusalOf(createTask(other, given))).toBe('Conflict')
    expect(await logOf(roomId)).toHaveLength(1)
  })

  it('may come from a mark of its own room', async () => {
    const { owner, member, outsider, elsewhere, roomId, input } = await setUp()
    const documentId = randomUUID()
    await createDocument(owner, { roomId, documentId, path: 'app.py', text: '' })
    const markId = randomUUID()
    const place = { from: { item: null, assoc: 0 }, to: { item: null, assoc: -1 } }
    await addMark(member, { roomId, documentId, markId, ...place, quote: '', body: 'Why?' })
    await createTask(member, input({ markId }))
    expect((await getRoom(member, { roomId })).tasks).toMatchObject([{ markId }])
    expect(await refusalOf(createTask(member, input({ markId: randomUUID() })))).toBe('NotFound')
    const theirs = input({ roomId: elsewhere.roomId, markId })
    expect(await refusalOf(createTask(outsider, theirs))).toBe('NotFound')
  })

  it('ends at a number of tasks, whatever happens at once', async () => {
    const { member, roomId, input } = await setUp()
    await db().execute(sql`
      insert into task (id, room_id, title)
      select gen_random_uuid(), ${roomId}, 'Task ' || n
      from generate_series(1, ${maximumTasks - 1}::int) n`)
    const answers = await Promise.all(
      [input(), input(), input()].map((each) => refusalOf(createTask(member, each))),
    )
    expect(answers.sort()).toEqual(['Conflict', 'Conflict', 'allowed'])
    expect((await getRoom(member, { roomId })).tasks).toHaveLength(maximumTasks)
  })

  it('needs a title of a line', () => {
    const given = { roomId: randomUUID(), taskId: randomUUID() }
    expect(createTaskInput.safeParse({ ...given, title: ' \n ' }).success).toBe(false)
    expect(createTaskInput.safeParse({ ...given, title: 'x'.repeat(201) }).success).toBe(false)
    expect(createTaskInput.parse({ ...given, title: 'nul \u0000' }).title).toBe('nul')
  })
})

describe('changing a task', () => {
  it('is for everybody in the room, and changes what is given alone', async () => {
    const { other, make } = await setUp()
    const { change, shown } = await make()
    await change({ state: 'doing', assigneeId: other.personId })
    await change({ stepId: 'databases' })
    await change({ title: 'Measure twice' })
    expect(await shown()).toMatchObject({
      title: 'Measure twice',
      state: 'doing',
      assigneeId: other.personId,
      stepId: 'databases',
    })
    await change({ assigneeId: null, stepId: null })
    expect(await shown()).toMatchObject({ state: 'doing', assigneeId: null, stepId: null })
  })

  it('to what it is already takes no number', async () => {
    const { roomId, make } = await setUp()
    const { change } = await make()
    const { seq } = await change({ state: 'done' })
    expect(await change({ state: 'done' })).toEqual({ seq })
    expect(await change({})).toEqual({ seq })
    expect(await seqOf(roomId)).toBe(seq)
  })

  it('gives it to people in the room alone, and to the project’s own steps', async () => {
    const { other, outsider, project, make } = await setUp()
    const { change, shown } = await make()
    expect(await refusalOf(change({ assigneeId: outsider.personId }))).toBe('Conflict')
    expect(await refusalOf(change({ assigneeId: randomUUID() }))).toBe('Conflict')
    expect(await refusalOf(change({ stepId: 'apis' }))).toBe('Conflict')
    expect(await refusalOf(change({ stepId: 'no-such-step' }))).toBe('Conflict')
    await change({ assigneeId: other.personId })
    await db()
      .update(membership)
      .set({ status: 'left', endedAt: new Date() })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, other.personId)))
    expect(await refusalOf(change({ state: 'done' }))).toBe('NotFound')
    expect(await refusalOf(shown())).toBe('NotFound')
  })

  it('of somebody who left is still possible: who has it may stay or be changed', async () => {
    const { owner, member, other, project, make } = await setUp()
    const { change } = await make()
    await change({ assigneeId: other.personId })
    await db()
      .update(membership)
      .set({ status: 'left', endedAt: new Date() })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, other.personId)))
    await change({ state: 'done' }, member)
    await change({ assigneeId: owner.personId }, member)
    expect(await refusalOf(change({ assigneeId: other.personId }, member))).toBe('Conflict')
  })
})

it('is deleted by who made it and by the leads, and belongs to its room', async () => {
  const { owner, member, other, outsider, elsewhere, roomId, make } = await setUp()
  const { taskId } = await make()
  expect(await refusalOf(deleteTask(other, { roomId, taskId }))).toBe('Forbidden')
  const there = { roomId: elsewhere.roomId, taskId }
  expect(await refusalOf(deleteTask(outsider, there))).toBe('NotFound')
  expect(await refusalOf(changeTask(outsider, { ...there, state: 'done' }))).toBe('NotFound')
  await deleteTask(member, { roomId, taskId })
  expect(await refusalOf(deleteTask(owner, { roomId, taskId }))).toBe('NotFound')
  const led = await make()
  await deleteTask(owner, { roomId, taskId: led.taskId })
  expect((await getRoom(owner, { roomId })).tasks).toEqual([])
})
