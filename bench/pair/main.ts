import { closeDatabase } from '@/db/client'
import { median, round, table } from '../measure/numbers'
import { type Held, measureMemory } from './measure-memory'
import { measureOpening } from './measure-opening'
import { measureTyping, type Typed, type Workload } from './measure-typing'
import { type Stack, startStack } from './stack'
import * as subject from './subjects'

const one: Workload = {
  name: 'one file, 20 editors',
  documents: 1,
  editors: 20,
  warmUpOpsPerSecond: 20,
  measureMs: 10_000,
}
const many: Workload = {
  name: '100 files, 4 editors each',
  documents: 100,
  editors: 4,
  warmUpOpsPerSecond: 5,
  measureMs: 6_000,
}
const quick = process.argv.includes('--quick')
const repeats = quick ? 1 : 5

type Runs = Map<subject.Subject, Typed[]>

/** Every subject in turn, and that again and again: whatever else the machine does meets all of them. */
async function runWorkload(stack: Stack, workload: Workload): Promise<Runs> {
  const runs: Runs = new Map()
  for (let time = 0; time < repeats; time++)
    for (const each of subject.subjects) {
      console.error(`  ${workload.name}, ${time + 1} of ${repeats}: ${each.name}`)
      const typed = await measureTyping(stack, each, workload, time + 1)
      if (typed) runs.set(each, [...(runs.get(each) ?? []), typed])
    }
  return runs
}

const middle = (runs: Typed[], of: (run: Typed) => number) => round(median(runs.map(of)))

function rowsOf(workload: Workload, runs: Runs): (string | number)[][] {
  return subject.subjects.map((each) => {
    const typed = runs.get(each)
    if (!typed) return [workload.name, each.name, 'left out: there is no redis-server on the PATH']
    const saved = typed.some(({ saveP99 }) => saveP99 !== null)
    return [
      workload.name,
      each.name,
      middle(typed, ({ p50 }) => p50),
      middle(typed, ({ p99 }) => p99),
      saved ? middle(typed, ({ saveP99 }) => saveP99 ?? Number.NaN) : 'nothing is stored',
      middle(typed, ({ cpu }) => cpu / 1_000),
      typed.reduce((sum, { lostOps }) => sum + lostOps, 0),
      typed.reduce((sum, { divergedDocs }) => sum + divergedDocs, 0),
    ]
  })
}

/** Each run against the peer's run beside it. */
function cpuRatio(runs: Runs, ours: subject.Subject, theirs: subject.Subject): number | null {
  const [mine, other] = [runs.get(ours) ?? [], runs.get(theirs) ?? []]
  if (mine.length === 0 || other.length === 0) return null
  return round(median(mine.map(({ cpu }, at) => cpu / (other[at]?.cpu ?? Number.NaN))))
}

async function runMemory(stack: Stack, each: subject.Subject): Promise<Held> {
  console.error(`  a thousand open files: ${each.name}`)
  const held = await measureMemory(stack, each)
  if (!held) throw new Error(`${each.name} did not start.`)
  return held
}

async function run(stack: Stack) {
  const first = await runWorkload(stack, one)
  const second = await runWorkload(stack, many)
  const memory: { theirs: Held; ours: Held }[] = []
  for (let time = 0; time < repeats; time++)
    memory.push({
      theirs: await runMemory(stack, subject.hocuspocus),
      ours: await runMemory(stack, subject.prajixOnce),
    })
  console.error('  a file of 260,000 edits')
  const opened = await measureOpening(stack, subject.prajixOnce, quick ? 3 : 5)

  const heads = ['workload', 'subject', 'p50 ms', 'p99 ms', 'saved p99 ms', 'CPU s / 1,000 ops']
  const rows = [...rowsOf(one, first), ...rowsOf(many, second)]
  console.log(table([...heads, 'lost ops', 'diverged files'], rows))
  const megabytes = (of: (pair: (typeof memory)[number]) => number) =>
    round(median(memory.map(of)) / 1_048_576, 1)
  const row = (name: string, held: (pair: (typeof memory)[number]) => Held) => [
    name,
    megabytes((pair) => held(pair).idle),
    megabytes((pair) => held(pair).open - held(pair).idle),
  ]
  console.log(
    `\n${table(
      ['a thousand open files', 'idle MB', 'more MB'],
      [
        row(subject.hocuspocus.name, ({ theirs }) => theirs),
        row(`${subject.prajixOnce.name}, with PostgreSQL`, ({ ours }) => ours),
      ],
    )}`,
  )
  console.log(`\nopening a file of 260,000 edits: ${round(median(opened), 1)} ms\n`)

  const ours = [...[first, second].flatMap((runs) => runs.get(subject.prajixOnce) ?? [])]
  const all = [...ours, ...[first, second].flatMap((runs) => runs.get(subject.prajixTwice) ?? [])]
  const of = (runs: Runs) => runs.get(subject.prajixOnce) ?? []
  const grown = ({ idle, open }: Held) => open - idle
  const figures = {
    cpu_ratio_1x20: cpuRatio(first, subject.prajixOnce, subject.hocuspocus),
    cpu_ratio_100x4: cpuRatio(second, subject.prajixOnce, subject.hocuspocus),
    cpu_ratio_2nodes: cpuRatio(first, subject.prajixTwice, subject.hocuspocusTwice),
    p99_ms_1x20: middle(of(first), ({ p99 }) => p99),
    p99_ms_100x4: middle(of(second), ({ p99 }) => p99),
    save_ack_p99_ms: middle(ours, ({ saveP99 }) => saveP99 ?? Number.NaN),
    rss_ratio_1000_docs: round(median(memory.map((pair) => grown(pair.ours) / grown(pair.theirs)))),
    open_big_ms: round(median(opened), 1),
    lost_ops: all.reduce((sum, { lostOps }) => sum + lostOps, 0),
    diverged_docs: all.reduce((sum, { divergedDocs }) => sum + divergedDocs, 0),
  }
  console.log(JSON.stringify({ bench: 'pair', figures }))
}

const stack = await startStack()
try {
  await run(stack)
} finally {
  await closeDatabase()
  await stack.end()
}
// An IPC channel or a watchdog's pipe may still be open.
process.exit()
