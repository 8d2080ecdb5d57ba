import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { type rotationMinutes, type TurnWheelInput, turnWheelInput } from '@/contracts/documents'
import { db } from '@/db/client'
import { wheelAllows } from '@/domain/access/pairing'
import type { Actor } from '@/domain/actor'
import { getWheel } from '@/domain/pairing/get-wheel'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { publishThrough } from '@/domain/publish'
import { readEvents } from '@/domain/rooms/read-events'
import { leaveProject } from '@/domain/teams/leave-project'
import { removeMember } from '@/domain/teams/remove-member'
import { change, createTeam, idsOf, letPass, minutes, refusalOf, toldWheels } from './team'

afterEach(() => publishThrough(null))

type Team = Awaited<ReturnType<typeof createTeam>>
type Act = TurnWheelInput extends infer Each
  ? Each extends { roomId: string }
    ? Omit<Each, 'roomId'>
    : never
  : never
const turn = async ({ roomId }: Team, who: Actor, act: Act, present?: Set<string>) =>
  (await turnWheel(who, { roomId, ...act } as TurnWheelInput, present)).wheel
const drive = (rotation: (typeof rotationMinutes)[number] | null = null) =>
  ({ act: 'drive', rotation }) as const

describe('taking the wheel', () => {
  it('gives a free wheel to who takes it, and tells the room once', async () => {
    const team = await createTeam()
    const wheel = await turn(team, team.ana, drive(10))
    expect(wheel.driverId).toBe(team.ana.personId)
    const left = Date.parse(wheel.endsAt ?? '') - Date.now()
    expect(left).toBeGreaterThan(minutes(9))
    expect(left).toBeLessThanOrEqual(minutes(10) + 1_000)
    expect(await turn(team, team.ana, drive(10))).toEqual(wheel)
    expect(await getWheel(db(), team.roomId)).toEqual(wheel)
    expect(await toldWheels(team.roomId)).toEqual([wheel])
    const [event] = await readEvents(team.roomId, 0, 10)
    expect(event).toMatchObject({ kind: 'wheel:turned', seq: 1, wheel })
  })

  it('is free for everybody before and after', async () => {
    const team = await createTeam()
    const free = await getWheel(db(), team.roomId)
    expect(free).toEqual({
      driverId: null,
      rotation: null,
      endsAt: null,
      pausedMs: null,
      askedById: null,
      pingPong: false,
    })
    await turn(team, team.ana, drive(5))
    expect(await turn(team, team.ana, { act: 'release' })).toEqual(free)
    expect(await turn(team, team.ben, { act: 'release' })).toEqual(free)
    expect(await toldWheels(team.roomId)).toHaveLength(2)
  })

  it('lets one of many drive who take it at once', async () => {
    const team = await createTeam()
    const people = [team.owner, team.ana, team.ben, team.cho, team.dee]
    const outcomes = await Promise.all(
      people.flatMap((who) => [drive(5), drive(25)].map((act) => refusalOf(turn(team, who, act)))),
    )
    const { driverId } = await getWheel(db(), team.roomId)
    const winner = people.findIndex(({ personId }) => personId === driverId)
    const refused = outcomes.filter((_, at) => Math.floor(at / 2) !== winner)
    expect(refused).toEqual(Array(8).fill('Conflict'))
    expect(new Set((await toldWheels(team.roomId)).map((wheel) => wheel.driverId)).size).toBe(1)
  })

  it('refuses it while somebody drives, also to the owner', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive())
    for (const who of [team.ben, team.owner])
      expect(await refusalOf(turn(team, who, drive()))).toBe('Conflict')
    expect((await getWheel(db(), team.roomId)).driverId).toBe(team.ana.personId)
  })

  it('lets the driver choose another length, which begins anew and keeps who asked', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    await turn(team, team.ben, { act: 'ask' })
    const longer = await turn(team, team.ana, drive(30))
    expect(longer).toMatchObject({ rotation: 30, askedById: team.ben.personId })
    expect(Date.parse(longer.endsAt ?? '')).toBeGreaterThan(Date.now() + minutes(29))
    const untimed = await turn(team, team.ana, drive(null))
    expect(untimed).toMatchObject({ rotation: null, endsAt: null, pausedMs: null })
  })

  it('takes no other length than the offered ones', () => {
    const roomId = randomUUID()
    for (const rotation of [0, 1, -5, 7, 31, 1e9, '5', Number.NaN])
      expect(turnWheelInput.safeParse({ roomId, act: 'drive', rotation }).success).toBe(false)
  })
})

describe('who may', () => {
  it('does not let outsiders or removed people know of the room', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    const before = await getWheel(db(), team.roomId)
    const acts: Act[] = [
      { act: 'release' },
      drive(5),
      { act: 'ask' },
      { act: 'give', personId: team.outsider.personId },
      { act: 'take_back' },
      { act: 'pause' },
      { act: 'resume' },
      { act: 'skip' },
    ]
    for (const who of [team.outsider, team.removed])
      for (const act of acts) {
        expect(await refusalOf(turn(team, who, act))).toBe('NotFound')
        const nowhere = { ...team, roomId: randomUUID() }
        expect(await refusalOf(turn(nowhere, who, act))).toBe('NotFound')
      }
    expect(await getWheel(db(), team.roomId)).toEqual(before)
  })

  it.each(['release', 'pause', 'resume', 'skip'] as const)(
    'lets the driver and who leads %s, and no navigator',
    async (act) => {
      for (const role of ['owner', 'maintainer'] as const) {
        const team = await createTeam()
        await change(team.project.id, team.dee.personId, { role: 'maintainer' })
        await turn(team, team.ana, drive(5))
        const before = await getWheel(db(), team.roomId)
        expect(await refusalOf(turn(team, team.ben, { act }))).toBe('Forbidden')
        expect(await getWheel(db(), team.roomId)).toEqual(before)
        const lead = role === 'owner' ? team.owner : team.dee
        expect(await refusalOf(turn(team, lead, { act }))).toBe('allowed')
      }
      const team = await createTeam()
      await turn(team, team.ana, drive(5))
      expect(await refusalOf(turn(team, team.ana, { act }))).toBe('allowed')
    },
  )

  it.each(['pause', 'resume', 'skip', 'ask'] as const)(
    'has nothing to %s on a free wheel',
    async (act) => {
      const team = await createTeam()
      expect(await refusalOf(turn(team, team.owner, { act }))).toBe('Conflict')
      expect(await toldWheels(team.roomId)).toEqual([])
    },
  )

  it('lets only the driver change files while somebody drives', async () => {
    const team = await createTeam()
    const allowed = async () => {
      const wheel = await getWheel(db(), team.roomId)
      return [team.owner, team.ana, team.ben].map((who) => wheelAllows(wheel, who.personId))
    }
    expect(wheelAllows(undefined, team.ana.personId)).toBe(true)
    expect(await allowed()).toEqual([true, true, true])
    await turn(team, team.ana, drive())
    expect(await allowed()).toEqual([false, true, false])
    await turn(team, team.ana, { act: 'give', personId: team.ben.personId })
    expect(await allowed()).toEqual([false, false, true])
    await turn(team, team.owner, { act: 'release' })
    expect(await allowed()).toEqual([true, true, true])
  })
})

describe('asking and giving', () => {
  it('keeps the first who asks', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive())
    expect(await turn(team, team.ben, { act: 'ask' })).toMatchObject({
      driverId: team.ana.personId,
      askedById: team.ben.personId,
    })
    await turn(team, team.ben, { act: 'ask' })
    expect(await refusalOf(turn(team, team.cho, { act: 'ask' }))).toBe('Conflict')
    expect(await refusalOf(turn(team, team.ana, { act: 'ask' }))).toBe('Conflict')
    expect(await toldWheels(team.roomId)).toHaveLength(2)
  })

  it('lets the next ask when who asked has gone from the room', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive())
    await turn(team, team.ben, { act: 'ask' })
    const present = idsOf(team.ana, team.cho)
    const wheel = await turn(team, team.cho, { act: 'ask' }, present)
    expect(wheel).toMatchObject({ driverId: team.ana.personId, askedById: team.cho.personId })
  })

  it('hands over at once when the driver has gone from the room', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    // Nobody known to be there is no knowledge at all.
    await turn(team, team.ben, { act: 'ask' }, new Set())
    expect((await getWheel(db(), team.roomId)).driverId).toBe(team.ana.personId)
    const wheel = await turn(team, team.ben, { act: 'ask' }, idsOf(team.ben, team.cho))
    expect(wheel).toMatchObject({ driverId: team.ben.personId, askedById: null, rotation: 5 })
  })

  it('gives to a member alone, and only by who drives', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    await turn(team, team.cho, { act: 'ask' })
    const give = (who: Actor, to: Actor) => turn(team, who, { act: 'give', personId: to.personId })
    expect(await refusalOf(give(team.ben, team.ben))).toBe('Forbidden')
    expect(await refusalOf(give(team.owner, team.owner))).toBe('Forbidden')
    expect(await refusalOf(give(team.owner, team.ben))).toBe('Forbidden')
    expect(await refusalOf(give(team.ana, team.outsider))).toBe('NotFound')
    expect(await refusalOf(give(team.ana, team.removed))).toBe('NotFound')
    expect(await refusalOf(give(team.ana, team.ana))).toBe('Conflict')
    const given = await give(team.ana, team.ben)
    expect(given).toMatchObject({ driverId: team.ben.personId, rotation: 5, askedById: null })
    expect(await give(team.ana, team.ben)).toEqual(given)
    expect(await refusalOf(give(team.ana, team.cho))).toBe('Forbidden')
  })

  it('gives once when the driver gives to two at once', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive())
    const outcomes = await Promise.all(
      [team.ben, team.cho].map((to) =>
        refusalOf(turn(team, team.ana, { act: 'give', personId: to.personId })),
      ),
    )
    expect(outcomes.sort()).toEqual(['Forbidden', 'allowed'])
    expect(await toldWheels(team.roomId)).toHaveLength(2)
  })

  it('is taken back within ten seconds by who gave it, keeping the clock', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    await turn(team, team.ana, { act: 'give', personId: team.ben.personId })
    for (const who of [team.cho, team.owner])
      expect(await refusalOf(turn(team, who, { act: 'take_back' }))).toBe('Forbidden')
    await letPass(team.roomId, 9_000)
    const { endsAt } = await getWheel(db(), team.roomId)
    const back = await turn(team, team.ana, { act: 'take_back' })
    expect(back).toMatchObject({ driverId: team.ana.personId, endsAt })
    expect(await turn(team, team.ana, { act: 'take_back' })).toEqual(back)
  })

  it('is not taken back later, nor after it went on, nor by who never had it', async () => {
    const team = await createTeam()
    const give = (who: Actor, to: Actor) => turn(team, who, { act: 'give', personId: to.personId })
    await turn(team, team.ana, drive())
    await give(team.ana, team.ben)
    await letPass(team.roomId, 10_500)
    expect(await refusalOf(turn(team, team.ana, { act: 'take_back' }))).toBe('Conflict')
    await give(team.ben, team.cho)
    expect(await refusalOf(turn(team, team.ana, { act: 'take_back' }))).toBe('Forbidden')
    await give(team.cho, team.dee)
    await turn(team, team.dee, { act: 'skip' })
    expect(await refusalOf(turn(team, team.cho, { act: 'take_back' }))).toBe('Forbidden')
    await turn(team, team.owner, { act: 'release' })
    expect(await refusalOf(turn(team, team.cho, { act: 'take_back' }))).toBe('Forbidden')
  })
})

describe('the clock', () => {
  it('stops and goes on with what was left', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(10))
    await letPass(team.roomId, minutes(4))
    const paused = await turn(team, team.ana, { act: 'pause' })
    expect(paused.endsAt).toBeNull()
    expect(paused.pausedMs).toBeGreaterThan(minutes(5))
    expect(paused.pausedMs).toBeLessThanOrEqual(minutes(6))
    expect(await turn(team, team.ana, { act: 'pause' })).toEqual(paused)
    const resumed = await turn(team, team.ana, { act: 'resume' })
    expect(resumed.pausedMs).toBeNull()
    const left = Date.parse(resumed.endsAt ?? '') - Date.now()
    expect(Math.abs(left - (paused.pausedMs ?? 0))).toBeLessThan(5_000)
    expect(await turn(team, team.ana, { act: 'resume' })).toEqual(resumed)
    expect(await toldWheels(team.roomId)).toHaveLength(3)
  })

  it('cannot be stopped where there is none', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(null))
    for (const act of ['pause', 'resume'] as const)
      expect(await refusalOf(turn(team, team.ana, { act }))).toBe('Conflict')
  })

  it('skips to who asked, else to the next of those who are here, in a circle', async () => {
    const team = await createTeam()
    const here = idsOf(team.ana, team.cho, team.owner, team.outsider)
    const skip = async (present?: Set<string>) =>
      (await turn(team, team.owner, { act: 'skip' }, present)).driverId
    await turn(team, team.ana, drive(5))
    expect(await skip(here)).toBe(team.cho.personId)
    expect(await skip(here)).toBe(team.owner.personId)
    expect(await skip(here)).toBe(team.ana.personId)
    await turn(team, team.owner, { act: 'ask' }, here)
    expect(await skip(here)).toBe(team.owner.personId)
    expect(await skip()).toBe(team.ana.personId)
    await change(team.project.id, team.ben.personId, { status: 'inactive' })
    expect(await skip()).toBe(team.cho.personId)
    expect(await skip(idsOf(team.cho))).toBe(team.cho.personId)
  })
})

describe('a driver who goes from the team', () => {
  it.each([
    ['leaves', ({ ana, project }: Team) => leaveProject(ana, { projectId: project.id })],
    [
      'is removed',
      ({ owner, ana, project }: Team) =>
        removeMember(owner, { projectId: project.id, personId: ana.personId }),
    ],
  ])('frees the wheel when she %s', async (_how, go) => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    await turn(team, team.ben, { act: 'ask' })
    await go(team)
    const wheel = await getWheel(db(), team.roomId)
    expect(wheel).toMatchObject({ driverId: null, endsAt: null, askedById: null })
    expect((await toldWheels(team.roomId)).at(-1)).toEqual(wheel)
    expect(await refusalOf(turn(team, team.ana, drive()))).toBe('NotFound')
  })

  it('forgets what somebody else asked for or could take back', async () => {
    const team = await createTeam()
    await turn(team, team.ana, drive(5))
    await turn(team, team.ana, { act: 'give', personId: team.ben.personId })
    await turn(team, team.cho, { act: 'ask' })
    await leaveProject(team.ana, { projectId: team.project.id })
    await leaveProject(team.cho, { projectId: team.project.id })
    expect(await getWheel(db(), team.roomId)).toMatchObject({
      driverId: team.ben.personId,
      askedById: null,
    })
    expect(await refusalOf(turn(team, team.ana, { act: 'take_back' }))).toBe('NotFound')
  })

  it('never leaves the wheel with somebody who was removed at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const team = await createTeam()
      await turn(team, team.ana, drive(5))
      const projectId = team.project.id
      await Promise.all([
        refusalOf(turn(team, team.ana, { act: 'give', personId: team.ben.personId })),
        refusalOf(removeMember(team.owner, { projectId, personId: team.ben.personId })),
        refusalOf(turn(team, team.cho, { act: 'ask' })),
        refusalOf(leaveProject(team.cho, { projectId })),
      ]).then((outcomes) => expect(outcomes[1]).toBe('allowed'))
      const wheel = await getWheel(db(), team.roomId)
      expect([team.ana.personId, null]).toContain(wheel.driverId)
      expect(wheel.askedById).toBeNull()
      expect((await toldWheels(team.roomId)).at(-1)).toEqual(wheel)
    }
  })
})

it('publishes after the commit, and not what changed nothing', async () => {
  const team = await createTeam()
  const heard: unknown[] = []
  publishThrough({ to: () => ({ emit: (_name, payload) => heard.push(payload) }) })
  await turn(team, team.ana, drive(5))
  await turn(team, team.ana, drive(5))
  await refusalOf(turn(team, team.ben, drive(5)))
  expect(heard).toHaveLength(1)
})
