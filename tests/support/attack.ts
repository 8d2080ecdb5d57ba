import { randomUUID } from 'node:crypto'
import type { Hint } from '@/components/realtime/transport'
import type { ClientEventName } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'
import { connect, type TestSocket, until } from './realtime'

/** Total: a new event that is not attacked does not compile. */
const events: Record<ClientEventName, true> = {
  'room:join': true,
  'rooms:join': true,
  'room:leave': true,
  'room:read': true,
  'room:mark-unread': true,
  'room:load': true,
  'draft:save': true,
  'room:standing': true,
  'room:slow': true,
  'member:mute': true,
  'member:unmute': true,
  'member:list-muted': true,
  'message:report': true,
  'message:search': true,
  'message:send': true,
  'message:edit': true,
  'message:delete': true,
  'message:restore': true,
  'message:versions': true,
  'message:pin': true,
  'message:unpin': true,
  'pin:list': true,
  'thread:load': true,
  'thread:list': true,
  'thread:read': true,
  'reaction:add': true,
  'reaction:remove': true,
  'poll:vote': true,
  'poll:close': true,
  'document:create': true,
  'document:move': true,
  'document:delete': true,
  'document:restore': true,
  'document:open': true,
  'document:close': true,
  'document:update': true,
  'run:record': true,
  'run:open': true,
  'run:get': true,
  'wheel:turn': true,
  'wheel:balance': true,
  'version:save': true,
  'version:name': true,
  'version:list': true,
  'version:open': true,
  'version:read': true,
  'version:restore': true,
  'version:authors': true,
  'mark:add': true,
  'mark:resolve': true,
  'mark:reopen': true,
  'mark:delete': true,
  'mark:get': true,
  'task:create': true,
  'task:change': true,
  'task:delete': true,
  'reminder:create': true,
  'reminder:list': true,
  'reminder:get': true,
  'reminder:cancel': true,
  'run:print': true,
  'cursor:move': true,
  'typing:start': true,
  'presence:set': true,
}

/** Those are answered with nothing. */
const hints: ReadonlySet<string> = new Set<Hint>([
  'run:print',
  'cursor:move',
  'typing:start',
  'presence:set',
])

const long = 'x'.repeat(100_000)
function deep(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** What no event wants: each is one argument. */
function malformed(roomId: string): unknown[] {
  const ids = Object.fromEntries(
    [
      'messageId',
      'clientId',
      'documentId',
      'versionId',
      'runId',
      'markId',
      'taskId',
      'reminderId',
      'personId',
    ].map((name) => [name, randomUUID()]),
  )
  return [
    null,
    undefined,
    0,
    Number.NaN,
    -1e308,
    true,
    '',
    'room',
    long,
    [],
    [[[[]]]],
    {},
    deep(2_000),
    Buffer.alloc(200_000, 7),
    { roomId },
    { roomId: [roomId] },
    { roomId: { toString: 'x' } },
    { roomId: `${roomId}'; drop table message; --` },
    JSON.parse(`{"__proto__":{"roomId":"${roomId}"},"constructor":{"prototype":{"x":1}}}`),
    { roomId, seq: -1, afterSeq: -1, beforeSeq: -1 },
    { roomId, seq: 1.5, afterSeq: 2 ** 60, beforeSeq: Number.MAX_SAFE_INTEGER },
    { roomId, ...ids, seq: 1e300, afterSeq: 1e300, beforeSeq: 1e300 },
    { roomId, ...ids, body: 7, path: 7, text: 7, title: 7, reaction: 7, act: 7, update: 7 },
    { roomId, ...ids, body: long, path: long, text: long, title: long, name: long, update: long },
    { roomId, ...ids, body: '\u0000', path: '\u0000', name: '\u0000', title: '\u0000' },
    { roomId, ...ids, update: Buffer.alloc(64, 255), stateVector: Buffer.alloc(64, 255) },
    { roomId, ...ids, note: long, dueAt: '9999-12-31T23:59:59.999Z' },
    { roomId, ...ids, note: '\u0000', dueAt: '-000001-01-01T00:00:00Z', messageId: '__proto__' },
    { roomId, ...ids, update: '////', stateVector: '////', state: Buffer.alloc(64, 255) },
    {
      roomId,
      ...ids,
      text: '\ud800',
      path: '../../etc/passwd',
      emoji: '__proto__',
      attachmentIds: ['__proto__'],
      poll: { options: ['__proto__', 7], multiple: 'x' },
      choices: [0, -1, 1e300, '__proto__'],
    },
  ]
}

/** Frames below what the library would send: each on a connection of its own, which may be closed for it. */
const frames: (string | Buffer)[] = [
  '',
  '9',
  '4',
  '42',
  '42[',
  '42[]',
  '42[1]',
  '42["message:send"',
  '42{"a":1}',
  '420["message:send",{}]',
  '4299999999999999999999["message:send",{}]',
  '43[]',
  '430[]',
  '41',
  '40{"x":1}',
  '40/other,',
  '44{"message":"x"}',
  '451-["message:send",{"_placeholder":true,"num":0}]',
  '451-["message:send",{"_placeholder":true,"num":7}]',
  '459999999-["message:send",{"_placeholder":true,"num":0}]',
  '45-1-["message:send"]',
  '46',
  '42["connect"]',
  '42["disconnect"]',
  '42["disconnecting","x"]',
  '42["error",{}]',
  '42["newListener","x"]',
  '42["__proto__",{}]',
  '42["constructor",{}]',
  'b////',
  Buffer.alloc(0),
  Buffer.alloc(100_000, 1),
  `42["message:send","${'y'.repeat(690_000)}"]`,
  `42["message:send","${'y'.repeat(900_000)}"]`,
  `42["message:send",${'['.repeat(20_000)}`,
]

type Raw = { transport: { ws: { send(data: string | Buffer): void } } }
const raw = (socket: TestSocket) => (socket.io.engine as unknown as Raw).transport.ws

async function open(url: string, actor: Actor) {
  const socket = await connect(url, actor)
  socket.io.reconnection(false)
  return socket
}

/**
 * Everything at once that a client can send and should not: every event with every malformed argument, with and
 * without a callback, then every malformed frame. Resolves when the node has answered or closed each.
 */
export async function attack(url: string, actor: Actor, roomId: string) {
  const names = Object.keys(events)
  for (const payload of malformed(roomId)) {
    let socket = await open(url, actor)
    let answered = 0
    let asked = 0
    for (const name of names) {
      // Too deep or too large is no longer a frame that is taken: its sender is cut, and comes again.
      if (!socket.connected) socket = await open(url, actor)
      const emitter = socket as unknown as { emit(name: string, ...args: unknown[]): void }
      emitter.emit(name, payload)
      emitter.emit(name)
      emitter.emit(name, payload, payload, payload)
      if (hints.has(name)) continue
      asked++
      emitter.emit(name, payload, (answer: { ok?: boolean }) => {
        if (answer && typeof answer.ok === 'boolean') answered++
      })
    }
    const through = socket
    await until(
      `an answer to each of ${asked}, or an end`,
      () => answered === asked || !through.connected,
    )
    socket.close()
  }
  for (const frame of frames) {
    const socket = await open(url, actor)
    raw(socket).send(frame)
    // It is either cut, or still served.
    let served = false
    const emitter = socket as unknown as {
      emit(name: string, input: object, ack: () => void): void
    }
    emitter.emit('room:load', { roomId, beforeSeq: 1 }, () => {
      served = true
    })
    const shown = frame.toString().slice(0, 60)
    await until(`an end of the bad frame ${shown}`, () => served || !socket.connected)
    socket.close()
  }
}
