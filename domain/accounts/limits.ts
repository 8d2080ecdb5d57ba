import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { limit } from '@/domain/limit'
import type { Requester } from './requester'

const quarter = 15 * 60

/*
 * Only failed tries to sign in stay counted. The pair of account and address is the narrow limit, so
 * that a stranger who guesses cannot lock the account's owner out; the other two stop many guessers of
 * one account, and one guesser of many accounts.
 */
export const signInLimits = {
  pair: limit('sign-in-pair', { tries: 8, seconds: quarter }),
  account: limit('sign-in-account', { tries: 60, seconds: quarter }),
  address: limit('sign-in-address', { tries: 60, seconds: quarter }),
}

/** Wide enough for a class behind one network address. */
export const signUpLimit = limit('sign-up-address', { tries: 40, seconds: 60 * 60 })
export const providerLimit = limit('provider-address', { tries: 60, seconds: 60 * 60 })

/** Successes count here, and nowhere else: each costs a hash and leaves a session behind. */
export const startLimit = limit('sign-in-success', { tries: 300, seconds: 60 * 60 })

/** Everything that a signed-in person can change through forms, together. */
export const formLimit = limit('form', { tries: 300, seconds: 60 })

/** A subscriber has a whole /64 of IPv6 and can come from another address of it with every try. */
export function addressKey({ address }: Requester): string {
  if (!address) return 'unknown'
  if (!isIPv6(address)) return address
  const [front = '', back] = address.replace(/%.*$/, '').split('::')
  const given = front.split(':').filter(Boolean)
  // `::` stands for as many zeros as are missing; whatever of the front it leaves open is among them.
  const tail = back === undefined ? [] : back.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - given.length - tail.length) }, () => '0')
  const network = [...given, ...zeros, ...tail].slice(0, 4)
  return `${network.map((part) => Number.parseInt(part, 16).toString(16)).join(':')}::/64`
}
/** A hash: limits need not know who tries, and a key stays short whatever was typed. */
export const accountKey = (email: string) =>
  createHash('sha256').update(email.toLowerCase()).digest('base64url')
