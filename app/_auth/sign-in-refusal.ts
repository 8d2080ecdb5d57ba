import { logUnknown } from '@/app/log-unknown'
import { wrongCredentials } from '@/domain/accounts/verify-credentials'
import { DomainError, RateLimited } from '@/domain/errors'

/** Why nobody was signed in, as a word that may stand in an address. */
export function refusalCode(error: unknown, by: 'password' | 'provider'): string {
  if (error instanceof RateLimited)
    return `RateLimited.${Math.max(1, Math.ceil(error.retryAfter / 60_000))}`
  if (error instanceof DomainError) {
    if (by === 'password') return 'Refused'
    return error.code === 'Conflict' ? 'AddressTaken' : 'NoVerifiedAddress'
  }
  logUnknown(error)
  return 'Unavailable'
}

const sentences = new Map([
  ['Refused', wrongCredentials],
  ['CredentialsSignin', wrongCredentials],
  [
    'AddressTaken',
    'An account with the address of that provider exists already. Sign in to it with your password.',
  ],
  ['NoVerifiedAddress', 'Verify an e-mail address with that provider first, then try again.'],
  ['AccessDenied', 'The provider did not sign you in. Try again, or use your password.'],
  ['Configuration', 'Signing in is not set up correctly here. Tell whoever runs this site.'],
])

/** Only sentences of our own: the code comes from the address bar, where anybody can write. */
export function refusalSentence(code: string): string {
  const [word, minutes] = code.split('.')
  if (word === 'RateLimited') {
    const wait = Number.parseInt(minutes ?? '', 10)
    const time = wait > 1 && wait <= 60 ? `${wait} minutes` : 'a minute'
    return `That was one try too many. Try again in ${time}.`
  }
  return sentences.get(word ?? '') ?? 'You could not be signed in just now. Try again in a moment.'
}
