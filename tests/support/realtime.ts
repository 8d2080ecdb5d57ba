import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { encode } from 'next-auth/jwt'
import { io, type Socket } from 'socket.io-client'
import { applyRoomEvents, hasGap, startRoomState } from '@/components/rooms/apply-room-events'
import type { ClientEventName, Failure, RoomEvent, ServerEvents } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'
import { getRoom } from '@/domain/rooms/get-room'

export type TestSocket = Socket<ServerEvents, Record<string, (...args: unknown[]) => void>>
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every event
export type Answer = { ok: boolean; [key: string]: any } & Partial<Omit<Failure, 'ok'>>

const deadline = 20_000

/** Resolves as soon as the condition holds; fails with its name when it never does. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  patience = deadline,
): Promise<void> {
  const end = performance.now() + patience
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`never came true: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The value of the session cookie as the web process would set it. */
export const tokenOf = (actor: Pick<Actor, 'personId' | 'sessionId'>, claims: object = {}) =>
  encode({
    token: { sub: actor.personId, sid: actor.sessionId, ...claims },
    secret: process.env.AUTH_SECRET ?? '',
  })
export const cookieOf = async (actor: Pick<Actor, 'personId' | 'sessionId'>) =>
  `next-auth.session-token=${await tokenOf(actor)}`

export function openSocket(url: string, headers: Record<string, string>): TestSocket {
  return io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: headers,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  })
}

/** A connected socket of this person. */
export async function connect(url: string, actor: Actor): Promise<TestSocket> {
  const socket = openSocket(url, { cookie: await cookieOf(actor) })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

export function ask(socket: TestSocket, event: ClientEventName, input?: unknown): Promise<Answer> {
  return socket.timeout(deadline).emitWithAck(event, input) as Promise<Answer>
}

/** The next time the server says this to the socket. */
export const hear = <Name extends keyof ServerEvents>(socket: TestSocket, event: Name) =>
  new Promise<Parameters<ServerEvents[Name]>[0]>((resolve) => {
    socket.once(event, ((payload: never) => resolve(payload)) as never)
  })

export type RunningNode = {
  url: string
  child: ChildProcess
  log: string[]
  /** Ends it by this signal. @returns its exit code, null when the signal killed it */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/**
 * A realtime process of its own, as production runs it.
 * @param options.program what Node runs: the sources, or a bundle of them
 */
export async function startNode(
  options: {
    redisUrl?: string
    databaseUrl?: string
    port?: number
    program?: string[]
    /** What Node is told besides, such as modules to load before. */
    flags?: string[]
    env?: Record<string, string>
  } = {},
): Promise<RunningNode> {
  const program = options.program ?? ['--import', 'tsx', 'server/main.ts']
  const child = spawn(process.execPath, [...(options.flags ?? []), ...program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      REALTIME_PORT: String(options.port ?? 0),
      LOG_LEVEL: 'info',
      ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...options.env,
    },
  })
  const log: string[] = []
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.push(line)
      const said = JSON.parse(line) as { port?: number; msg?: string }
      if (said.port) resolve(said.port)
    })
    createInterface({ input: child.stderr }).on('line', (line) => log.push(line))
    void exited.then(() => reject(new Error(log.join('\n'))))
  })
  return {
    url: `http://localhost:${port}`,
    child,
    log,
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/**
 * One person in one room, as a browser is: applies events, repairs gaps, catches up after reconnecting,
 * and repeats a send until it is acknowledged. When its node is lost it goes to the next.
 */
export async function enterRoom(urls: string[], actor: Actor, roomId: string) {
  const cookie = await cookieOf(actor)
  let state = startRoomState(await getRoom(actor, { roomId }))
  const acked = new Map<string, number>()
  const received: RoomEvent[] = []
  let closed = false
  let closedByServer = false
  let at = 0
  let socket: TestSocket
  let catching: TestSocket | null = null

  async function catchUp() {
    const through = socket
    if (catching === through) return
    catching = through
    try {
      for (let more = true; more && !closed; ) {
        const answer = (await through
          .timeout(2_000)
          .emitWithAck('room:join', { roomId, afterSeq: state.seq })) as Answer
        if (!answer.ok) break
        if (answer.startAfresh) state = startRoomState(await getRoom(actor, { roomId }))
        state = applyRoomEvents(state, answer.events as RoomEvent[])
        more = answer.more
      }
    } catch {
      // Cut in the middle: connecting again starts over.
    } finally {
      if (catching === through) catching = null
    }
  }
  function open() {
    socket = openSocket(urls[at % urls.length] ?? '', { cookie })
    socket.io.reconnection(false)
    const lost = () => {
      socket.close()
      at++
      if (!closed) setTimeout(open, 20)
    }
    socket.on('connect', () => void catchUp())
    socket.on('connect_error', lost)
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') lost()
    })
    socket.on('room:advanced', ({ events }) => {
      received.push(...events)
      state = applyRoomEvents(state, events)
      if (hasGap(state)) setTimeout(() => hasGap(state) && void catchUp(), 100)
    })
    socket.on('room:closed', () => {
      closedByServer = true
    })
    socket.on('session:ended', () => {
      closedByServer = true
      closed = true
    })
  }
  open()
  const client = {
    actor,
    acked,
    received,
    state: () => state,
    socket: () => socket,
    wasClosed: () => closedByServer,
    /** Client ids of all messages, in the room's order. */
    order: () => state.messages.map((message) => message.clientId),
    async send(body: string, clientId: string = randomUUID()) {
      while (!closed) {
        try {
          const answer = (await socket
            .timeout(2_000)
            .emitWithAck('message:send', { roomId, clientId, body })) as Answer
          if (answer.ok) {
            acked.set(clientId, (answer.event as RoomEvent).seq)
            return answer
          }
          if (answer.code !== 'Unavailable' && answer.code !== 'RateLimited') return answer
        } catch {
          // No answer is no promise: the same client id goes out again.
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return undefined
    },
    reached: (seq: number) => until(`seq ${seq}`, () => state.seq >= seq),
    close() {
      closed = true
      socket.close()
    },
  }
  await until('connected', () => socket.connected && catching === null)
  return client
}
export type RoomClient = Awaited<ReturnType<typeof enterRoom>>
