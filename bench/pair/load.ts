import { setTimeout as wait } from 'node:timers/promises'
import { textName } from '@/contracts/documents'
import { percentile, seeded } from '../measure/numbers'
import {
  type ClientName,
  type Connect,
  type Line,
  loadClient,
  type Opened,
  type Place,
} from './line'
import { clockOf, seatTypist, type Typist, watchFile } from './typing'

export type Seat = { url: string; cookie: string }
export type Group = { place: Place; seats: Seat[] }
export type TypingPlan = {
  client: ClientName
  groups: Group[]
  /** Of each editor. */
  opsPerSecond: number
  warmUpMs: number
  warmUpOpsPerSecond: number
  measureMs: number
  seed: number
}
export type TypingResult = {
  ops: number
  p50: number
  p99: number
  /** Milliseconds to the acknowledgement, where there is one. */
  saveP99: number | null
  lostOps: number
  divergedDocs: number
}
type File = { group: Group; editors: Opened[]; watch: ReturnType<typeof watchFile> }

/** Longest that what was typed may take to be everywhere, once nobody types any more. */
const patience = 10_000

process.once('message', (plan: TypingPlan) => void run(plan))

async function run(plan: TypingPlan) {
  const connect = await loadClient(plan.client)
  const lines: Line[] = []
  const files: File[] = []
  const typists: Typist[] = []
  for (const group of plan.groups) {
    const editors: Opened[] = []
    for (const { url, cookie } of group.seats) {
      const line = await connect(url, cookie)
      lines.push(line)
      editors.push(await line.open(group.place))
    }
    const watch = watchFile(editors)
    for (const opened of editors)
      typists.push(
        seatTypist(opened, plan.seed + typists.length, (clock) =>
          watch.letter(opened.doc.clientID, clock),
        ),
      )
    files.push({ group, editors, watch })
  }
  // Servers run for days: what their compilers do in the first minute is nobody's figure.
  const warmUp = type(typists, { ...plan, opsPerSecond: plan.warmUpOpsPerSecond })
  await wait(plan.warmUpMs)
  warmUp.stop()
  const typing = type(typists, plan)
  await wait(500)
  const count = (on: boolean) => {
    for (const { watch } of files) watch.count(on)
  }
  count(true)
  process.send?.({ phase: 'begun' })
  const saved = typists.map(({ opened }) => opened.saves.length)
  const before = typing.ops()
  await wait(plan.measureMs)
  process.send?.({ phase: 'ended' })
  const ops = typing.ops() - before
  typing.stop()
  await settle(files)
  const latencies = files.flatMap(({ watch }) => watch.latencies)
  const saves = typists.flatMap(({ opened }, at) => opened.saves.slice(saved[at]))
  const result: TypingResult = {
    ops,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    saveP99: saves.length > 0 ? percentile(saves, 0.99) : null,
    ...(await compare(files, connect)),
  }
  process.send?.(result)
  for (const line of lines) line.close()
}

/** Everybody strikes in their own irregular time; late ones catch up, so that the load is what was asked. */
function type(typists: Typist[], { opsPerSecond, seed }: TypingPlan) {
  const random = seeded(seed)
  const period = 1_000 / opsPerSecond
  let ops = 0
  let stopped = false
  const due = typists.map(() => performance.now() + random() * period)
  const timer = setInterval(() => {
    const now = performance.now()
    for (const [at, typist] of typists.entries()) {
      if (stopped || (due[at] ?? 0) > now) continue
      due[at] = (due[at] ?? now) + period * (0.5 + random())
      typist.strike()
      ops++
    }
  }, 1)
  return {
    ops: () => ops,
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}

const textOf = ({ doc }: Opened) => doc.getText(textName).toString()
const isSame = ({ editors }: File) => new Set(editors.map(textOf)).size === 1

async function settle(files: File[]) {
  const end = performance.now() + patience
  const isQuiet = () =>
    files.every((file) => file.editors.every((each) => each.unsaved() === 0) && isSame(file))
  while (!isQuiet() && performance.now() < end) await wait(50)
}

/** What was typed, against every replica and against somebody who opens the file only now. */
async function compare(files: File[], connect: Connect) {
  let lostOps = 0
  let divergedDocs = 0
  for (const { group, editors } of files) {
    const [seat] = group.seats
    if (!seat) continue
    const line = await connect(seat.url, seat.cookie)
    const all = [...editors, await line.open(group.place)]
    for (const { doc } of editors) {
      const had = all.map((replica) => clockOf(replica, doc.clientID))
      lostOps += Math.max(...had) - Math.min(...had)
    }
    if (new Set(all.map(textOf)).size > 1) divergedDocs++
    line.close()
  }
  return { lostOps, divergedDocs }
}
