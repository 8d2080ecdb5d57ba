import { WebSocket } from 'ws'
import { openSocketIo, type Seat, type WireName } from './wire'

export type IdlePlan = { wire: WireName; seats: Pick<Seat, 'url' | 'cookie'>[]; before: number }

/** Sockets that come first: a server in use is larger than one just started. Then, when told, the rest. */
process.once('message', (plan: IdlePlan) => void run(plan))

async function run({ wire, seats, before }: IdlePlan) {
  await openAll(wire, seats.slice(0, before))
  process.send?.({ phase: 'begun' })
  await new Promise((resolve) => process.once('message', resolve))
  await openAll(wire, seats.slice(before))
  process.send?.({ phase: 'open' })
}

async function openAll(wire: WireName, seats: IdlePlan['seats']) {
  for (let from = 0; from < seats.length; from += 50)
    await Promise.all(seats.slice(from, from + 50).map((seat) => openOne(wire, seat)))
}

function openOne(wire: WireName, seat: IdlePlan['seats'][number]): Promise<unknown> {
  if (wire !== 'ws') return openSocketIo(seat)
  const socket = new WebSocket(seat.url.replace(/^http/, 'ws'))
  return new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
}
