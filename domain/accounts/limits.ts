import { createHash } from 'node:crypto'
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

export const addressKey = ({ address }: Requester) => address ?? 'unknown'
/** A hash: limits need not know who tries, and a key stays short whatever was typed. */
export const accountKey = (email: string) =>
  createHash('sha256').update(email.toLowerCase()).digest('base64url')
