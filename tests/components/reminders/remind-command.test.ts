import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Transport } from '@/components/realtime/transport'
import { checkChosen } from '@/components/reminders/check-chosen'
import { reminderWords } from '@/components/reminders/reminder-words'
import { remindCommand } from '@/components/rooms/commands/remind'
import type { RoomStore } from '@/components/rooms/room-store'
import type { CreateReminderInput, ReminderView } from '@/contracts/reminders'

const zone = 'Europe/Berlin'
const roomId = randomUUID()

/** A room of which a command uses no more than this. */
function place(answers: object = { ok: true }, threadId: string | null = null) {
  const asked: CreateReminderInput[] = []
  const transport = {
    request: (_name: string, input: CreateReminderInput) => {
      asked.push(input)
      return Promise.resolve(answers)
    },
  } as unknown as Transport
  return { asked, place: { store: { roomId, transport } as RoomStore, threadId, zone } }
}
const run = async (argument: string, at = place()) => ({
  result: await remindCommand.run(argument, at.place),
  asked: at.asked,
})

it('sets what it understands, under an id of its own', async () => {
  const before = Date.now()
  const { result, asked } = await run('in 20 minutes Stand up')
  expect(result).toEqual({ kind: 'done' })
  expect(asked).toEqual([
    {
      reminderId: expect.stringMatching(/^[\da-f-]{36}$/),
      ...{ roomId, messageId: null, note: 'Stand up', dueAt: expect.any(String) },
    },
  ])
  const ahead = Date.parse(asked[0]?.dueAt ?? '') - before
  expect(Math.round(ahead / 60_000)).toBe(20)
})

it('leads to what began the thread in which it is written, with a note or without', async () => {
  const threadId = randomUUID()
  for (const [argument, note] of [
    ['tomorrow', ''],
    ['tomorrow Answer', 'Answer'],
  ] as const) {
    const { asked } = await run(argument, place({ ok: true }, threadId))
    expect(asked).toMatchObject([{ messageId: threadId, note }])
  }
})

it('opens its form where it was told nothing that it understands', async () => {
  for (const argument of ['', '  ', 'Stand up', 'when I am back Look at this'])
    expect(await run(argument)).toEqual({ result: { kind: 'form' }, asked: [] })
})

it('says what is wrong, and keeps what was written', async () => {
  for (const [argument, message] of [
    ['today at 0:00 Look', /has passed/],
    ['3 Dec 2099 Look', /within a year/],
    ['in 20 minutes', /what to remind you of/],
    [`in 20 minutes ${'x'.repeat(201)}`, /200 characters/],
  ] as const) {
    const { result, asked } = await run(argument)
    expect([result, asked]).toEqual([
      { kind: 'problem', message: expect.stringMatching(message) },
      [],
    ])
  }
  const refused = place({ ok: false, code: 'Conflict', message: 'Cancel one first.' })
  expect((await run('tomorrow Look', refused)).result).toEqual({
    kind: 'problem',
    message: 'The reminder was not set. Cancel one first.',
  })
})

it('checks what was chosen, field by field', () => {
  const now = Date.parse('2026-11-26T10:10:00Z')
  const check = (chosen: object, needsNote = true) =>
    checkChosen(
      { note: 'X', date: '2026-11-26', time: '12:00', ...chosen },
      { now, zone, needsNote },
    )
  expect(check({})).toEqual({ due: Date.parse('2026-11-26T11:00:00Z') })
  expect(check({ note: ' ' }, false)).toEqual(check({}))
  const problemsOf = (chosen: object) => {
    const checked = check(chosen)
    return 'problems' in checked ? Object.keys(checked.problems) : []
  }
  expect(problemsOf({ note: ' ' })).toEqual(['note'])
  expect(problemsOf({ note: 'x'.repeat(201) })).toEqual(['note'])
  expect(problemsOf({ date: '' })).toEqual(['date'])
  expect(problemsOf({ time: '' })).toEqual(['time'])
  expect(problemsOf({ note: '', time: '11:00' })).toEqual(['note', 'time'])
  for (const date of ['2028-01-01', '2026-11-25']) expect(problemsOf({ date })).toEqual(['date'])
})

it('is told in a few words, which say nothing of what is gone', () => {
  const message = { id: randomUUID(), authorName: 'Ada', excerpt: '**Ship** it', deleted: false }
  const words = (more: Partial<ReminderView>) =>
    Object.values(
      reminderWords({
        ...{ id: randomUUID(), roomId, dueAt: new Date().toISOString(), href: '/rooms' },
        ...{ notificationId: null, note: '', roomTitle: 'Tidewatch', message: null, ...more },
      }),
    )
  expect(words({ message })).toEqual(['Ada: Ship it', 'Tidewatch'])
  expect(words({ message, note: 'Answer' })).toEqual(['Answer', 'Tidewatch · Ada: Ship it'])
  expect(words({ note: 'Stand up' })).toEqual(['Stand up', 'Tidewatch'])
  const deleted = { ...message, excerpt: '', deleted: true }
  const gone = ['A message that is not there any more', 'Tidewatch']
  expect(words({ message: deleted })).toEqual(gone)
  expect(words({})).toEqual(gone)
  const closed = 'A room that is closed to you now'
  expect(words({ roomTitle: null })).toEqual(['A message', closed])
  expect(words({ roomTitle: null, note: 'Stand up' })).toEqual(['Stand up', closed])
})
