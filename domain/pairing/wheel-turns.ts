import type { TurnWheelInput } from '@/contracts/documents'
import { canSteer, canTakeBack, freeWheel, type Wheel } from '@/domain/access/pairing'
import { Conflict, Forbidden, NotFound } from '@/domain/errors'
import { nextDriver, type TeamMate } from './next-driver'

/** How long a wheel that was given away can be taken back, in milliseconds. */
export const takeBackWithin = 10_000

export type Situation = {
  turned: Wheel
  seat: { personId: string; role: 'owner' | 'maintainer' | 'member' | null }
  now: Date
  /** Everybody with a seat, in order of their joining. */
  team: readonly TeamMate[]
  /** Who is in the room; absent or empty when that is not known. */
  present?: ReadonlySet<string>
}

type Act = TurnWheelInput['act']
type Turn<A extends Act> = (
  situation: Situation,
  input: Extract<TurnWheelInput, { act: A }>,
) => Wheel

/** Somebody new at the wheel, with a whole turn before them. */
export function hand(turned: Wheel, driverId: string, now: Date): Wheel {
  const { rotation, pingPong } = turned
  const endsAt = rotation === null ? null : new Date(now.getTime() + rotation * 60_000)
  return { ...freeWheel, driverId, rotation, endsAt, pingPong }
}

/** What each act makes of the wheel; the same object when there is nothing to do (a repeat). */
const turns: { [A in Act]: Turn<A> } = {
  release({ turned, seat }) {
    if (turned.driverId === null) return turned
    assertSteers(seat, turned)
    return freeWheel
  },
  drive({ turned, seat, now }, { rotation }) {
    const { driverId } = turned
    if (driverId !== null && driverId !== seat.personId)
      throw new Conflict('Somebody else drives. Ask for the wheel.')
    if (driverId === seat.personId && turned.rotation === rotation) return turned
    const { askedById } = turned
    return { ...hand({ ...turned, rotation }, seat.personId, now), askedById }
  },
  ask({ turned, seat, now, present }) {
    const { driverId, askedById } = turned
    if (driverId === null) throw new Conflict('Nobody drives. Take the wheel.')
    if (driverId === seat.personId) throw new Conflict('You drive already.')
    // A driver who went away would otherwise lock everybody else out of the files.
    if (isAway(driverId, present)) return hand(turned, seat.personId, now)
    if (askedById === seat.personId) return turned
    if (askedById !== null && !isAway(askedById, present))
      throw new Conflict('Somebody else asked before you. Wait for their turn.')
    return { ...turned, askedById: seat.personId }
  },
  give({ turned, seat, now, team }, { personId }) {
    const { driverId, givenById } = turned
    if (driverId === personId && givenById === seat.personId) return turned
    if (driverId !== seat.personId) throw new Forbidden('Only the driver can give the wheel away.')
    if (personId === seat.personId) throw new Conflict('You drive already.')
    if (!team.some((mate) => mate.personId === personId))
      throw new NotFound('This person is not on the team.')
    return { ...hand(turned, personId, now), givenById: seat.personId, givenAt: now }
  },
  take_back({ turned, seat, now }) {
    if (turned.driverId === seat.personId) return turned
    if (!canTakeBack(seat, turned) || turned.givenAt === null)
      throw new Forbidden('Only who gave the wheel away can take it back.')
    if (now.getTime() - turned.givenAt.getTime() > takeBackWithin)
      throw new Conflict('More than ten seconds have passed. Ask for the wheel.')
    return { ...turned, driverId: seat.personId, askedById: null, givenById: null, givenAt: null }
  },
  pause({ turned, seat, now }) {
    assertSteers(seat, turned)
    assertClock(turned)
    if (turned.endsAt === null) return turned
    const pausedMs = Math.max(0, turned.endsAt.getTime() - now.getTime())
    return { ...turned, endsAt: null, pausedMs }
  },
  resume({ turned, seat, now }) {
    assertSteers(seat, turned)
    assertClock(turned)
    if (turned.pausedMs === null) return turned
    return { ...turned, endsAt: new Date(now.getTime() + turned.pausedMs), pausedMs: null }
  },
  skip(situation) {
    assertSteers(situation.seat, situation.turned)
    return pass(situation)
  },
  ping_pong({ turned, seat }, { on }) {
    assertSteers(seat, turned)
    return turned.pingPong === on ? turned : { ...turned, pingPong: on }
  },
}

/** @throws Conflict, Forbidden or NotFound when this person may not do this to the wheel as it is. */
export function applyTurn(situation: Situation, input: TurnWheelInput): Wheel {
  return (turns[input.act] as Turn<Act>)(situation, input)
}

/** The next person's turn; the driver's own again when there is nobody else. */
export function pass({ turned, now, team, present }: Omit<Situation, 'seat'>): Wheel {
  const next = nextDriver(turned, team, present)
  return next === null ? freeWheel : hand(turned, next, now)
}

function isAway(personId: string, present: ReadonlySet<string> | undefined): boolean {
  return present !== undefined && present.size > 0 && !present.has(personId)
}

function assertSteers(seat: Situation['seat'], turned: Wheel) {
  if (turned.driverId === null) throw new Conflict('Nobody drives now.')
  if (!canSteer(seat, turned))
    throw new Forbidden('Only the driver or the project’s owner and maintainers can do this.')
}

function assertClock(turned: Wheel) {
  if (turned.rotation === null) throw new Conflict('There is no clock. Choose how long a turn is.')
}
