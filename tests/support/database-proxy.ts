import net from 'node:net'

/** Before PostgreSQL gets it, after it has it with the answer withheld, or without touching anything. */
type Where = 'before' | 'after' | 'pass'
type Trap = { statement: string; where: Where; spring: () => void }

export type DatabaseProxy = {
  /** The database, reached through here. */
  url: string
  /** From now on PostgreSQL does what it is asked, and nobody here hears of it. */
  withholdAnswers(): void
  /** Springs once, when the node sends a statement with these words. */
  trap(statement: string, where: Where, spring: () => void): void
  close(): Promise<void>
}

/** Stands between a node and its PostgreSQL, to stop time for the node at one exact moment. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<net.Socket>()
  let withheld = false
  let trap: Trap | undefined
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    client.on('data', (chunk) => {
      const sprung = trap && chunk.includes(trap.statement) ? trap : undefined
      if (sprung) {
        trap = undefined
        withheld = sprung.where !== 'pass'
        sprung.spring()
      }
      if (sprung?.where !== 'before') upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (!withheld) client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as net.AddressInfo).port)
  return {
    url: url.href,
    withholdAnswers: () => {
      withheld = true
    },
    trap: (statement, where, spring) => {
      trap = { statement, where, spring }
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
