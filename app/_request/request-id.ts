import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

// Next bundles modules more than once; what a request begins under has to be found by all of them.
const held = globalThis as { prajixRequests?: AsyncLocalStorage<string> }
held.prajixRequests ??= new AsyncLocalStorage<string>()
const requests = held.prajixRequests

const plain = /^[\w-]{8,64}$/

/**
 * Gives the request that begins here an id, under which everything is logged that it leads to.
 * @param given what a proxy has called it; null where none is believed
 */
export function beginRequest(given: string | null): string {
  const id = given && plain.test(given) ? given : randomUUID()
  requests.enterWith(id)
  return id
}

/** The id of the request that is being answered; undefined outside of one. */
export const requestId = (): string | undefined => requests.getStore()
