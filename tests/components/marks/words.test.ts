import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { markMessage, placeWords, taskTitle } from '@/components/marks/mark-words'
import { parseRoomLink, roomLink } from '@/contracts/room-links'
import { personNamed } from '../rooms/fake-room'

const [roomId, markId, runId] = [randomUUID(), randomUUID(), randomUUID()]
const place = { item: null, assoc: 0 }
const mark = {
  id: markId,
  documentId: randomUUID(),
  from: place,
  to: place,
  quote: 'const after = 1\n',
  body: 'Why **one**?',
  author: personNamed('Maya'),
  at: new Date(0).toISOString(),
  resolved: null,
}

describe('a link to a place in a room', () => {
  test('is read as it was written, as a path and as a whole address of this site', () => {
    expect(parseRoomLink(roomLink(roomId))).toEqual({ roomId })
    expect(parseRoomLink(roomLink(roomId, { mark: markId }))).toEqual({ roomId, mark: markId })
    const address = `https://prajix.example${roomLink(roomId, { run: runId })}`
    const own = 'https://prajix.example'
    expect(parseRoomLink(address, own)).toEqual({ roomId, run: runId })
  })

  test.each([
    'https://elsewhere.example/rooms/ROOM?mark=MARK',
    '//elsewhere.example/rooms/ROOM?mark=MARK',
    '/\\elsewhere.example/rooms/ROOM?mark=MARK',
    'javascript:alert(1)//rooms/ROOM?mark=MARK',
    '/rooms/none?mark=MARK',
    '/rooms/ROOM/files?mark=MARK',
    '/projects/ROOM?mark=MARK',
    '/rooms/',
    '',
    'http://[',
  ])('is not %s', (href) => {
    const text = href.replace('ROOM', roomId).replace('MARK', markId)
    expect(parseRoomLink(text, 'https://prajix.example')).toBeNull()
  })

  test('without a usable place is one to the room', () => {
    expect(parseRoomLink(`/rooms/${roomId}?mark=none&run=<script>`)).toEqual({ roomId })
  })
})

describe('a question as a message', () => {
  test('names the place, links to the mark and shows the code and the question', () => {
    expect(markMessage(roomId, mark, placeWords('src/__init__.py', 12))).toBe(
      `About [src/\\_\\_init\\_\\_.py, line 12](${roomLink(roomId, { mark: markId })}):\n\n` +
        '```\nconst after = 1\n```\n\nWhy **one**?',
    )
  })

  test('keeps code that would end its own block inside it, and leaves out what is empty', () => {
    const quote = '````\nnot the end\n````'
    expect(markMessage(roomId, { ...mark, quote }, 'notes.md')).toContain(
      `\n\`\`\`\`\`\n${quote}\n`,
    )
    expect(markMessage(roomId, { ...mark, quote: '\n' }, 'notes.md')).not.toContain('```')
    const long = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n')
    const short = markMessage(roomId, { ...mark, quote: long }, 'notes.md')
    expect(short).toContain('line 7\n…\n```')
    expect(short).not.toContain('line 8')
  })
})

test('a question becomes a title of one line that a task can have', () => {
  expect(taskTitle('Why\n\n this?  ')).toBe('Why this?')
  const title = taskTitle(`${'x'.repeat(198)}👩‍💻${'y'.repeat(50)}`)
  expect(title.length).toBeLessThanOrEqual(200)
  expect(() => encodeURIComponent(title)).not.toThrow()
  expect(title.endsWith('…')).toBe(true)
})
