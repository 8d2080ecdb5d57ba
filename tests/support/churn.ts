import { expect } from 'vitest'
import { makeTeam } from './cluster'
import { cookieOf, openSocket, type RunningNode, type TestSocket, until } from './realtime'

/** What may be in use after the last round beyond what was after the second: lists grow by doubling. */
const allowance = { share: 0.1, bytes: 3_000_000 }

/** How much the node really holds, in bytes; it runs with report-heap.js. */
async function heapOf(node: RunningNode): Promise<number> {
  const seen = node.log.length
  node.child.kill('SIGUSR2')
  const line = () => node.log.slice(seen).find((one) => one.startsWith('{"heap":'))
  await until('the node has told its heap', () => line() !== undefined)
  return (JSON.parse(line() ?? '{}') as { heap: number }).heap
}

/**
 * So many signed-in sockets, of which a tenth goes and comes back in each round, some of them after a while in a
 * room; then what the node holds is compared between rounds.
 */
export async function churn(options: { node: RunningNode; sockets: number; rounds: number }) {
  const { node } = options
  // One person has only so many sockets on a node.
  const { people, roomId } = await makeTeam(Math.max(4, Math.ceil(options.sockets / 80)))
  const cookies = await Promise.all(people.map((person) => cookieOf(person)))
  let next = 0
  async function open(count: number): Promise<TestSocket[]> {
    const opened: TestSocket[] = []
    for (let at = 0; at < count; at += 100)
      opened.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(100, count - at) }, async () => {
            const socket = openSocket(node.url, { cookie: cookies[next++ % cookies.length] ?? '' })
            let problem = ''
            socket.on('connect_error', ({ message }) => {
              problem = message
              // Refused by the node rather than by the network: the library waits to be told.
              if (!socket.active) setTimeout(() => socket.connect(), 500)
            })
            await until('it is connected', () => socket.connected, 60_000).catch((error) => {
              throw new Error(`a socket did not connect: ${problem}`, { cause: error })
            })
            socket.io.reconnection(false)
            return socket
          }),
        )),
      )
    return opened
  }
  const alive = await open(options.sockets)
  const heaps: number[] = []
  try {
    for (let round = 0; round < options.rounds; round++) {
      const share = Math.ceil(options.sockets / 10)
      const leaving = alive.splice(0, share)
      for (const [at, socket] of leaving.entries())
        if (at % 10 === 0) await socket.emitWithAck('room:join', { roomId, afterSeq: 0 })
      // Half of them in order, half as when a network goes.
      for (const [at, socket] of leaving.entries())
        if (at % 2) socket.close()
        else socket.io.engine.close()
      alive.push(...(await open(share)))
      heaps.push(await heapOf(node))
    }
    const [, settled = 0] = heaps
    expect(heaps.at(-1)).toBeLessThan(settled * (1 + allowance.share) + allowance.bytes)
    expect(alive.every((socket) => socket.connected)).toBe(true)
  } finally {
    for (const socket of alive) socket.close()
  }
}
