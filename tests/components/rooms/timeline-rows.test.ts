import { describe, expect, it } from 'vitest'
import { plainText } from '@/components/rooms/plain-text'
import { dayLabel, messageTime } from '@/components/rooms/reader-clock'
import { timelineRows } from '@/components/rooms/timeline-rows'
import { FakeRoom, personNamed } from './fake-room'

const maya = personNamed('Maya')
const kaveh = personNamed('Kaveh')

function messagesAt(...said: [typeof maya, string][]) {
  const room = new FakeRoom()
  for (const [author] of said) room.say(author, author.name)
  return room.page().messages.map((message, at) => ({ ...message, createdAt: said[at]?.[1] ?? '' }))
}
const view = { notices: [], pending: [], divider: null, more: false, newer: false }

describe('the lines of a room', () => {
  it('group an author’s messages, open each day of the reader’s zone, and mark what is new', () => {
    const messages = messagesAt(
      [maya, '2026-11-20T22:00:00.000Z'],
      [maya, '2026-11-20T22:04:00.000Z'],
      [maya, '2026-11-20T22:20:00.000Z'],
      [kaveh, '2026-11-20T22:21:00.000Z'],
      [kaveh, '2026-11-20T23:30:00.000Z'],
    )
    const rows = timelineRows({ ...view, messages, divider: 2 }, maya.id, 'Europe/Berlin')
    const kinds = rows.map((row) =>
      row.kind === 'day' ? row.day : row.kind === 'message' ? row.first : row.kind,
    )
    expect(kinds).toEqual(['2026-11-20', true, false, true, 'new', true, '2026-11-21', true])
    const inTokyo = timelineRows({ ...view, messages }, maya.id, 'Asia/Tokyo')
    expect(inTokyo.filter((row) => row.kind === 'day')).toHaveLength(1)
  })

  it('tell apart what is not at hand: no line of what is new, no news of another time, a gap before what waits', () => {
    const messages = messagesAt(
      [kaveh, '2026-11-20T22:00:00.000Z'],
      [kaveh, '2026-11-20T22:04:00.000Z'],
      [kaveh, '2026-11-20T22:20:00.000Z'],
    ).slice(1)
    const at = '2026-11-20T22:30:00.000Z'
    const notices = [1, 3, 9].map((seq) => ({ seq, at, text: 'Linh joined the team.' }))
    const part = { ...view, messages, notices, divider: 0 }
    const kinds = (more: boolean, newer: boolean) =>
      timelineRows({ ...part, more, newer }, maya.id, 'UTC')
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'day')
    expect(kinds(false, false)).toEqual(['notice', 'new', 'message', 'message', 'notice', 'notice'])
    expect(kinds(true, true)).toEqual(['message', 'message', 'notice', 'gap'])
  })

  it('keep the key of a message while it turns from waiting into stored', () => {
    const messages = messagesAt([maya, '2026-11-20T22:00:00.000Z'])
    const [message] = messages
    if (!message) throw new Error('no message')
    const pending = {
      ...{
        clientId: message.clientId,
        body: message.body,
        replyTo: null,
        threadId: null,
        problem: null,
        files: [],
        poll: null,
      },
      ...{ at: Date.parse(message.createdAt), state: 'sending' as const },
    }
    const before = timelineRows({ ...view, messages: [], pending: [pending] }, maya.id, 'UTC')
    const after = timelineRows({ ...view, messages }, maya.id, 'UTC')
    expect(before.map(({ key }) => key)).toEqual(after.map(({ key }) => key))
  })

  it('put the team’s news where it happened', () => {
    const messages = messagesAt(
      [maya, '2026-11-20T10:00:00.000Z'],
      [maya, '2026-11-20T10:02:00.000Z'],
    )
    const notices = [{ seq: 1.5, at: '2026-11-20T10:01:00.000Z', text: 'Linh joined the team.' }]
    const rows = timelineRows({ ...view, messages, notices }, maya.id, 'UTC')
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'notice', 'message'])
  })
})

it('times are relative within the hour, then of the day; days have names', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z')
  expect(messageTime('2026-11-22T11:55:00.000Z', now, 'UTC')).toBe('5 minutes ago')
  expect(messageTime('2026-11-22T12:00:40.000Z', now, 'UTC')).toBe('just now')
  expect(messageTime('2026-11-22T10:30:00.000Z', now, 'Europe/Berlin')).toBe('11:30')
  expect(dayLabel('2026-11-22', now, 'UTC')).toBe('Today')
  expect(dayLabel('2026-11-21', now, 'UTC')).toBe('Yesterday')
  expect(dayLabel('2026-11-16', now, 'UTC')).toMatch(/^Monday,? 16 November$/)
  expect(dayLabel('2025-11-16', now, 'UTC')).toMatch(/^Sunday,? 16 November 2025$/)
})

it('previews leave Markdown’s signs out and words alone', () => {
  expect(
    plainText('**Look** at `a_b_c` and [this](https://x.example):\n\n```sql\nselect 1\n```'),
  ).toBe('Look at a_b_c and this: select 1')
  expect(plainText('# Plan\n> quoted *words* and 2 * 3 * 4, snake_case')).toBe(
    'Plan quoted words and 2 * 3 * 4, snake_case',
  )
})
