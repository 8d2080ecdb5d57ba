import type { ClientEvents, Failure, ServerEvents } from '@/contracts/realtime'

export type ConnectionStatus = 'online' | 'reconnecting' | 'offline'

/** Events that the server answers. */
export type Request = Exclude<keyof ClientEvents, Hint>
/** Ephemeral events, without an answer. */
export type Hint = 'typing:start' | 'presence:set' | 'cursor:move' | 'run:print'
type Asked<Name extends Request> = Parameters<Parameters<ClientEvents[Name]>[1]>[0]
export type Accepted<Name extends Request> = Extract<Asked<Name>, { ok: true }>
/** `Outdated`: the answer is not one that this page knows, for the server is newer. */
export type Refusal =
  | Failure
  | { ok: false; code: 'Outdated'; message: string; retryAfter?: number }
export type Answer<Name extends Request> = Accepted<Name> | Refusal

/** Events that carry something; the end of the session is the connection's own affair. */
export type Heard = Exclude<keyof ServerEvents, 'session:ended'>
export type Payload<Name extends Heard> = Parameters<ServerEvents[Name]>[0]

/** What the room needs of a connection; a test lends its own. */
export interface Transport {
  /** Never rejects: no answer in time, or no connection, is the refusal `Unavailable`. */
  request<Name extends Request>(name: Name, input: object): Promise<Answer<Name>>
  /** Ephemeral: dropped when there is no connection. */
  hint(name: Hint, input: object): void
  /** Payloads are parsed before they get here. Returns how to stop listening. */
  on<Name extends Heard>(name: Name, listener: (payload: Payload<Name>) => void): () => void
  status(): ConnectionStatus
  onStatus(listener: () => void): () => void
}

/** Whether the same request may well succeed later. */
export function passes(refusal: Refusal): boolean {
  return refusal.code === 'Unavailable' || refusal.code === 'RateLimited'
}

/**
 * Milliseconds before try number `tries` (from 0), spread so that clients do not come back together; never so
 * long that what was waiting is not sent within five seconds of the end of an outage.
 */
export function backoff(tries: number): number {
  return Math.min(4_000, 1000 * 2 ** tries) * (0.5 + Math.random() / 2)
}
