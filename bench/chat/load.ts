import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile, round } from '../measure/numbers'
import { Tally } from './tally'
import { type Line, openLine, type Seat, type WireName } from './wire'

export type LoadPlan = {
  wire: WireName
  /** Of each room its members. */
  rooms: Seat[][]
  /** Only so many of each room hear; the others send. All, where it is left out. */
  listeners?: number
  /** Messages a second over all rooms, or how many may be unanswered at a time. */
  pace: { perSecond: number } | { inFlight: number }
  /** Letters of a message. */
  letters: number
  warmUpMs: number
  measureMs: number
}
export type LoadResult = {
  sent: number
  seconds: number
  deliveries: number
  acked: number
  p50: number
  p99: number
  ackP50: number | null
  ackP99: number | null
  lost: number
  duplicated: number
  orderDisagreements: number
  refused: Record<string, number>
}

/** Longest that what was sent may take to be everywhere, once nobody sends any more. */
const patience = 10_000

/** Started by the bench it is told its plan; started by hand it reads it from a file. */
const [file] = process.argv.slice(2)
if (file) {
  const { phases: _, ...result } = await run(JSON.parse(fs.readFileSync(file, 'utf8')) as LoadPlan)
  console.log(JSON.stringify(result))
  process.exit()
} else
  process.once('message', (plan: LoadPlan) => {
    void run(plan).then(({ phases: _, ...result }) => process.send?.(result))
  })

async function run(plan: LoadPlan): Promise<LoadResult & { phases: true }> {
  const tally = new Tally()
  const rooms: Line[][] = []
  for (const [at, seats] of plan.rooms.entries()) {
    const open = (seat: Seat, who: number) => {
      const joins = who < (plan.listeners ?? seats.length)
      return openLine(plan.wire, seat, joins ? tally.member(at) : () => {}, joins)
    }
    // A few at a time: a crowd that comes in one moment is another measurement.
    const lines: Line[] = []
    for (let from = 0; from < seats.length; from += 20)
      lines.push(
        ...(await Promise.all(
          seats.slice(from, from + 20).map((seat, who) => open(seat, from + who)),
        )),
      )
    rooms.push(lines)
  }
  const stop =
    'perSecond' in plan.pace ? sendAtPace(plan, rooms, tally) : keepInFlight(plan, rooms, tally)
  // Servers run for days: what their compilers do in the first minute is nobody's figure.
  await wait(plan.warmUpMs)
  tally.counting = true
  process.send?.({ phase: 'begun' })
  const begun = performance.now()
  await wait(plan.measureMs)
  process.send?.({ phase: 'ended' })
  const seconds = (performance.now() - begun) / 1_000
  tally.counting = false
  const { deliveries } = tally
  const acked = tally.acks.length
  const sent = stop()
  const end = performance.now() + patience
  while (!tally.isQuiet() && performance.now() < end) await wait(100)
  // What would come twice comes late.
  await wait(200)
  for (const line of rooms.flat()) line.close()
  return {
    phases: true,
    sent,
    seconds,
    deliveries,
    acked,
    p50: round(percentile(tally.latencies, 0.5)),
    p99: round(percentile(tally.latencies, 0.99)),
    ackP50: tally.acks.length > 0 ? round(percentile(tally.acks, 0.5)) : null,
    ackP99: tally.acks.length > 0 ? round(percentile(tally.acks, 0.99)) : null,
    duplicated: tally.duplicated,
    ...tally.compare(),
    refused: Object.fromEntries(tally.refusals),
  }
}

/** Rooms in turn, and in each its members in turn: nobody sends much. */
function turns(rooms: Line[][]): () => { room: number; line: Line } {
  let turn = 0
  return () => {
    const room = turn % rooms.length
    const lines = rooms[room] ?? []
    const line = lines[Math.floor(turn / rooms.length) % lines.length]
    turn++
    if (!line) throw new Error('A room needs somebody.')
    return { room, line }
  }
}

/** In irregular time, the same on average; late ones catch up, so that the load is what was asked. */
function sendAtPace(plan: LoadPlan, rooms: Line[][], tally: Tally): () => number {
  const next = turns(rooms)
  const period = 1_000 / ('perSecond' in plan.pace ? plan.pace.perSecond : 1)
  const body = 'x'.repeat(plan.letters)
  let due = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    for (const now = performance.now(); due <= now; due += period * (0.5 + Math.random())) {
      const { room, line } = next()
      const { id, answered } = tally.send(room, plan.wire === 'prajix')
      line.send(id, body, answered)
      if (tally.counting) sent++
    }
  }, 1)
  return () => {
    clearInterval(timer)
    return sent
  }
}

/** As much as the server answers: each answer lets the next one go. */
function keepInFlight(plan: LoadPlan, rooms: Line[][], tally: Tally): () => number {
  const next = turns(rooms)
  const body = 'x'.repeat(plan.letters)
  let stopped = false
  let sent = 0
  const send = () => {
    if (stopped) return
    const { room, line } = next()
    const { id, answered } = tally.send(room, true)
    if (tally.counting) sent++
    line.send(id, body, (refused) => {
      answered(refused)
      if (refused) setTimeout(send, refused.retryAfter ?? 100)
      else send()
    })
  }
  for (let at = 0; at < ('inFlight' in plan.pace ? plan.pace.inFlight : 1); at++) send()
  return () => {
    stopped = true
    return sent
  }
}
