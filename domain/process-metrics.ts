import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { pool } from '@/db/client'

// Next reloads modules in development, and bundles them more than once.
const held = globalThis as { prajixMetrics?: { registry: Registry; failures: Counter } }

function open() {
  const registry = new Registry()
  // CPU, memory, garbage collection and the event loop's lag.
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'prajix_database_connections',
    help: 'Connections of the pool by what they do; "waiting" are requests without one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = pool()
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waiting' }, waitingCount)
    },
  })
  const failures = new Counter({
    name: 'prajix_request_failures_total',
    help: 'Requests that ended in an error that nobody expected.',
    registers: [registry],
  })
  return { registry, failures }
}

/** What every process tells of itself, counted from the first time that somebody asks. */
export function processMetrics(): { registry: Registry; failures: Counter } {
  held.prajixMetrics ??= open()
  return held.prajixMetrics
}
