import { describe, expect, it } from 'vitest'
import { type Entry, findFaults, History, type Stored } from '../support/history'

/** A whole history: two people, two messages, everything as it should be. */
const sound = {
  maya: [
    { at: 0, what: 'opened', from: 0 },
    { at: 1, what: 'sent', clientId: 'a' },
    { at: 2, what: 'acked', clientId: 'a', seq: 1 },
    { at: 3, what: 'shown', clientId: 'a', seq: 1 },
    { at: 4, what: 'sent', clientId: 'b' },
    { at: 5, what: 'acked', clientId: 'b', seq: 3 },
    { at: 6, what: 'shown', clientId: 'b', seq: 3 },
  ],
  kaveh: [
    { at: 0, what: 'opened', from: 0 },
    { at: 3, what: 'shown', clientId: 'a', seq: 1 },
    { at: 7, what: 'shown', clientId: 'b', seq: 3 },
  ],
} satisfies Record<string, (Entry & { at: number })[]>
const kept: Stored[] = [
  { seq: 1, clientId: 'a' },
  { seq: 2, clientId: null },
  { seq: 3, clientId: 'b' },
]
type Script = Record<string, (Entry & { at: number })[]>

function faultsOf(script: Script, stored = kept, healedAt = 0, inOrder = true) {
  let now = 0
  const history = new History(() => now)
  for (const [name, entries] of Object.entries(script)) {
    const client = history.client(name, inOrder)
    for (const { at, ...entry } of entries) {
      now = at
      client.note(entry as Entry)
    }
  }
  return findFaults(history, stored, healedAt)
}
const change = (name: keyof typeof sound, by: (entries: Script[string]) => Script[string]) => ({
  ...(sound as Script),
  [name]: by(structuredClone(sound[name])),
})

describe('the checker of histories', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(faultsOf(sound)).toEqual([])
  })

  it('finds what was acknowledged and is not stored', () => {
    expect(faultsOf(sound, kept.slice(0, 2))).toEqual([
      'b of maya was acknowledged and is not stored',
    ])
  })
  it('finds what was acknowledged under another number than it has', () => {
    const moved = [{ seq: 1, clientId: null }, { seq: 2, clientId: 'a' }, ...kept.slice(2)]
    expect(faultsOf(sound, moved)).toEqual(['a of maya was acknowledged as 1 and is stored as 2'])
  })
  it('finds what is stored twice', () => {
    expect(faultsOf(sound, [...kept, { seq: 4, clientId: 'a' }])).toEqual([
      'a is stored twice: at 1 and 4',
    ])
  })
  it('finds numbers with a hole', () => {
    const holed = kept.filter(({ seq }) => seq !== 2)
    expect(faultsOf(sound, holed)).toContain('numbers are not dense: 3 stands where 2 belongs')
  })
  it('finds what nobody sent', () => {
    expect(faultsOf(sound, [...kept, { seq: 4, clientId: 'x' }])).toEqual([
      'x, stored as 4, was sent by nobody',
    ])
  })
  it('finds what was refused and stored all the same', () => {
    const refused = change('maya', (entries) =>
      entries.map((one) =>
        one.what === 'acked' && one.clientId === 'b'
          ? { at: one.at, what: 'refused', clientId: 'b', why: 'Forbidden' }
          : one,
      ),
    )
    expect(faultsOf(refused)).toEqual(['b of maya was refused (Forbidden) and is stored'])
  })
  it('finds a send of which its author never heard', () => {
    const silent = change('maya', (entries) => entries.slice(0, 5))
    expect(faultsOf(silent)).toEqual(['b of maya is neither acknowledged nor visibly refused'])
  })
  it('takes what its author was shown for answered', () => {
    const unanswered = change('maya', (entries) =>
      entries.filter((one) => one.what !== 'acked' || one.clientId !== 'b'),
    )
    expect(faultsOf(unanswered)).toEqual([])
  })
  it('finds what one member was never shown', () => {
    expect(faultsOf(change('kaveh', (entries) => entries.slice(0, 2)))).toEqual([
      'lost: kaveh was never shown b (3)',
    ])
  })
  it('finds what was shown twice', () => {
    const twice = change('kaveh', (entries) => [
      ...entries,
      { at: 8, what: 'shown', clientId: 'a', seq: 4 },
    ])
    expect(faultsOf(twice)).toContain('kaveh was shown a twice: as 1 and 4')
  })
  it('finds what was shown out of order', () => {
    const [first, one, other] = sound.kaveh
    if (!first || !one || !other) throw new Error('no history')
    expect(faultsOf(change('kaveh', () => [first, other, one]))).toEqual([
      'out of order: kaveh was shown a (1) after 3',
    ])
  })
  it('finds an author whose messages changed places', () => {
    const swapped: Script = {
      maya: [
        { at: 0, what: 'sent', clientId: 'a' },
        { at: 1, what: 'sent', clientId: 'b' },
        { at: 2, what: 'acked', clientId: 'a', seq: 2 },
        { at: 3, what: 'acked', clientId: 'b', seq: 1 },
      ],
    }
    const stored = [
      { seq: 1, clientId: 'b' },
      { seq: 2, clientId: 'a' },
    ]
    expect(faultsOf(swapped, stored)).toEqual([
      'out of order: maya sent b after a, and it stands before (1 < 2)',
    ])
    // Where two were under way at once, neither order is promised.
    expect(faultsOf(swapped, stored, 0, false)).toEqual([])
  })
  it('finds an order that contradicts what two authors could see', () => {
    const crossed: Script = {
      maya: [
        { at: 0, what: 'sent', clientId: 'a' },
        { at: 1, what: 'acked', clientId: 'a', seq: 2 },
      ],
      kaveh: [
        { at: 2, what: 'sent', clientId: 'b' },
        { at: 3, what: 'acked', clientId: 'b', seq: 1 },
      ],
    }
    const stored = [
      { seq: 1, clientId: 'b' },
      { seq: 2, clientId: 'a' },
    ]
    expect(faultsOf(crossed, stored)).toEqual([
      'out of order: b was sent after a had been acknowledged, and stands before it (1 < 2)',
    ])
  })
  it('finds two members with two orders', () => {
    const other = change('kaveh', (entries) =>
      entries.map((one) =>
        one.what === 'shown' ? { ...one, clientId: one.clientId === 'a' ? 'b' : 'a' } : one,
      ),
    )
    const faults = faultsOf(other)
    expect(faults).toContain('two orders: 1 is a to maya and b to kaveh')
    expect(faults).toContain('kaveh was shown b as 1; its author was told 3')
  })
  it('finds what came too late, counted from healing', () => {
    const late = change('kaveh', (entries) =>
      entries.map((one) =>
        one.what === 'shown' && one.clientId === 'b' ? { ...one, at: 6_500 } : one,
      ),
    )
    expect(faultsOf(late)).toEqual(['late: kaveh was shown b (3) 6495 ms after healing'])
    expect(faultsOf(late, kept, 2_000)).toEqual([])
  })
  it('asks of a page opened anew only what lies in its reach, and that from the beginning', () => {
    const reopened = (shown: (Entry & { at: number })[]) =>
      change('kaveh', (entries) => [...entries, { at: 9, what: 'opened', from: 3 }, ...shown])
    expect(faultsOf(reopened([{ at: 10, what: 'shown', clientId: 'b', seq: 3 }]))).toEqual([])
    expect(faultsOf(reopened([]))).toEqual(['lost: kaveh was never shown b (3)'])
  })
  it('finds messages on a page that was never opened', () => {
    expect(faultsOf(change('kaveh', (entries) => entries.slice(1)))).toContain(
      'kaveh was shown a before a page was open',
    )
  })
})
