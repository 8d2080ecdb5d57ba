import { z } from 'zod'
import { id, sequence } from '@/contracts/inputs'
import {
  failure,
  messageView,
  roomEvent,
  type ServerEvents,
  signalIds,
  signalNames,
} from '@/contracts/realtime'
import type { Accepted, Answer, Request } from './transport'

const ok = { ok: z.literal(true) }
const sequenced = z.object({ ...ok, seq: sequence })
const messagesPage = z.object({ ...ok, messages: z.array(messageView), more: z.boolean() })

const answers: { [Name in Request]: z.ZodType<Accepted<Name>> } = {
  'room:join': z.object({
    ...ok,
    seq: sequence,
    events: z.array(roomEvent),
    more: z.boolean(),
    startAfresh: z.boolean(),
    present: z.array(id),
    lastReadSeq: sequence,
  }),
  'room:leave': z.object(ok),
  'room:read': z.object({ ...ok, lastReadSeq: sequence }),
  'room:load': messagesPage,
  'message:send': z.object({ ...ok, event: roomEvent }),
  'message:edit': sequenced,
  'message:delete': sequenced,
  'reaction:add': sequenced,
  'reaction:remove': sequenced,
}

export function parseAnswer<Name extends Request>(name: Name, raw: unknown): Answer<Name> {
  const refused = failure.safeParse(raw)
  if (refused.success) return refused.data
  const accepted = answers[name].safeParse(raw)
  if (accepted.success) return accepted.data
  return {
    ok: false,
    code: 'Outdated',
    message: 'Prajix has been updated. Reload the page to go on.',
  }
}

const signals = Object.fromEntries(signalNames.map((name) => [name, signalIds]))
const events: Record<string, z.ZodType> = {
  ...signals,
  'room:advanced': z.object({ roomId: id, events: z.array(roomEvent).min(1) }),
  'presence:changed': z.object({ roomId: id, present: z.array(id) }),
  'typing:started': z.object({ roomId: id, personId: id, name: z.string() }),
  'room:closed': z.object({ roomId: id }),
}

/**
 * The payload of a server event, parsed; undefined when it is not one this page knows. Dropping it is
 * safe: a room notices the gap and asks, and signals only make pages look again.
 */
export function parseEvent<Name extends keyof ServerEvents>(
  name: Name,
  raw: unknown,
): Parameters<ServerEvents[Name]> | undefined {
  const schema = events[name]
  if (!schema) return [] as unknown as Parameters<ServerEvents[Name]>
  const parsed = schema.safeParse(raw)
  return parsed.success ? ([parsed.data] as Parameters<ServerEvents[Name]>) : undefined
}
