import { WebSocket } from 'ws'

/*
 * What a browser says and hears, on a bare WebSocket: a load generator that ran the whole client library for
 * a thousand people would measure itself. bench/README.md describes the same for generators of other kinds.
 */

export type WireName = 'ws' | 'socket.io' | 'prajix'
export type Seat = { url: string; cookie: string; roomId: string }
export type Refusal = { code: string; retryAfter?: number }
export type Line = {
  /** Tells the room; `answered` is called where the server answers. */
  send(id: string, body: string, answered: (refused: Refusal | null) => void): void
  close(): void
}
/** Called with each message's id, in the order in which this member sees the room. */
type Delivered = (id: string) => void
type Ask = (event: string, input: object) => Promise<Record<string, unknown>>

/** How long a missing number may be on its way by another node, as on our page. */
const gapGrace = 300

/** @param joins false for somebody who only sends */
export async function openLine(
  wire: WireName,
  seat: Seat,
  delivered: Delivered,
  joins = true,
): Promise<Line> {
  if (wire === 'ws') return openWs(seat, delivered)
  const { socket, ask, hear } = await openSocketIo(seat)
  const close = () => socket.close()
  if (wire === 'prajix') {
    if (joins) await follow(seat.roomId, ask, hear, delivered)
    const send: Line['send'] = (clientId, body, answered) => {
      void ask('message:send', { roomId: seat.roomId, clientId, body }).then((answer) =>
        answered(answer.ok ? null : (answer as Refusal)),
      )
    }
    return { send, close }
  }
  hear('message', (message) => delivered(String(message.id)))
  await new Promise<void>((resolve) => {
    socket.send(`420["join",${JSON.stringify(seat.roomId)}]`)
    socket.once('message', () => resolve())
  })
  return {
    send(id, body) {
      socket.send(`42${JSON.stringify(['message', { roomId: seat.roomId, id, body }])}`)
    },
    close,
  }
}

function open(address: string, cookie: string): WebSocket {
  return new WebSocket(address, { perMessageDeflate: false, headers: { cookie } })
}

async function openWs({ url, cookie, roomId }: Seat, delivered: Delivered): Promise<Line> {
  const socket = open(url.replace(/^http/, 'ws'), cookie)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const joined = new Promise((resolve) => socket.once('message', resolve))
  socket.send(JSON.stringify({ join: roomId }))
  await joined
  socket.on('message', (raw) => delivered((JSON.parse(String(raw)) as { id: string }).id))
  return {
    send: (id, body) => socket.send(JSON.stringify({ roomId, id, body })),
    close: () => socket.close(),
  }
}

/** Engine.IO 4 and Socket.IO 5 as far as text goes: open, ping, connect, event, ack. */
export async function openSocketIo({ url, cookie }: Pick<Seat, 'url' | 'cookie'>) {
  const socket = open(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, cookie)
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>()
  const listeners = new Map<string, (payload: Record<string, unknown>) => void>()
  let next = 0
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('message', (raw) => {
      const text = String(raw)
      if (text.startsWith('42')) {
        const [event, payload] = JSON.parse(text.slice(2)) as [string, Record<string, unknown>]
        listeners.get(event)?.(payload)
      } else if (text.startsWith('43')) {
        const at = text.indexOf('[')
        const id = Number(text.slice(2, at))
        const [answer] = JSON.parse(text.slice(at)) as [Record<string, unknown>]
        waiting.get(id)?.(answer)
        waiting.delete(id)
      } else if (text === '2') socket.send('3')
      else if (text.startsWith('0')) socket.send('40')
      else if (text.startsWith('40')) resolve()
      else if (text.startsWith('44')) reject(new Error(text))
    })
  })
  const ask: Ask = (event, input) =>
    new Promise((resolve) => {
      const id = ++next
      waiting.set(id, resolve)
      socket.send(`42${id}${JSON.stringify([event, input])}`)
    })
  const hear = (event: string, listener: (payload: Record<string, unknown>) => void) =>
    void listeners.set(event, listener)
  return { socket, ask, hear }
}

type RoomEvent = { seq: number; kind: string; message?: { clientId: string } }

/** As our page: what comes early waits for what it stands behind, and a gap that stays is asked for. */
async function follow(
  roomId: string,
  ask: Ask,
  hear: (event: string, listener: (payload: Record<string, unknown>) => void) => void,
  delivered: Delivered,
) {
  let seq = 0
  const ahead = new Map<number, RoomEvent>()
  let timer: NodeJS.Timeout | undefined
  const take = (events: RoomEvent[]) => {
    for (const event of events) if (event.seq > seq) ahead.set(event.seq, event)
    for (let event = ahead.get(seq + 1); event; event = ahead.get(seq + 1)) {
      ahead.delete(++seq)
      if (event.message) delivered(event.message.clientId)
    }
    if (ahead.size === 0) clearTimeout(timer)
    timer = ahead.size === 0 ? undefined : (timer ?? setTimeout(() => void catchUp(), gapGrace))
  }
  const catchUp = async () => {
    timer = undefined
    for (let more = true; more; ) {
      const answer = await ask('room:join', { roomId, afterSeq: seq })
      if (!answer.ok) return
      more = answer.more === true
      take(answer.events as RoomEvent[])
    }
  }
  hear('room:advanced', ({ events }) => take(events as RoomEvent[]))
  // Somebody who opens the room's page now: what was said before is nobody's delivery.
  const answer = await ask('room:join', { roomId, afterSeq: Number.MAX_SAFE_INTEGER })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  seq = Number(answer.seq)
  take([])
}
