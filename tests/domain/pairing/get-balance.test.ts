import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { WheelView } from '@/contracts/documents'
import { recordRunInput } from '@/contracts/documents'
import { db } from '@/db/client'
import { document, documentClient, room, roomEvent } from '@/db/schema'
import { createDocument } from '@/domain/documents/create-document'
import { getBalance } from '@/domain/pairing/get-balance'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { recordRun } from '@/domain/runs/record-run'
import { append, openFile, typeIn } from '../../support/documents'
import { createTeam, minutes, refusalOf } from './team'

const start = Date.UTC(2026, 0, 1, 12)
const free: WheelView = {
  ...{ driverId: null, rotation: null, endsAt: null },
  ...{ pausedMs: null, askedById: null, pingPong: false },
}
/** The wheel's events as the room's log holds them, each so many minutes after the first. */
async function tell(roomId: string, turns: [number, Partial<WheelView>][]) {
  for (const [at, turned] of turns) {
    const [row] = await db()
      .update(room)
      .set({ seq: sql`${room.seq} + 1` })
      .where(sql`${room.id} = ${roomId}`)
      .returning({ seq: room.seq })
    await db()
      .insert(roomEvent)
      .values({
        ...{ roomId, seq: row?.seq ?? 0, kind: 'wheel:turned' },
        payload: { wheel: { ...free, ...turned } },
        createdAt: new Date(start + minutes(at)),
      })
  }
}
const due = (at: number) => new Date(start + minutes(at)).toISOString()

it('counts turns until the next, by their clock, and without the pauses', async () => {
  const { ana, ben, cho, roomId } = await createTeam()
  const anas = { driverId: ana.personId, rotation: 10 }
  const bens = { driverId: ben.personId, rotation: 10 }
  await tell(roomId, [
    // Ana: four minutes, then a pause of six, then three.
    [0, { ...anas, endsAt: due(10) }],
    [2, { ...anas, endsAt: due(10), askedById: ben.personId }],
    [4, { ...anas, pausedMs: minutes(6) }],
    [10, { ...anas, endsAt: due(16) }],
    // Ben: his turn ran out while everybody was away, and counts for its length.
    [13, { ...bens, endsAt: due(23) }],
    [300, {}],
    // Cho drives without a clock and forgets it, even though somebody asks in between.
    [310, { driverId: cho.personId }],
    [320, { driverId: cho.personId, askedById: ana.personId }],
    [400, {}],
  ])
  const { people } = await getBalance(ana, { roomId })
  const driven = new Map(people.map(({ personId, drivingMs }) => [personId, drivingMs]))
  expect(driven.get(ana.personId)).toBe(minutes(7))
  expect(driven.get(ben.personId)).toBe(minutes(10))
  expect(driven.get(cho.personId)).toBe(minutes(30))
})

it('counts the turn that runs until now, and one that was forgotten for its longest', async () => {
  const { ana, ben, roomId } = await createTeam()
  await turnWheel(ana, { roomId, act: 'drive', rotation: null })
  const shareOf = async (personId: string) =>
    (await getBalance(ana, { roomId })).people.find((one) => one.personId === personId)
  const first = (await shareOf(ana.personId))?.drivingMs ?? -1
  expect(first).toBeGreaterThanOrEqual(0)
  await db()
    .update(roomEvent)
    .set({ createdAt: sql`${roomEvent.createdAt} - interval '10 minutes'` })
    .where(sql`${roomEvent.roomId} = ${roomId}`)
  const second = (await shareOf(ana.personId))?.drivingMs ?? -1
  expect(second).toBeGreaterThanOrEqual(minutes(10))
  expect(second).toBeLessThan(minutes(30))
  await db()
    .update(roomEvent)
    .set({ createdAt: sql`${roomEvent.createdAt} - interval '3 hours'` })
    .where(sql`${roomEvent.roomId} = ${roomId}`)
  expect((await shareOf(ana.personId))?.drivingMs).toBe(minutes(30))
  expect((await shareOf(ben.personId))?.drivingMs).toBe(0)
})

it('counts letters and runs of this room, for everybody with a seat, in order of joining', async () => {
  const { owner, ana, ben, cho, dee, roomId } = await createTeam()
  const elsewhere = await createTeam()
  for (const [who, to, text] of [
    [ana, roomId, 'hello'],
    [ben, roomId, 'hi'],
    [ana, roomId, 'more'],
    [elsewhere.ana, elsewhere.roomId, 'not here'],
  ] as const) {
    const documentId = randomUUID()
    await createDocument(who, { roomId: to, documentId, path: `${documentId}.ts`, text: 'given' })
    await append(
      who,
      { roomId: to, documentId },
      typeIn(await openFile(who, { roomId: to, documentId }), text),
    )
    const ran = { runId: randomUUID(), language: 'typescript', outcome: 'passed', durationMs: 1 }
    await recordRun(who, recordRunInput.parse({ roomId: to, documentId, ...ran, output: '' }))
  }
  // Typed by nobody, or by somebody whose account is gone.
  const [file] = await db().select().from(document).where(sql`${document.roomId} = ${roomId}`)
  await db()
    .insert(documentClient)
    .values({ documentId: file?.id ?? '', client: 7, clock: 1_000, personId: null })
  const { people } = await getBalance(dee, { roomId })
  expect(people.map(({ personId }) => personId)).toEqual(
    [owner, ana, ben, cho, dee].map(({ personId }) => personId),
  )
  expect(people.map(({ edits }) => edits)).toEqual([0, 9, 2, 0, 0])
  expect(people.map(({ runs }) => runs)).toEqual([0, 2, 1, 0, 0])
})

it('is nobody else’s to see', async () => {
  const { outsider, removed, roomId } = await createTeam()
  for (const who of [outsider, removed])
    expect(await refusalOf(getBalance(who, { roomId }))).toBe('NotFound')
})
