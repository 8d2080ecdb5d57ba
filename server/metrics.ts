import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ClientEventName, RoomEvent } from '@/contracts/realtime'
import { processMetrics } from '@/domain/process-metrics'
import type { Deliveries } from './deliveries'
import type { RealtimeServer } from './realtime-server'

/** What a node counts about itself, for Prometheus. Names and help texts are in docs/operations.md. */
export type Metrics = {
  /** An event of a client has been answered. @param outcome `ok`, or the code of the refusal */
  answered(event: ClientEventName, outcome: string, milliseconds: number): void
  /** A request was refused unread, because too many are under way. */
  shed(event: ClientEventName): void
  /** Room events were told to this node's sockets. */
  told(events: RoomEvent[]): void
  caughtUp(events: number): void
  batched(messages: number): void
  dropped(): void
  read(): Promise<{ type: string; body: string }>
}

export function createMetrics(io: RealtimeServer, deliveries: Pick<Deliveries, 'rooms'>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  new Gauge({
    name: 'prajix_connections',
    help: 'Sockets on this node.',
    registers,
    collect() {
      this.set(io.of('/').sockets.size)
    },
  })
  new Gauge({
    name: 'prajix_rooms',
    help: 'Rooms with a socket on this node.',
    registers,
    collect() {
      this.set(deliveries.rooms().length)
    },
  })
  const answers = new Counter({
    name: 'prajix_client_events_total',
    help: 'Events of clients by what was answered.',
    labelNames: ['event', 'outcome'],
    registers,
  })
  const acks = new Histogram({
    name: 'prajix_ack_seconds',
    help: 'From the arrival of an event to its answer.',
    labelNames: ['event'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const shed = new Counter({
    name: 'prajix_shed_total',
    help: 'Events refused unread because too many were under way.',
    labelNames: ['event'],
    registers,
  })
  const events = new Counter({
    name: 'prajix_room_events_total',
    help: 'Changes of rooms that this node published.',
    labelNames: ['kind'],
    registers,
  })
  const catchUps = new Histogram({
    name: 'prajix_catch_up_events',
    help: 'Events in the answer to one room joined.',
    buckets: [0, 1, 5, 20, 50, 100, 200],
    registers,
  })
  const batches = new Histogram({
    name: 'prajix_message_batch_size',
    help: 'Messages stored by one statement.',
    buckets: [1, 2, 5, 10, 25, 50, 100, 250],
    registers,
  })
  const dropped = new Counter({
    name: 'prajix_dropped_sockets_total',
    help: 'Sockets cut because their reader had stalled.',
    registers,
  })
  return {
    answered(event, outcome, milliseconds) {
      answers.inc({ event, outcome })
      acks.observe({ event }, milliseconds / 1_000)
    },
    shed: (event) => shed.inc({ event }),
    told(told) {
      for (const { kind } of told) events.inc({ kind })
    },
    caughtUp: (count) => catchUps.observe(count),
    batched: (count) => batches.observe(count),
    dropped: () => dropped.inc(),
    async read() {
      const all = Registry.merge([processMetrics().registry, registry])
      return { type: all.contentType, body: await all.metrics() }
    },
  }
}
