import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { document, membership, roomEvent, wheel } from '@/db/schema'
import { appendUpdates } from '@/domain/documents/append-updates'
import { compactDocument } from '@/domain/documents/compact-document'
import { moveDocument } from '@/domain/documents/move-document'
import { parseUpdate } from '@/domain/documents/parse-update'
import { DomainError } from '@/domain/errors'
import { addMark } from '@/domain/marks/add-mark'
import { deleteMark } from '@/domain/marks/delete-mark'
import { rotateWheels } from '@/domain/pairing/rotate-wheels'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { publishThrough } from '@/domain/publish'
import { recordRun } from '@/domain/runs/record-run'
import { createTask } from '@/domain/tasks/create-task'
import { removeMember } from '@/domain/teams/remove-member'
import { nameVersion } from '@/domain/versions/name-version'
import { restoreVersion } from '@/domain/versions/restore-version'
import { saveVersion } from '@/domain/versions/save-version'
import { append, createFile, type File, openFile, textOf, typeIn } from '../../support/documents'
import { addMember, createPerson, createProject } from '../../support/factories'
import { expectWhole } from '../../support/stored-file'

it('everything that pairs do at once is done, or refused for a reason: nobody waits in a circle', async () => {
  const failures: unknown[] = []
  publishThrough(null, (error) => failures.push(error))
  const [owner, ana, ben] = [await createPerson(), await createPerson(), await createPerson()]
  const project = await createProject(owner)
  for (const one of [ana, ben]) await addMember(project.id, one)
  const { roomId } = project
  const files: File[] = []
  for (let each = 0; each < 3; each++) files.push(await createFile(owner, roomId, 'begin '))
  const [file] = files
  if (!file) throw new Error('no file')
  const versionId = randomUUID()
  await saveVersion(owner, { roomId, versionId, name: 'Begin' })
  const present = new Set([owner, ana, ben].map(({ personId }) => personId))
  const test = (passed: boolean) => [{ name: 'adds', passed, message: '' }]
  const ran = { language: 'python', durationMs: 1, input: '', output: '' } as const
  const at = { item: null, assoc: 0 }
  const acts: ((round: number) => Promise<unknown>)[] = [
    async () => {
      const drafts = []
      for (const [each, actor] of [owner, ana, ben].entries()) {
        const input = files[each] ?? file
        const update = typeIn(await openFile(owner, input), 'batch ')
        drafts.push({ actor, input: { ...input, update }, parsed: parseUpdate(update) })
      }
      return appendUpdates(drafts)
    },
    async () => append(ana, file, typeIn(await openFile(owner, file), 'alone ')),
    () => restoreVersion(owner, { roomId, versionId, documentId: null }),
    () => saveVersion(ana, { roomId, versionId: randomUUID(), name: 'Kept' }),
    (round) => nameVersion(ben, { roomId, versionId, name: `Named ${round}` }),
    (round) => {
      const outcome = round % 2 ? 'passed' : 'failed'
      const run = { roomId, documentId: file.documentId, runId: randomUUID(), outcome } as const
      return recordRun(ana, { ...run, ...ran, tests: test(round % 2 === 1) }, present)
    },
    () => turnWheel(ana, { roomId, act: 'give', personId: owner.personId }),
    () => turnWheel(owner, { roomId, act: 'ask' }, present),
    () =>
      db()
        .update(wheel)
        .set({ driverId: ana.personId, rotation: 5, pingPong: true, endsAt: new Date(0) })
        .where(eq(wheel.roomId, roomId)),
    () => rotateWheels(new Map([[roomId, present]])),
    () => compactDocument(file.documentId),
    async () => {
      const markId = randomUUID()
      await addMark(ben, { ...file, markId, from: at, to: at, quote: '', body: 'Why?' })
      await createTask(ana, { roomId, taskId: randomUUID(), title: 'Why', markId })
      await deleteMark(owner, { roomId, markId })
    },
    (round) => moveDocument(owner, { ...file, path: `moved-${round}.py` }),
    async () => {
      await removeMember(owner, { projectId: project.id, personId: ben.personId })
      await db()
        .update(membership)
        .set({ status: 'active', endedAt: null })
        .where(eq(membership.personId, ben.personId))
    },
  ]
  for (let round = 0; round < 8; round++) {
    // Another order each time; the same ones again when the test is run again.
    const order = acts.map((act, each) => ({ act, place: (each * (2 * round + 3)) % acts.length }))
    order.sort((one, other) => one.place - other.place)
    const done = await Promise.allSettled(order.map(({ act }) => act(round)))
    for (const each of done)
      if (each.status === 'rejected' && !(each.reason instanceof DomainError)) throw each.reason
  }
  expect(failures).toEqual([])
  const events = await db()
    .select({ seq: roomEvent.seq })
    .from(roomEvent)
    .where(eq(roomEvent.roomId, roomId))
    .orderBy(asc(roomEvent.seq))
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, each) => each + 1))
  await db().update(document).set({ deletedAt: null }).where(sql`room_id = ${roomId}`)
  for (const each of files) {
    await expectWhole(each)
    expect(textOf(await openFile(owner, each))).toContain('begin ')
  }
}, 60_000)
