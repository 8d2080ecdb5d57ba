import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { forgetServerTime, learnServerTime, serverNow } from '@/components/pairing/server-clock'
import { clockFace, turnLeft } from '@/components/pairing/turn-clock'
import { WheelBar } from '@/components/pairing/wheel-bar'
import { type TeamPerson, wheelOptions } from '@/components/pairing/wheel-options'
import { isGreenTurn, wheelNews, whoDrives } from '@/components/pairing/wheel-words'
import type { WheelView } from '@/contracts/documents'
import { personNamed } from '../rooms/fake-room'

const as = (name: string, role: TeamPerson['role'] = 'member'): TeamPerson => ({
  ...personNamed(name),
  role,
})
const owner = as('Olu Adeyemi', 'owner')
const lead = as('Maya Okafor', 'maintainer')
const ana = as('Ana Silva')
const ben = as('Ben Ode')
const people = [owner, lead, ana, ben]
const free: WheelView = {
  driverId: null,
  rotation: null,
  endsAt: null,
  pausedMs: null,
  askedById: null,
  pingPong: false,
}
const driven: WheelView = { ...free, driverId: ana.id }
const timed: WheelView = { ...driven, rotation: 10, endsAt: '2026-11-23T10:10:00.000Z' }
const at = (clock: string) => Date.parse(`2026-11-23T${clock}.000Z`)

afterEach(forgetServerTime)

describe('the clock of a turn', () => {
  it('counts down to nothing, stands while paused, and is absent without one', () => {
    expect(turnLeft(timed, at('10:02:18'))).toBe(462_000)
    expect(turnLeft(timed, at('10:30:00'))).toBe(0)
    expect(turnLeft(timed, at('09:00:00'))).toBe(600_000)
    const paused = { ...timed, endsAt: null, pausedMs: 90_000 }
    expect(turnLeft(paused, at('23:00:00'))).toBe(90_000)
    expect(turnLeft(driven, at('10:00:00'))).toBeNull()
  })

  it('reads as minutes and seconds', () => {
    expect([0, 1, 999, 1_000, 59_001, 462_000, 1_800_000].map(clockFace)).toEqual([
      '0:00',
      '0:01',
      '0:01',
      '0:01',
      '1:00',
      '7:42',
      '30:00',
    ])
  })

  it('is the server’s, however wrong the device is and however late its word came', () => {
    const device = at('12:00:00')
    expect(serverNow(device)).toBe(device)
    learnServerTime(at('10:00:00') - 4_000, device)
    learnServerTime(at('10:00:00'), device)
    learnServerTime(at('09:30:00'), device)
    learnServerTime(Number.NaN, device)
    expect(serverNow(device)).toBe(at('10:00:00'))
    expect(serverNow(device + 5_000)).toBe(at('10:00:05'))
  })
})

describe('what is offered', () => {
  const options = (wheel: WheelView, self: TeamPerson, present?: TeamPerson[]) =>
    wheelOptions(wheel, people, self.id, present && new Set(present.map(({ id }) => id)))

  it('is a free wheel to everybody', () => {
    for (const self of people)
      expect(options(free, self)).toMatchObject({ take: true, ask: false, steer: false })
  })

  it('is the clock to the driver and to who leads, and asking to navigators', () => {
    expect(options(driven, ana)).toMatchObject({ drives: true, steer: true, ask: false })
    expect(options(driven, owner)).toMatchObject({ drives: false, steer: true, ask: true })
    expect(options(driven, lead)).toMatchObject({ drives: false, steer: true, ask: true })
    expect(options(driven, ben)).toMatchObject({ drives: false, steer: false, ask: true })
  })

  it('is one place to wait, handed on by the driver alone', () => {
    const asked = { ...driven, askedById: ben.id }
    expect(options(asked, ben)).toMatchObject({ ask: false, asked: true, waiting: null })
    expect(options(asked, lead)).toMatchObject({ ask: false, asked: false, waiting: null })
    expect(options(asked, ana).waiting).toEqual(ben)
    expect(options(asked, lead, [ana, lead]).ask).toBe(true)
  })

  it('is the wheel of a driver who is not here', () => {
    expect(options(driven, ben, [ben, lead])).toMatchObject({ ask: true, driverAway: true })
    expect(options(driven, ben, [])).toMatchObject({ driverAway: false })
    expect(options(driven, ana, [ana, ben]).others).toEqual([ben, owner, lead])
  })
})

describe('what is said', () => {
  const news = (before: WheelView, after: WheelView, self = ben) =>
    wheelNews(before, after, people, self.id)

  it('names who drives, and oneself', () => {
    expect(whoDrives(free, people, ben.id)).toBe('Everybody edits')
    expect(whoDrives(driven, people, ben.id)).toBe('Ana drives')
    expect(whoDrives(driven, people, ana.id)).toBe('You drive')
    expect(whoDrives({ ...free, driverId: 'gone' }, people, ana.id)).toBe('Somebody drives')
  })

  it('tells every change that matters once', () => {
    expect(news(free, timed)).toBe('Ana drives now for 10 minutes.')
    expect(news(free, driven, ana)).toBe('You drive now.')
    expect(news(driven, free)).toBe('The wheel is free. Everybody edits.')
    expect(news(driven, { ...driven, askedById: ben.id }, ana)).toBe('Ben asks for the wheel.')
    expect(news(driven, { ...driven, askedById: ben.id }, ben)).toBeNull()
    expect(news(timed, { ...timed, endsAt: null, pausedMs: 5_000 })).toBe('The clock is paused.')
    expect(news({ ...timed, endsAt: null, pausedMs: 5_000 }, timed)).toBe('The clock runs again.')
    expect(news(driven, timed)).toBe('Turns last 10 minutes.')
    expect(news(timed, driven)).toBe('The clock is off.')
    expect(news(timed, timed)).toBeNull()
    const pingPong = { ...driven, pingPong: true }
    expect(news(driven, pingPong)).toBe('The wheel now passes on when tests turn green.')
    expect(news(pingPong, driven)).toBe('Green tests do not pass the wheel on any more.')
  })

  it('names the tests when they pass the wheel on, and only then', () => {
    const before = { ...driven, pingPong: true }
    const after = { ...before, driverId: ben.id }
    const green = { id: 'run', outcome: 'passed', tests: [1], person: ana }
    expect(isGreenTurn(before, green, 'older')).toBe(true)
    expect(isGreenTurn(before, green, 'run')).toBe(false)
    expect(isGreenTurn(driven, green, 'older')).toBe(false)
    expect(isGreenTurn(before, { ...green, outcome: 'failed' }, 'older')).toBe(false)
    expect(isGreenTurn(before, { ...green, tests: [] }, 'older')).toBe(false)
    expect(isGreenTurn(before, { ...green, person: ben }, 'older')).toBe(false)
    expect(isGreenTurn(before, undefined, undefined)).toBe(false)
    const said = (self: TeamPerson) => wheelNews(before, after, people, self.id, true)
    expect(said(ana)).toBe('Tests are green: Ben drives.')
    expect(said(ben)).toBe('Tests are green: you drive.')
  })
})

describe('the bar', () => {
  const render = (wheel: WheelView, self: TeamPerson) =>
    renderToStaticMarkup(
      <WheelBar
        roomId={owner.id}
        wheel={wheel}
        people={people}
        selfId={self.id}
        turn={() => Promise.resolve({ ok: true as const, wheel })}
        balance={() => Promise.resolve({ ok: true as const, people: [] })}
      />,
    )

  it('says who drives and offers the one thing that is likely wanted', () => {
    expect(render(free, ben)).toContain('Take the wheel')
    expect(render(timed, ben)).toContain('Ask for the wheel')
    expect(render(timed, ben)).toContain('Ana drives')
    expect(render({ ...timed, askedById: ben.id }, ana)).toContain('Hand over to Ben')
    expect(render({ ...timed, askedById: ben.id }, ben)).toContain('You asked')
    expect(render(timed, ana)).toContain('You drive')
  })

  it('has a quiet place for what will be announced', () => {
    expect(render(timed, ben)).toMatch(/<div role="status"[^>]*><\/div>/)
  })
})
