import { setTimeout as wait } from 'node:timers/promises'
import { startWorker } from '../measure/child'
import { memoryOf } from '../measure/processes'
import type { HoldPlan } from './hold'
import { seatPeople } from './people'
import type { Stack } from './stack'
import type { Subject } from './subjects'

const people = 10
const filesEach = 100
/** Time in which collectors give back what opening took. */
const restMs = 5_000
const text = 'const answer = compute(everything)\n'.repeat(100)

/** @param idle after some were opened and closed again. Both in bytes. */
export type Held = { idle: number; open: number }

/** Memory of all server processes with a thousand files open, one editor in each. */
export async function measureMemory(stack: Stack, subject: Subject): Promise<Held | null> {
  const running = await subject.start(stack)
  if (!running) return null
  const seats: HoldPlan['people'] = []
  for (let at = 0; at < people; at++) {
    const { cookies, places } = await seatPeople(1, { files: filesEach, text })
    seats.push({ cookie: cookies[0] ?? '', places })
  }
  const load = startWorker('bench/pair/hold.ts')
  try {
    const { client, urls, pids } = running
    load.tell({ client, url: urls[0] ?? '', people: seats, text } satisfies HoldPlan)
    await load.hear()
    await wait(restMs)
    const idle = memoryOf(pids)
    load.tell({ go: 'on' })
    await load.hear()
    await wait(restMs)
    return { idle, open: memoryOf(pids) }
  } finally {
    await load.end()
    await running.end()
  }
}
