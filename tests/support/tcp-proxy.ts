import net from 'node:net'

/** `up`: from whoever connects here to the target; `down`: back. */
export type Way = 'up' | 'down' | 'both'
/** Before the target gets it, after it has it with the answer withheld, or without touching anything. */
type Where = 'before' | 'after' | 'pass'
type Trap = { words: string; where: Where; spring: () => void }
type Address = { host: string; port: number }
type Flow = { way: 'up' | 'down'; from: net.Socket; to: net.Socket; forgotten: boolean }

export type TcpProxy = {
  port: number
  /** The given address, reached through here. */
  through(url: string): string
  /** From now on everything takes this many milliseconds longer, each way. */
  delay(milliseconds: number): void
  /** Nothing passes and nobody is told, as when packets are lost; what waits goes on after `heal`. */
  hold(way: Way): void
  /** Connections of this moment stay open and are silent for ever, as when a firewall forgot them. */
  forget(): void
  /** Cuts every connection by a reset; new ones are let through. */
  reset(): void
  /** Cuts every connection, and refuses new ones until `heal`. */
  cut(): void
  heal(): void
  /** Springs once, when somebody sends these words up. */
  trap(words: string, where: Where, spring: () => void): void
  connections(): number
  close(): Promise<void>
}

/**
 * Stands between two of our processes, or a client and its node, and does to their connection what networks do.
 * @param targets where to connect to, the first that answers; asked anew for each connection
 */
export async function startTcpProxy(targets: () => Address[]): Promise<TcpProxy> {
  const flows = new Set<Flow>()
  /** Connections that arrived while nothing passed: dialled when something does. */
  const waiting = new Set<() => void>()
  const held = { up: false, down: false }
  let isCut = false
  let late = 0
  let trap: Trap | undefined

  const settle = () => {
    for (const { way, from, forgotten } of flows)
      if (forgotten || held[way]) from.pause()
      else from.resume()
  }
  const hold = (way: Way) => {
    if (way !== 'down') held.up = true
    if (way !== 'up') held.down = true
    settle()
  }
  const reset = () => {
    for (const { from } of flows) from.resetAndDestroy()
  }

  /** @returns whether these bytes may go on */
  function passesTrap(chunk: Buffer): boolean {
    if (!trap || !chunk.includes(trap.words)) return true
    const { where, spring } = trap
    trap = undefined
    if (where !== 'pass') hold('down')
    spring()
    return where !== 'before'
  }
  function join(way: 'up' | 'down', from: net.Socket, to: net.Socket) {
    const flow: Flow = { way, from, to, forgotten: false }
    flows.add(flow)
    // One chain keeps the order, however the delay changes.
    let before = Promise.resolve()
    const inOrder = (act: () => void) => {
      if (late === 0) {
        before = before.then(act)
        return
      }
      const due = new Promise<void>((resolve) => setTimeout(resolve, late))
      before = Promise.all([before, due]).then(act)
    }
    from.setNoDelay(true)
    from.on('data', (chunk: Buffer) => {
      if (way === 'down' || passesTrap(chunk)) inOrder(() => void to.write(chunk))
    })
    from.on('end', () => inOrder(() => void to.end()))
    from.on('close', () => {
      flows.delete(flow)
      inOrder(() => void to.destroy())
    })
  }
  async function dial(client: net.Socket) {
    for (const target of targets()) {
      const upstream = net.connect(target)
      const reached = await new Promise<boolean>((resolve) => {
        upstream.once('connect', () => resolve(true))
        upstream.once('error', () => resolve(false))
      })
      if (!reached) continue
      upstream.on('error', () => {})
      if (client.destroyed || isCut) {
        upstream.destroy()
        client.resetAndDestroy()
        return
      }
      join('up', client, upstream)
      join('down', upstream, client)
      settle()
      return
    }
    client.resetAndDestroy()
  }

  const accepted = new Set<net.Socket>()
  const server = net.createServer({ pauseOnConnect: true }, (client) => {
    accepted.add(client)
    client.on('error', () => {})
    client.once('close', () => accepted.delete(client))
    if (isCut) {
      client.resetAndDestroy()
      return
    }
    const begin = () => {
      waiting.delete(begin)
      void dial(client)
    }
    if (held.up || held.down) {
      waiting.add(begin)
      client.once('close', () => waiting.delete(begin))
    } else begin()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo

  return {
    port,
    through(url) {
      const changed = new URL(url)
      changed.hostname = '127.0.0.1'
      changed.port = String(port)
      return changed.href
    },
    delay: (milliseconds) => {
      late = milliseconds
    },
    hold,
    forget() {
      for (const flow of flows) flow.forgotten = true
      settle()
    },
    reset,
    cut() {
      isCut = true
      reset()
    },
    heal() {
      isCut = false
      late = 0
      held.up = false
      held.down = false
      settle()
      for (const begin of [...waiting]) begin()
    },
    trap: (words, where, spring) => {
      trap = { words, where, spring }
    },
    connections: () => [...flows].filter(({ way }) => way === 'up').length,
    close() {
      isCut = true
      waiting.clear()
      for (const { from } of flows) from.destroy()
      // Some may not have been led on yet.
      for (const client of accepted) client.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Before a server that is reached by one address. */
export function startProxyTo(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url)
  return startTcpProxy(() => [{ host: hostname, port: Number(port) }])
}
