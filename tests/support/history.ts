/*
 * A history in Jepsen's form: what each client sent, what was acknowledged or refused, and what it was shown,
 * each in the client's own order. All clients live in one process, so moments are of one clock.
 */

export type Entry =
  /** A page was opened, or started afresh: it shows everything from this number on. */
  | { what: 'opened'; from: number }
  | { what: 'sent'; clientId: string }
  | { what: 'acked'; clientId: string; seq: number }
  /** The server said no for good, and the author sees it. */
  | { what: 'refused'; clientId: string; why: string }
  | { what: 'shown'; clientId: string; seq: number }
type Noted = Entry & { at: number }

export class ClientLog {
  readonly entries: Noted[] = []
  /** @param inOrder its author sends one message after the other, so their order is a promise too */
  constructor(
    readonly name: string,
    readonly inOrder: boolean,
    readonly now: () => number,
  ) {}
  note(entry: Entry) {
    this.entries.push({ ...entry, at: this.now() })
  }
  some = (what: Entry['what'], clientId: string) =>
    this.entries.some((one) => one.what === what && 'clientId' in one && one.clientId === clientId)
  count = (what: Entry['what']) => this.entries.filter((one) => one.what === what).length
}

export class History {
  readonly clients: ClientLog[] = []
  constructor(readonly now: () => number = () => performance.now()) {}
  client(name: string, inOrder = true): ClientLog {
    const log = new ClientLog(name, inOrder, this.now)
    this.clients.push(log)
    return log
  }
  count = (what: Entry['what']) => this.clients.reduce((sum, client) => sum + client.count(what), 0)
}

/** The room's log as the database has it, in the order of its numbers; other kinds have no client id. */
export type Stored = { seq: number; clientId: string | null }

/** Milliseconds within which everybody is shown what was acknowledged, from healing or from the ack. */
export const healing = 5_000

/**
 * Metric M: of what was acknowledged, nothing lost, nothing twice, nothing out of order, one order for all,
 * dense numbers, and everything shown in time.
 * @param healedAt when the last fault was over; by the clock of the history
 * @returns what is wrong, in words; empty when the history keeps every promise
 */
export function findFaults(history: History, stored: Stored[], healedAt: number): string[] {
  return [
    ...checkStored(history, stored),
    ...checkOrderOfSending(history),
    ...history.clients.flatMap((client) => checkShown(client, history, healedAt)),
    ...checkOneOrder(history),
  ]
}

type Of<What extends Entry['what']> = Extract<Noted, { what: What }>
const all = <What extends Entry['what']>(client: ClientLog, what: What): Of<What>[] =>
  client.entries.filter((one): one is Of<What> => one.what === what)
const acksOf = (history: History) => history.clients.flatMap((client) => all(client, 'acked'))

/** The database against what clients were told. */
function checkStored(history: History, stored: Stored[]): string[] {
  const faults: string[] = []
  const at = new Map<string, number>()
  for (const [place, { seq, clientId }] of stored.entries()) {
    if (seq !== place + 1) {
      faults.push(`numbers are not dense: ${seq} stands where ${place + 1} belongs`)
      break
    }
    if (clientId === null) continue
    const before = at.get(clientId)
    if (before !== undefined) faults.push(`${clientId} is stored twice: at ${before} and ${seq}`)
    else at.set(clientId, seq)
  }
  const sent = new Set<string>()
  // Two tabs may carry the same message: an answer to one of them is one.
  const settled = new Set<string>()
  for (const client of history.clients) {
    for (const { clientId, seq } of all(client, 'acked')) {
      settled.add(clientId)
      const kept = at.get(clientId)
      if (kept === undefined)
        faults.push(`${clientId} of ${client.name} was acknowledged and is not stored`)
      else if (kept !== seq)
        faults.push(
          `${clientId} of ${client.name} was acknowledged as ${seq} and is stored as ${kept}`,
        )
    }
    for (const { clientId, why } of all(client, 'refused')) {
      settled.add(clientId)
      if (at.has(clientId))
        faults.push(`${clientId} of ${client.name} was refused (${why}) and is stored`)
    }
  }
  for (const client of history.clients) {
    // Where the answer was lost, its author learns from the room itself.
    const seen = new Set(all(client, 'shown').map(({ clientId }) => clientId))
    for (const { clientId } of all(client, 'sent')) {
      sent.add(clientId)
      if (!settled.has(clientId) && !seen.has(clientId))
        faults.push(`${clientId} of ${client.name} is neither acknowledged nor visibly refused`)
    }
  }
  for (const [clientId, seq] of at)
    if (!sent.has(clientId)) faults.push(`${clientId}, stored as ${seq}, was sent by nobody`)
  return faults
}

/** One author's order, and that of real time: what was acknowledged before another was sent stands before it. */
function checkOrderOfSending(history: History): string[] {
  const faults: string[] = []
  const acks = new Map(acksOf(history).map((ack) => [ack.clientId, ack]))
  // Another tab may carry it too: the moment it was written is the first of them.
  const sends = new Map<string, Of<'sent'> & { client: ClientLog }>()
  for (const client of history.clients)
    for (const send of all(client, 'sent')) {
      const first = sends.get(send.clientId)
      if (!first || send.at < first.at) sends.set(send.clientId, { ...send, client })
    }
  const written = [...sends.values()].sort((one, other) => one.at - other.at)
  const inTime = [...acks.values()].sort((one, other) => one.at - other.at)
  const lastOf = new Map<ClientLog, Of<'acked'>>()
  let highest: Of<'acked'> | undefined
  let next = 0
  for (const { clientId, client, at } of written) {
    for (let ack = inTime[next]; ack && ack.at < at; ack = inTime[++next])
      if (!highest || ack.seq > highest.seq) highest = ack
    const own = acks.get(clientId)
    if (!own) continue
    const last = lastOf.get(client)
    if (client.inOrder && last && own.seq < last.seq)
      faults.push(
        `out of order: ${client.name} sent ${clientId} after ${last.clientId}, and it stands before (${own.seq} < ${last.seq})`,
      )
    lastOf.set(client, own)
    if (highest && own.seq < highest.seq)
      faults.push(
        `out of order: ${clientId} was sent after ${highest.clientId} had been acknowledged, and stands before it (${own.seq} < ${highest.seq})`,
      )
  }
  return faults
}

/** What one client was shown, page by page. */
function checkShown(client: ClientLog, history: History, healedAt: number): string[] {
  const faults: string[] = []
  let opened: Of<'opened'> | undefined
  let last = 0
  let shown = new Map<string, Of<'shown'>>()
  for (const entry of client.entries) {
    if (entry.what === 'opened') {
      opened = entry
      last = 0
      shown = new Map()
    } else if (entry.what === 'shown') {
      if (!opened) faults.push(`${client.name} was shown ${entry.clientId} before a page was open`)
      const before = shown.get(entry.clientId)
      if (before)
        faults.push(
          `${client.name} was shown ${entry.clientId} twice: as ${before.seq} and ${entry.seq}`,
        )
      else if (entry.seq <= last)
        faults.push(
          `out of order: ${client.name} was shown ${entry.clientId} (${entry.seq}) after ${last}`,
        )
      last = Math.max(last, entry.seq)
      if (!before) shown.set(entry.clientId, entry)
    }
  }
  // Who only sends, or has left, is promised nothing more.
  if (!opened) return faults
  for (const { clientId, seq, at } of acksOf(history)) {
    if (seq < opened.from) continue
    const found = shown.get(clientId)
    const due = Math.max(at, healedAt, opened.at) + healing
    if (!found) faults.push(`lost: ${client.name} was never shown ${clientId} (${seq})`)
    else if (found.seq !== seq)
      faults.push(
        `${client.name} was shown ${clientId} as ${found.seq}; its author was told ${seq}`,
      )
    else if (found.at > due)
      faults.push(
        `late: ${client.name} was shown ${clientId} (${seq}) ${Math.round(found.at - due + healing)} ms after healing`,
      )
  }
  return faults
}

/** A number means the same message to everybody. */
function checkOneOrder(history: History): string[] {
  const faults: string[] = []
  const meant = new Map<number, { clientId: string; name: string }>()
  for (const client of history.clients)
    for (const { clientId, seq } of all(client, 'shown')) {
      const first = meant.get(seq)
      if (!first) meant.set(seq, { clientId, name: client.name })
      else if (first.clientId !== clientId)
        faults.push(
          `two orders: ${seq} is ${first.clientId} to ${first.name} and ${clientId} to ${client.name}`,
        )
    }
  return faults
}
