import { startWorker } from '../measure/child'
import { cpuOf } from '../measure/processes'
import type { TypingPlan, TypingResult } from './load'
import { seatGroups } from './people'
import type { Stack } from './stack'
import type { Subject } from './subjects'

export type Workload = {
  name: string
  documents: number
  editors: number
  /** Of each editor, before anything is measured. */
  warmUpOpsPerSecond: number
  measureMs: number
}
/** @param cpu milliseconds of all server processes per thousand operations */
export type Typed = TypingResult & { cpu: number }

const opsPerSecond = 5
const warmUpMs = 6_000

/** @returns null for a subject that cannot be had here */
export async function measureTyping(
  stack: Stack,
  subject: Subject,
  { documents, editors, warmUpOpsPerSecond, measureMs }: Workload,
  seed: number,
): Promise<Typed | null> {
  const running = await subject.start(stack)
  if (!running) return null
  const groups = await seatGroups(documents, editors, running.urls)
  const load = startWorker('bench/pair/load.ts')
  try {
    const { client, pids } = running
    const pace = { opsPerSecond, warmUpMs, warmUpOpsPerSecond, measureMs }
    load.tell({ client, groups, ...pace, seed } satisfies TypingPlan)
    await load.hear()
    const before = cpuOf(pids)
    await load.hear()
    const used = cpuOf(pids) - before
    const result = await load.hear<TypingResult>()
    return { ...result, cpu: (used / result.ops) * 1_000 }
  } finally {
    await load.end()
    await running.end()
  }
}
