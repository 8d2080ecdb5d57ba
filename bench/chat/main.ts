import path from 'node:path'
import { closeDatabase } from '@/db/client'
import { median, round, table } from '../measure/numbers'
import { writePlans } from '../measure/write-plans'
import { type Stack, startStack } from '../pair/stack'
import { loadPast } from './load-past'
import { type Measured, measureIdle, measureLoad, type Workload } from './measure-chat'
import { openPastUses } from './past-uses'
import { type Room, seatRooms, signIn } from './people'
import * as subject from './subjects'

const quick = process.argv.includes('--quick')
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : undefined
const repeats = quick ? 1 : 5
const letters = 120
const warmUpMs = 5_000
const measureMs = quick ? 5_000 : 8_000

type Runs = Map<subject.Subject, Measured[]>

/** Every subject in turn, and that again and again: whatever else the machine does meets all of them. */
async function runAll(
  stack: Stack,
  workload: Workload,
  subjects: subject.Subject[],
): Promise<Runs> {
  const runs: Runs = new Map()
  for (let time = 0; time < repeats; time++)
    for (const each of subjects) {
      console.error(`  ${workload.name}, ${time + 1} of ${repeats}: ${each.name}`)
      const measured = await measureLoad(stack, each, workload)
      if (measured) runs.set(each, [...(runs.get(each) ?? []), measured])
    }
  return runs
}

const middle = (runs: Measured[] | undefined, of: (run: Measured) => number | null) => {
  const values = (runs ?? []).flatMap((run) => of(run) ?? [])
  return values.length > 0 ? round(median(values)) : null
}
const sum = (runs: Measured[], of: (run: Measured) => number) =>
  runs.reduce((total, run) => total + of(run), 0)

function rowsOf(name: string, runs: Runs): (string | number)[][] {
  return subject.subjects.map((each) => {
    const measured = runs.get(each)
    if (!measured) return [name, each.name, 'left out: there is no redis-server on the PATH']
    const of = (value: (run: Measured) => number | null) => middle(measured, value) ?? '–'
    return [
      name,
      each.name,
      of(({ p50 }) => p50),
      of(({ p99 }) => p99),
      each.stores ? of(({ ackP99 }) => ackP99) : 'stores nothing',
      of(({ cpu }) => cpu),
      of(({ deliveries, seconds }) => deliveries / seconds),
      sum(measured, ({ lost }) => lost),
      sum(measured, ({ duplicated }) => duplicated),
      sum(measured, ({ orderDisagreements }) => orderDisagreements),
    ]
  })
}

/** Each run against the peer's run beside it. */
function cpuRatio(runs: Runs): number | null {
  const [mine, other] = [runs.get(subject.prajixTwice), runs.get(subject.socketIoTwice)]
  if (!mine || !other) return null
  return round(median(mine.map(({ cpu }, at) => cpu / (other[at]?.cpu ?? Number.NaN))))
}

/** The most that is stored in a second while whoever waits longest waits for no more than 50 ms. */
async function mostSends(stack: Stack, rooms: Room[]): Promise<Measured[]> {
  const best: Measured[] = []
  for (let time = 0; time < repeats; time++) {
    const tried: Measured[] = []
    for (const inFlight of [48, 96, 160, 224]) {
      console.error(`  stored sends, ${time + 1} of ${repeats}: ${inFlight} unanswered at a time`)
      const pace = { inFlight }
      const workload = { name: '', rooms, pace, letters, warmUpMs, measureMs, listeners: 1 }
      const measured = await measureLoad(stack, subject.prajixOnce, workload)
      if (measured) tried.push(measured)
    }
    const quickEnough = tried.filter(({ ackP99 }) => (ackP99 ?? Number.NaN) <= 50)
    const [most] = (quickEnough.length > 0 ? quickEnough : tried).sort(
      (one, other) => other.acked / other.seconds - one.acked / one.seconds,
    )
    if (most) best.push(most)
  }
  return best
}

/** Sends as fast as they are answered, into one large room. */
async function mostDeliveries(stack: Stack, rooms: Room[]): Promise<Measured[]> {
  const workload = { name: 'flood', rooms, pace: { inFlight: 24 }, letters, warmUpMs, measureMs }
  const each = stack.redis ? subject.prajixTwice : subject.prajixOnce
  return (await runAll(stack, workload, [each])).get(each) ?? []
}

async function run(stack: Stack) {
  const wanted = (name: string) => only === undefined || only === name
  const pace = { letters, warmUpMs, measureMs }
  const one = { name: '1 × 200, 50/s', rooms: await seatRooms(1, 200), pace: { perSecond: 50 } }
  const many = {
    name: '100 × 10, 1,000/s',
    rooms: await seatRooms(100, 10),
    pace: { perSecond: 1_000 },
  }
  const none: Runs = new Map()
  const first = wanted('1x200') ? await runAll(stack, { ...pace, ...one }, subject.subjects) : none
  const second = wanted('100x10')
    ? await runAll(stack, { ...pace, ...many }, subject.subjects)
    : none
  const sends = wanted('sends') ? await mostSends(stack, many.rooms) : []
  const flood = wanted('flood') ? await mostDeliveries(stack, one.rooms) : []
  const idle = wanted('idle') ? await runIdle(stack) : []

  const heads = [
    'load',
    'subject',
    'p50 ms',
    'p99 ms',
    'ack p99 ms',
    'CPU ms / 1,000',
    'deliveries/s',
  ]
  const rows = [
    ...(first.size > 0 ? rowsOf(one.name, first) : []),
    ...(second.size > 0 ? rowsOf(many.name, second) : []),
  ]
  console.log(table([...heads, 'lost', 'twice', 'other order'], rows))
  const perSecond = middle(sends, ({ acked, seconds }) => acked / seconds)
  console.log(
    `\nstored sends over 100 rooms: ${perSecond}/s, ack p99 ${middle(sends, ({ ackP99 }) => ackP99)} ms`,
  )
  const deliveries = middle(flood, (run) => run.deliveries / run.seconds)
  console.log(`a flood into one room of 200: ${deliveries} deliveries/s`)
  for (const { name, kilobytes } of idle) console.log(`an idle socket, ${name}: ${kilobytes} kB`)

  const twice = [first, second].flatMap((runs) => [
    ...(runs.get(subject.prajixTwice) ?? []),
    ...(runs.get(subject.prajixOnce) ?? []),
  ])
  const nodes = (runs: Runs) => runs.get(subject.prajixTwice) ?? runs.get(subject.prajixOnce)
  const all = [...twice, ...sends, ...flood]
  const figures = {
    cpu_ratio_1x200: cpuRatio(first),
    cpu_ratio_100x10: cpuRatio(second),
    p99_ms_1x200: middle(nodes(first), ({ p99 }) => p99),
    p99_ms_100x10: middle(nodes(second), ({ p99 }) => p99),
    ack_p99_ms: middle(
      [first, second].flatMap((runs) => nodes(runs) ?? []),
      ({ ackP99 }) => ackP99,
    ),
    sends_per_s: perSecond,
    kb_per_socket: idle.find(({ name }) => name === subject.prajixOnce.name)?.kilobytes ?? null,
    order_disagreements: sum(all, (run) => run.orderDisagreements),
    lost: sum(all, (run) => run.lost),
    duplicated: sum(all, (run) => run.duplicated),
    max_deliveries_per_s: deliveries,
  }
  console.log(`\n${JSON.stringify({ bench: 'chat', figures })}`)
}

async function runIdle(stack: Stack): Promise<{ name: string; kilobytes: number }[]> {
  // A person may have a hundred sockets on a node.
  const people = await signIn(200)
  const found: { name: string; kilobytes: number }[] = []
  for (const each of [subject.ws, subject.socketIo, subject.prajixOnce]) {
    const values: number[] = []
    for (let time = 0; time < repeats; time++) {
      console.error(`  idle sockets, ${time + 1} of ${repeats}: ${each.name}`)
      const held = await measureIdle(stack, each, people, {
        before: 1_000,
        more: quick ? 2_000 : 5_000,
      })
      if (held !== null) values.push(held)
    }
    found.push({ name: each.name, kilobytes: round(median(values), 1) })
  }
  return found
}

/** The plans that are worth reading; the others are like one of these. */
const kept = new Set([
  ...['search_rare_in_all', 'search_common_in_one', 'search_two_in_one', 'search_from_in_all'],
  ...['search_has_link_in_quiet', 'search_has_file_in_all', 'search_before_in_all'],
  ...['search_between_word_in_all', 'rooms_list', 'page_before', 'page_around_time', 'catch_up'],
  ...['send_plain', 'send_alone'],
])

/** What the database does for rooms with a long past: its plans, and milliseconds from the call to the answer. */
async function runPlans(url: string, messages: number) {
  console.error(`  ${messages.toLocaleString('en')} messages: loading`)
  await loadPast(url, messages)
  const rows: [string, number, number][] = []
  for (const [name, call] of Object.entries(await openPastUses())) {
    const times: number[] = []
    for (let time = 0; time < 7; time++) {
      const begun = performance.now()
      await call()
      times.push(performance.now() - begun)
    }
    rows.push([name, round(median(times.slice(1))), round(Math.max(...times.slice(1)))])
  }
  console.log(table(['use', 'median ms', 'most ms'], rows))
  await writePlans(url, path.join('bench', 'plans', 'chat'), async () =>
    Object.fromEntries(Object.entries(await openPastUses()).filter(([name]) => kept.has(name))),
  )
}

const stack = await startStack()
try {
  if (process.argv.includes('--plans')) await runPlans(stack.url, quick ? 100_000 : 1_000_000)
  else await run(stack)
} finally {
  await closeDatabase()
  await stack.end()
}
// An IPC channel or a watchdog's pipe may still be open.
process.exit()
