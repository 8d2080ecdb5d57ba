import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { linkedIds, parseLines, parseRoomLink, roomLink, writeLines } from '@/contracts/room-links'

const [roomId, file, task] = [randomUUID(), randomUUID(), randomUUID()]
const own = 'https://prajix.example'

describe('a link to a task or to lines of a file', () => {
  it('is read as it was written, as a path and as a whole address of this site', () => {
    for (const to of [{ task }, { file }, { file, line: '12' }, { file, line: '12-18' }]) {
      expect(parseRoomLink(roomLink(roomId, to))).toEqual({ roomId, ...to })
      expect(parseRoomLink(own + roomLink(roomId, to), own)).toEqual({ roomId, ...to })
      expect(parseRoomLink(own + roomLink(roomId, to), 'https://elsewhere.example')).toBeNull()
    }
    expect(roomLink(roomId, { file, line: '12-18' })).toBe(
      `/rooms/${roomId}?file=${file}&line=12-18`,
    )
  })

  it('has lines of a file alone, and only such as there can be', () => {
    expect(roomLink(roomId, { line: '12' })).toBe(`/rooms/${roomId}`)
    expect(parseRoomLink(`/rooms/${roomId}?line=12`)).toEqual({ roomId })
    for (const line of ['0', '-3', '1-', 'x', '1-2-3', '1e3', '<b>', '99999999'])
      expect(parseRoomLink(roomLink(roomId, { file, line }))).toEqual({ roomId, file })
    expect(parseRoomLink(`/rooms/${roomId}?file=main.ts&task=1`)).toEqual({ roomId })
  })

  it('counts lines upwards', () => {
    expect(parseLines('18-12')).toEqual({ from: 12, to: 18 })
    expect(parseLines('12–18')).toEqual({ from: 12, to: 18 })
    expect(writeLines({ from: 12, to: 12 })).toBe('12')
    expect(writeLines({ from: 12, to: 18 }, '–')).toBe('12–18')
  })

  it('is found in a message, once each', () => {
    const body = `[Do it](${roomLink(roomId, { task })}), ${own}${roomLink(roomId, { task })}`
    expect(linkedIds(body, roomId, 'task', own)).toEqual([task])
    expect(linkedIds(body, roomId, 'run', own)).toEqual([])
    expect(linkedIds(body, randomUUID(), 'task', own)).toEqual([])
  })
})
