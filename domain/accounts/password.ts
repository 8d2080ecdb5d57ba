import { hash, verify } from '@node-rs/argon2'

/** argon2id, the library's default algorithm, at 19 MiB, two passes and one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** @returns the hash in PHC form, with its salt and costs. */
export const hashPassword = (password: string) => hash(password, cost)

/**
 * Compares with nobody's hash where there is none, so that an unknown address costs the same time as
 * a wrong password.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? nobody, password).catch(() => false)
  return stored !== null && matches
}

/** Of a random password that nobody kept. */
export const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$5YabRszBv5ddv3M9clunPw$3ddDfr+Mi0V8ZDayOI6dDzPSP4n7VIrOqP2KD3ca+jg'
