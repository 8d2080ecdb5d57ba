import { setTimeout as wait } from 'node:timers/promises'
import { startWorker } from '../measure/child'
import { cpuOf, memoryOf } from '../measure/processes'
import type { Stack } from '../pair/stack'
import type { IdlePlan } from './idle'
import type { LoadPlan, LoadResult } from './load'
import { type Room, type SignedIn, spread } from './people'
import type { Subject } from './subjects'

/** @param cpu milliseconds of all server processes per thousand deliveries */
export type Measured = LoadResult & { cpu: number }
export type Workload = { name: string; rooms: Room[] } & Omit<LoadPlan, 'wire' | 'rooms'>

/** @returns null for a subject that cannot be had here */
export async function measureLoad(
  stack: Stack,
  subject: Subject,
  { name: _, rooms, ...plan }: Workload,
): Promise<Measured | null> {
  const running = await subject.start(stack)
  if (!running) return null
  const load = startWorker('bench/chat/load.ts')
  try {
    const { wire, pids, urls } = running
    load.tell({ ...plan, wire, rooms: spread(rooms, urls) } satisfies LoadPlan)
    await load.hear()
    const before = cpuOf(pids)
    await load.hear()
    const used = cpuOf(pids) - before
    const result = await load.hear<LoadResult>()
    return { ...result, cpu: (used / result.deliveries) * 1_000 }
  } finally {
    await load.end()
    await running.end()
  }
}

/** @returns kB of all nodes for each idle socket that came after the first `before` */
export async function measureIdle(
  stack: Stack,
  subject: Subject,
  people: SignedIn[],
  { before, more }: { before: number; more: number },
): Promise<number | null> {
  const running = await subject.start(stack)
  if (!running) return null
  const load = startWorker('bench/chat/idle.ts')
  try {
    const { wire, nodes, urls } = running
    const seats = Array.from({ length: before + more }, (_, at) => ({
      url: urls[at % urls.length] ?? '',
      cookie: people[at % people.length]?.cookie ?? '',
    }))
    const settled = async () => {
      await wait(2_000)
      for (const pid of nodes) process.kill(pid, 'SIGUSR2')
      await wait(1_500)
      return memoryOf(nodes)
    }
    load.tell({ wire, seats, before } satisfies IdlePlan)
    await load.hear()
    const idle = await settled()
    load.tell({ go: 'on' })
    await load.hear()
    return ((await settled()) - idle) / more / 1_000
  } finally {
    await load.end()
    await running.end()
  }
}
