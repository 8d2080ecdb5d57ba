import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type AddMarkInput, addMarkInput, markView, maximumMarks } from '@/contracts/marks'
import { db } from '@/db/client'
import { document, mark, room, roomEvent, task } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { createDocument } from '@/domain/documents/create-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { addMark } from '@/domain/marks/add-mark'
import { deleteMark } from '@/domain/marks/delete-mark'
import { getMark } from '@/domain/marks/get-mark'
import { reopenMark } from '@/domain/marks/reopen-mark'
import { resolveMark } from '@/domain/marks/resolve-mark'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { publishThrough } from '@/domain/publish'
import { getRoom } from '@/domain/rooms/get-room'
import { createTask } from '@/domain/tasks/create-task'
import { addMember, createPerson, createProject } from '../../support/factories'

afterEach(() => publishThrough(null))

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
  const { roomId } = project
  const documentId = randomUUID()
  await createDocument(owner, { roomId, documentId, path: 'app.py', text: 'print(1)\n' })
  const input = (changes: Partial<AddMarkInput> = {}): AddMarkInput =>
    addMarkInput.parse({
      roomId,
      documentId,
      markId: randomUUID(),
      from: { item: { client: 7, clock: 0 }, assoc: 0 },
      to: { item: { client: 7, clock: 7 }, assoc: -1 },
      quote: 'print(1)',
      body: 'Why one?',
      ...changes,
    })
  return { owner, member, other, outsider, elsewhere, roomId, documentId, input }
}
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: Error) => error.name,
  )
const logOf = (roomId: string) =>
  db()
    .select({ kind: roomEvent.kind, payload: roomEvent.payload, actorId: roomEvent.actorId })
    .from(roomEvent)
    .where(and(eq(roomEvent.roomId, roomId), sql`${roomEvent.kind} like 'mark:%'`))
    .orderBy(roomEvent.seq)
const seqOf = async (roomId: string) =>
  (await db().select({ seq: room.seq }).from(room).where(eq(room.id, roomId)))[0]?.seq
async function fill(roomId: string, documentId: string, author: Actor, count: number) {
  await db().execute(sql`
    insert into mark (id, room_id, document_id, author_id, from_anchor, to_anchor, quote, body)
    select gen_random_uuid(), ${roomId}, ${documentId}, ${author.personId},
      '{"item": null, "assoc": 0}', '{"item": null, "assoc": -1}', '', 'Why?'
    from generate_series(1, ${count}::int)`)
}

describe('asking', () => {
  it('is open to a navigator while somebody else drives, and tells the room', async () => {
    const { owner, member, roomId, documentId, input } = await setUp()
    await turnWheel(owner, { roomId, act: 'drive', rotation: null })
    const heard: { events: { kind: string; mark?: unknown }[] }[] = []
    publishThrough({ to: () => ({ emit: (_name, payload) => heard.push(payload as never) }) })
    const given = input()
    const { mark: view } = await addMark(member, given)
    expect(markView.parse(view)).toEqual({
      id: given.markId,
      documentId,
      from: given.from,
      to: given.to,
      quote: 'print(1)',
      body: 'Why one?',
      author: {
        id: member.personId,
        handle: member.handle,
        name: member.name,
        line: member.line,
      },
      at: expect.any(String),
      resolved: null,
    })
    expect(heard.flatMap(({ events }) => events)).toMatchObject([
      { kind: 'mark:added', mark: view },
    ])
    expect((await getRoom(owner, { roomId })).marks).toEqual([view])
  })

  it('leaves no copy of the words in the log', async () => {
    const { member, roomId, input } = await setUp()
    const given = input()
    await addMark(member, given)
    expect(await logOf(roomId)).toEqual([
      { kind: 'mark:added', payload: { markId: given.markId }, actorId: member.personId },
    ])
  })

  it('twice is once, also at the same moment; somebody else’s id is a conflict', async () => {
    const { owner, member, roomId, input } = await setUp()
    const given = input()
    const both = await Promise.all([addMark(member, given), addMark(member, given)])
    expect(both[0]).toEqual(both[1])
    const before = await seqOf(roomId)
    expect((await addMark(member, { ...given, body: 'Other words' })).mark.body).toBe('Why one?')
    expect(await refusalOf(addMark(owner, given))).toBe('Conflict')
    expect(await seqOf(roomId)).toBe(before)
    expect(await logOf(roomId)).toHaveLength(1)
  })

  it('is about a file that is in this room, and there', async () => {
    const { owner, member, outsider, elsewhere, roomId, documentId, input } = await setUp()
    const theirs = randomUUID()
    const file = { documentId: theirs, path: 'theirs.py', text: '' }
    await createDocument(outsider, { roomId: elsewhere.roomId, ...file })
    expect(await refusalOf(addMark(member, input({ documentId: theirs })))).toBe('NotFound')
    expect(await refusalOf(addMark(member, input({ documentId: randomUUID() })))).toBe('NotFound')
    expect(await refusalOf(addMark(outsider, input()))).toBe('NotFound')
    await deleteDocument(owner, { roomId, documentId })
    expect(await refusalOf(addMark(member, input()))).toBe('Conflict')
    expect(await logOf(roomId)).toEqual([])
  })

  it('ends at a number of open marks, whatever happens at once, and resolving makes room', async () => {
    const { owner, member, roomId, documentId, input } = await setUp()
    await fill(roomId, documentId, owner, maximumMarks - 1)
    const given = [input(), input(), input()]
    const answers = await Promise.all(given.map((each) => refusalOf(addMark(member, each))))
    expect(answers.sort()).toEqual(['Conflict', 'Conflict', 'allowed'])
    const [added] = await logOf(roomId)
    const { markId } = z.object({ markId: z.string() }).parse(added?.payload)
    await resolveMark(owner, { roomId, markId })
    await addMark(member, input())
    expect(await refusalOf(reopenMark(owner, { roomId, markId }))).toBe('Conflict')
    expect((await getMark(owner, { roomId, markId })).mark.resolved).not.toBeNull()
  })

  it('needs words, and takes what a program’s text may hold', async () => {
    const { member, input } = await setUp()
    expect(addMarkInput.safeParse({ ...input(), body: ' \n ' }).success).toBe(false)
    expect(addMarkInput.safeParse({ ...input(), body: 'x'.repeat(1_001) }).success).toBe(false)
    expect(addMarkInput.safeParse({ ...input(), quote: 'x'.repeat(501) }).success).toBe(false)
    const odd = input({ quote: 'nul \u0000 and half \ud83d', body: 'nul \u0000?' })
    expect((await addMark(member, odd)).mark).toMatchObject({ body: 'nul ?' })
  })
})

describe('an answered question', () => {
  it('is resolved and reopened by anybody in the room; twice is once', async () => {
    const { member, other, roomId, input } = await setUp()
    const given = input()
    await addMark(member, given)
    const target = { roomId, markId: given.markId }
    const { seq } = await resolveMark(other, target)
    expect(await resolveMark(member, target)).toEqual({ seq })
    const { mark: found } = await getMark(member, target)
    expect(found.resolved).toEqual({ personId: other.personId, at: expect.any(String) })
    expect((await getRoom(member, { roomId })).marks.map(({ id }) => id)).not.toContain(
      given.markId,
    )
    const reopened = await reopenMark(member, target)
    expect(await reopenMark(other, target)).toEqual(reopened)
    expect((await getMark(member, target)).mark.resolved).toBeNull()
    expect((await logOf(roomId)).map(({ kind }) => kind).slice(-2)).toEqual([
      'mark:resolved',
      'mark:reopened',
    ])
  })

  it('belongs to its room', async () => {
    const { member, outsider, elsewhere, roomId, input } = await setUp()
    const given = input()
    await addMark(member, given)
    const { markId } = given
    for (const attempt of [resolveMark, reopenMark, deleteMark, getMark]) {
      expect(await refusalOf(attempt(outsider, { roomId, markId }))).toBe('NotFound')
      const there = { roomId: elsewhere.roomId, markId }
      expect(await refusalOf(attempt(outsider, there))).toBe('NotFound')
      expect(await refusalOf(attempt(member, { roomId, markId: randomUUID() }))).toBe('NotFound')
    }
  })
})

describe('deleting', () => {
  it('is its author’s and the leads’; nothing of the words is left, and its task stays', async () => {
    const { owner, member, other, roomId, input } = await setUp()
    const [mine, led] = [input(), input()]
    await addMark(member, mine)
    await addMark(member, led)
    const taskId = randomUUID()
    await createTask(other, { roomId, taskId, title: 'Find out', markId: mine.markId })
    expect(await refusalOf(deleteMark(other, { roomId, markId: mine.markId }))).toBe('Forbidden')
    await deleteMark(member, { roomId, markId: mine.markId })
    await deleteMark(owner, { roomId, markId: led.markId })
    expect(await db().select().from(mark).where(eq(mark.roomId, roomId))).toEqual([])
    const [left] = await db().select().from(task).where(eq(task.id, taskId))
    expect(left?.markId).toBeNull()
    const again = deleteMark(member, { roomId, markId: mine.markId })
    expect(await refusalOf(again)).toBe('NotFound')
    expect(JSON.stringify(await logOf(roomId))).not.toContain('Why')
  })

  it('of its file keeps the mark, for the file may be brought back', async () => {
    const { owner, member, roomId, documentId, input } = await setUp()
    const given = input()
    await addMark(member, given)
    await deleteDocument(owner, { roomId, documentId })
    expect((await getRoom(member, { roomId })).marks.map(({ id }) => id)).toEqual([given.markId])
    await db().delete(document).where(eq(document.id, documentId))
    expect(await refusalOf(getMark(member, { roomId, markId: given.markId }))).toBe('NotFound')
  })
})
