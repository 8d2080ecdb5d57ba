import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { closeDatabase, db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { getWheel } from '@/domain/pairing/get-wheel'
import { rotateWheels } from '@/domain/pairing/rotate-wheels'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { createTeam, idsOf, letPass, minutes, refusalOf, toldWheels } from './team'

async function running() {
  const team = await createTeam()
  await turnWheel(team.ana, { roomId: team.roomId, act: 'drive', rotation: 5 })
  const rotate = (...present: Actor[]) => rotateWheels(new Map([[team.roomId, idsOf(...present)]]))
  const driver = async () => (await getWheel(db(), team.roomId)).driverId
  return { ...team, rotate, driver }
}

it('passes the wheel on when the turn has run out, and not before', async () => {
  const { roomId, ana, ben, cho, rotate, driver } = await running()
  await letPass(roomId, minutes(5) - 30_000)
  expect(await rotate(ana, ben, cho)).toEqual([])
  expect(await driver()).toBe(ana.personId)
  await letPass(roomId, 30_000)
  expect(await rotate(ana, ben, cho)).toEqual([roomId])
  const wheel = await getWheel(db(), roomId)
  expect(wheel).toMatchObject({ driverId: ben.personId, rotation: 5, pausedMs: null })
  expect(Date.parse(wheel.endsAt ?? '')).toBeGreaterThan(Date.now() + minutes(4))
  expect((await toldWheels(roomId)).at(-1)).toEqual(wheel)
  expect(await rotate(ana, ben, cho)).toEqual([])
})

it('passes it once, however many do it at once', async () => {
  const { roomId, ana, ben, cho, rotate, driver } = await running()
  for (const expected of [ben, cho, ana]) {
    await letPass(roomId, minutes(5))
    const rotated = await Promise.all(Array.from({ length: 8 }, () => rotate(ana, ben, cho)))
    expect(rotated.flat()).toEqual([roomId])
    expect(await driver()).toBe(expected.personId)
  }
  expect(await toldWheels(roomId)).toHaveLength(4)
})

it('passes it to who asked', async () => {
  const { roomId, ana, ben, dee, rotate, driver } = await running()
  await turnWheel(dee, { roomId, act: 'ask' })
  await letPass(roomId, minutes(5))
  await rotate(ana, ben, dee)
  expect(await driver()).toBe(dee.personId)
})

it('does not go round in an empty room, and goes on with the first who comes', async () => {
  const { roomId, ana, cho, rotate, driver } = await running()
  await letPass(roomId, minutes(60))
  expect(await rotate()).toEqual([])
  expect(await rotateWheels(new Map())).toEqual([])
  expect(await driver()).toBe(ana.personId)
  expect(await rotate(cho)).toEqual([roomId])
  expect(await driver()).toBe(cho.personId)
})

it('gives a driver who is alone another turn', async () => {
  const { roomId, ana, rotate, driver } = await running()
  await letPass(roomId, minutes(5))
  expect(await rotate(ana)).toEqual([roomId])
  expect(await driver()).toBe(ana.personId)
  expect(await rotate(ana)).toEqual([])
})

it('leaves a stopped clock and a free wheel alone', async () => {
  const { roomId, ana, ben, rotate, driver } = await running()
  await turnWheel(ana, { roomId, act: 'pause' })
  await letPass(roomId, minutes(60))
  expect(await rotate(ana, ben)).toEqual([])
  expect(await driver()).toBe(ana.personId)
  await turnWheel(ana, { roomId, act: 'release' })
  expect(await rotate(ana, ben)).toEqual([])
})

it('cannot be taken back from who the clock gave it to', async () => {
  const { roomId, ana, ben, cho, rotate, driver } = await running()
  await turnWheel(ana, { roomId, act: 'give', personId: ben.personId })
  await letPass(roomId, minutes(5))
  await rotate(ana, ben, cho)
  expect(await driver()).toBe(cho.personId)
  expect(await refusalOf(turnWheel(ana, { roomId, act: 'take_back' }))).toBe('Forbidden')
})

it('frees the wheel of an account that is gone', async () => {
  const { roomId, ana, ben, rotate, driver } = await running()
  await db().delete(person).where(eq(person.id, ana.personId))
  await letPass(roomId, minutes(5))
  expect(await rotate(ben)).toEqual([roomId])
  expect(await driver()).toBeNull()
  expect(await rotate(ben)).toEqual([])
})

it('goes on where it was after a restart', async () => {
  const { roomId, ana, ben, rotate, driver } = await running()
  const before = await getWheel(db(), roomId)
  await closeDatabase()
  expect(await getWheel(db(), roomId)).toEqual(before)
  await letPass(roomId, minutes(5))
  await rotate(ana, ben)
  expect(await driver()).toBe(ben.personId)
})

it('ends a turn or lets the driver release it, in whichever order they come', async () => {
  for (let round = 0; round < 10; round++) {
    const { roomId, ana, ben, rotate } = await running()
    await letPass(roomId, minutes(5))
    const [released] = await Promise.all([
      refusalOf(turnWheel(ana, { roomId, act: 'release' })),
      rotate(ana, ben),
    ])
    const { driverId } = await getWheel(db(), roomId)
    expect(driverId).toBe(released === 'allowed' ? null : ben.personId)
  }
})
