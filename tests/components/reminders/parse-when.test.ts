import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWhen } from '@/components/reminders/parse-when'
import { quickMoments } from '@/components/reminders/quick-moments'
import { midnight, momentOf, wallOf, weekdayOf } from '@/components/reminders/wall-clock'
import { whenWords } from '@/components/reminders/when-words'

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'
/** A Thursday, ten past eleven in Berlin. */
const now = Date.parse('2026-11-26T10:10:00Z')

const shown = (moment: number, zone: string) =>
  new Date(wallOf(moment, zone)).toISOString().slice(0, 16)
/** What the clock in the zone shows when it is due, and the note. */
function read(text: string, { at = now, zone = berlin } = {}) {
  const when = parseWhen(text, at, zone)
  return when.kind === 'when' ? [shown(when.due, zone), when.note] : when.kind
}

describe('what is understood', () => {
  it.each([
    // Spans.
    ['in 20 minutes Stand up', '2026-11-26T11:30', 'Stand up'],
    ['in 20 min: Stand up', '2026-11-26T11:30', 'Stand up'],
    ['In 5m Tea', '2026-11-26T11:15', 'Tea'],
    ['in an hour to call Bob', '2026-11-26T12:10', 'call Bob'],
    ['in an hour and a half Leave', '2026-11-26T12:40', 'Leave'],
    ['in half an hour Leave', '2026-11-26T11:40', 'Leave'],
    ['in 1h30 Leave', '2026-11-26T12:40', 'Leave'],
    ['in 1h 30m Leave', '2026-11-26T12:40', 'Leave'],
    ['in 1.5 hours Leave', '2026-11-26T12:40', 'Leave'],
    ['in 2 hours, 5 minutes Leave', '2026-11-26T13:15', 'Leave'],
    ['in an hour 3 days of leave begin', '2026-11-26T12:10', '3 days of leave begin'],
    ['in three hours 5 miles are run', '2026-11-26T14:10', '5 miles are run'],
    ['in 2 days Answer', '2026-11-28T11:10', 'Answer'],
    ['in 2 days at 10 Answer', '2026-11-28T10:00', 'Answer'],
    ['in two weeks Answer', '2026-12-10T11:10', 'Answer'],
    ['in a month Answer', '2026-12-26T11:10', 'Answer'],
    // Days near.
    ['tomorrow Look', '2026-11-27T09:00', 'Look'],
    ['tomorrow at 9 Look at the plan', '2026-11-27T09:00', 'Look at the plan'],
    ['tomorrow 9:30 Look', '2026-11-27T09:30', 'Look'],
    ['tomorrow at 9.30 Look', '2026-11-27T09:30', 'Look'],
    ['tomorrow, 9 am Look', '2026-11-27T09:00', 'Look'],
    ['tomorrow 12am Look', '2026-11-27T00:00', 'Look'],
    ['tomorrow at 12 pm Look', '2026-11-27T12:00', 'Look'],
    ['tomorrow at noon Look', '2026-11-27T12:00', 'Look'],
    ['tomorrow afternoon Look', '2026-11-27T14:00', 'Look'],
    ['tomorrow in the morning at 8 Look', '2026-11-27T08:00', 'Look'],
    ['tomorrow 5 people come', '2026-11-27T09:00', '5 people come'],
    ['the day after tomorrow Look', '2026-11-28T09:00', 'Look'],
    ['today at 17:00 Look', '2026-11-26T17:00', 'Look'],
    ['tonight Look', '2026-11-26T20:00', 'Look'],
    ['tonight at 9 Look', '2026-11-26T21:00', 'Look'],
    ['tonight at 1 Look', '2026-11-27T01:00', 'Look'],
    ['this evening Look', '2026-11-26T18:00', 'Look'],
    ['at 14:30 Look', '2026-11-26T14:30', 'Look'],
    ['14:30 Look', '2026-11-26T14:30', 'Look'],
    ['at 9 Look', '2026-11-27T09:00', 'Look'],
    ['9pm Look', '2026-11-26T21:00', 'Look'],
    ['at 9 o’clock Look', '2026-11-27T09:00', 'Look'],
    ['at 9 tomorrow Look', '2026-11-27T09:00', 'Look'],
    ['next week Look', '2026-11-30T09:00', 'Look'],
    // Days of the week.
    ['friday 14:30 Ship', '2026-11-27T14:30', 'Ship'],
    ['on Friday at 2pm Ship', '2026-11-27T14:00', 'Ship'],
    ['thursday at 17:00 Ship', '2026-11-26T17:00', 'Ship'],
    ['thursday at 9 Ship', '2026-12-03T09:00', 'Ship'],
    ['next thursday at 17:00 Ship', '2026-12-03T17:00', 'Ship'],
    ['next monday at 9 Ship', '2026-11-30T09:00', 'Ship'],
    ['Sun 10:00 Ship', '2026-11-29T10:00', 'Ship'],
    ['on wed Ship', '2026-12-02T09:00', 'Ship'],
    // Dates.
    ['3 Dec 10:00 Renew', '2026-12-03T10:00', 'Renew'],
    ['3rd of December at 10 Renew', '2026-12-03T10:00', 'Renew'],
    ['on Dec 3 at 10 Renew', '2026-12-03T10:00', 'Renew'],
    ['Dec. 3, 2026 Renew', '2026-12-03T09:00', 'Renew'],
    ['3 Feb Renew', '2027-02-03T09:00', 'Renew'],
    ['25 Nov 9:00 Renew', '2027-11-25T09:00', 'Renew'],
    ['26 Nov 2026 12:00 Renew', '2026-11-26T12:00', 'Renew'],
    ['2026-12-03 10:00 Renew', '2026-12-03T10:00', 'Renew'],
    ['2026-12-03T10:00 Renew', '2026-12-03T10:00', 'Renew'],
    // Where it may stand, and what may stand around it.
    ['me tomorrow to water the plants', '2026-11-27T09:00', 'water the plants'],
    ['Stand up in 20 minutes', '2026-11-26T11:30', 'Stand up'],
    ['to call Bob tomorrow at 9.', '2026-11-27T09:00', 'call Bob'],
    ['Call Bob, on Friday at 2pm', '2026-11-27T14:00', 'Call Bob'],
    ['in 20 minutes', '2026-11-26T11:30', ''],
  ])('%s', (text, due, note) => {
    expect(read(text)).toEqual([due, note])
  })

  it('says what it does not understand, what has passed, and what is too far away', () => {
    for (const text of [
      ...['', ' ', 'Stand up', 'soon Stand up', 'in a while', 'in 20 bananas', 'in minutes'],
      ...['at 25:00 Look', 'at 9:75 Look', '13pm Look', '32 Dec Look', '31 Nov Look', '0 Dec Look'],
      ...['Look at 9', 'Look at issue 9', 'Sun cream', 'Sat on the keys', 'may be', '9 lives'],
      ...['tomorrowish Look', 'fridays are free', 'in 5 minutesx', '10:000', '1.2.3'],
    ])
      expect([text, read(text)]).toEqual([text, 'unclear'])
    for (const text of ['today at 9 Look', '3 Dec 2025 Look', '26 Nov 9:00', 'in 0 minutes Look'])
      expect([text, read(text)]).toEqual([text, 'passed'])
    for (const text of ['in 13 months Look', 'in 999999 weeks Look', '3 Dec 2028 Look'])
      expect([text, read(text)]).toEqual([text, 'far'])
  })

  it('knows the 29th of February, and the last day of a month', () => {
    const at = Date.parse('2027-03-05T10:00:00Z')
    expect(read('29 Feb Leap', { at })).toEqual(['2028-02-29T09:00', 'Leap'])
    expect(read('in a month Pay', { at: Date.parse('2027-01-31T08:00:00Z') })).toEqual([
      '2027-02-28T09:00',
      'Pay',
    ])
  })
})

describe('changes of the clock', () => {
  it.each([
    // Clocks go forward in the night to Sunday the 28th (Berlin) and the 14th (New York) of March.
    [berlin, '2027-03-27T11:00:00Z', 'tomorrow at 9 X', '2027-03-28T07:00:00.000Z'],
    [berlin, '2027-03-27T11:00:00Z', 'tomorrow at 2:30 X', '2027-03-28T01:30:00.000Z'],
    [berlin, '2027-03-27T11:00:00Z', 'in 24 hours X', '2027-03-28T11:00:00.000Z'],
    [berlin, '2027-03-27T11:00:00Z', 'in a day X', '2027-03-28T10:00:00.000Z'],
    [berlin, '2027-03-28T00:50:00Z', 'in 20 minutes X', '2027-03-28T01:10:00.000Z'],
    [newYork, '2027-03-13T17:00:00Z', 'tomorrow at 9 X', '2027-03-14T13:00:00.000Z'],
    [newYork, '2027-03-13T17:00:00Z', 'tomorrow at 2:30 X', '2027-03-14T07:30:00.000Z'],
    [newYork, '2027-03-12T17:00:00Z', 'next monday at 9 X', '2027-03-15T13:00:00.000Z'],
    // And back in the night to the 25th of October (Berlin) and the 1st of November (New York).
    [berlin, '2026-10-24T10:00:00Z', 'tomorrow at 9 X', '2026-10-25T08:00:00.000Z'],
    [berlin, '2026-10-24T10:00:00Z', 'tomorrow at 2:30 X', '2026-10-25T00:30:00.000Z'],
    [berlin, '2026-10-25T00:50:00Z', 'in 20 minutes X', '2026-10-25T01:10:00.000Z'],
    [berlin, '2026-10-24T10:00:00Z', 'in a week X', '2026-10-31T11:00:00.000Z'],
    [newYork, '2026-10-31T16:00:00Z', 'tomorrow at 9 X', '2026-11-01T14:00:00.000Z'],
    [newYork, '2026-10-31T16:00:00Z', 'tomorrow at 1:30 X', '2026-11-01T05:30:00.000Z'],
    ['Asia/Kathmandu', '2026-11-26T10:10:00Z', 'tomorrow at 9 X', '2026-11-27T03:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-26T10:10:00Z', 'tomorrow at 9 X', '2026-11-27T19:00:00.000Z'],
  ])('%s, %s: %s', (zone, at, text, due) => {
    const when = parseWhen(text, Date.parse(at), zone)
    expect(when.kind === 'when' && new Date(when.due).toISOString()).toBe(due)
  })
})

const zones = fc.constantFrom(berlin, newYork, 'UTC', 'Asia/Kolkata', 'Australia/Lord_Howe')
const moments = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2029-01-01T00:00:00Z') })
  .map((at) => Math.floor(at / 1_000) * 1_000)

describe('whatever is written', () => {
  it('ends with a moment ahead, within a year, or says why not', () => {
    const word = fc.constantFrom(
      ...'in at on next this tomorrow tonight 9 9:30 pm friday 3 Dec 2027 20 minutes an hour and a half to x'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(texts, moments, zones, (text, at, zone) => {
        const when = parseWhen(text, at, zone)
        if (when.kind !== 'when') return
        expect(when.due).toBeGreaterThan(at)
        expect(when.due - at).toBeLessThanOrEqual(366 * 86_400_000)
        expect(text).toContain(when.note)
      }),
      { numRuns: 2_000 },
    )
  })

  it('may be long', () => {
    for (const text of ['in 1 hour '.repeat(800), 'at 9 '.repeat(1_600), `${' '.repeat(8_000)}x`])
      expect(parseWhen(`x ${text}x`, now, berlin)).toEqual({ kind: 'unclear' })
  })

  it('counts minutes as they pass, and days as the clock on the wall does', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 1, max: 1_000 }), (at, zone, n) => {
        const span = parseWhen(`in ${n} minutes X`, at, zone)
        expect(span).toEqual({ kind: 'when', due: at + n * 60_000, note: 'X' })
        const [hours, minutes] = [5 + (n % 19), n % 60]
        const time = `${hours}:${String(minutes).padStart(2, '0')}`
        const day = parseWhen(`tomorrow ${time} X`, at, zone)
        const wall = midnight(wallOf(at, zone), 1) + (hours * 60 + minutes) * 60_000
        expect(day.kind === 'when' && wallOf(day.due, zone)).toBe(wall)
      }),
    )
  })

  it('finds the moment at which a clock shows what it shows', () => {
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const again = momentOf(wallOf(at, zone), zone)
        expect(wallOf(again, zone)).toBe(wallOf(at, zone))
        // Of an hour that comes twice the first.
        expect(at - again === 0 || (at - again > 0 && at - again <= 3_600_000)).toBe(true)
      }),
    )
  })

  it('offers moments ahead, those of a day at nine', () => {
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const offered = quickMoments(at, zone)
        for (const { label, due } of offered) {
          expect(due).toBeGreaterThan(at)
          if (label.endsWith('at 9')) expect(shown(due, zone)).toMatch(/T09:00$/)
          if (label.includes('Monday')) expect(weekdayOf(wallOf(due, zone))).toBe(1)
        }
        expect(new Set(offered.map(({ due }) => due)).size).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})

it('says when as one says it', () => {
  const at = (due: string) => whenWords(Date.parse(due), now, berlin)
  expect(at('2026-11-26T13:30:00Z')).toBe('today at 14:30')
  expect(at('2026-11-26T23:30:00Z')).toBe('tomorrow at 00:30')
  expect(at('2026-11-29T08:00:00Z')).toBe('on Sunday at 09:00')
  expect(at('2026-12-03T09:00:00Z')).toBe('on Thursday 3 December at 10:00')
  expect(at('2027-02-03T08:00:00Z')).toBe('on 3 February 2027 at 09:00')
})
