import { decode } from 'next-auth/jwt'
import { findSession } from '@/domain/accounts/find-session'
import type { Actor } from '@/domain/actor'
import { env } from '@/env'

const cookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token']

/** The person behind the session cookie that the web process set; null unless its session is live. */
export async function authenticate(cookieHeader: string | undefined): Promise<Actor | null> {
  const cookies = parseCookies(cookieHeader ?? '')
  for (const name of cookieNames) {
    const sessionId = await readSessionId(joinChunks(cookies, name))
    const actor = sessionId && (await findSession(sessionId))
    if (actor) return actor
  }
  return null
}

async function readSessionId(token: string): Promise<string | null> {
  if (token === '') return null
  try {
    const claims = await decode({ token, secret: env().AUTH_SECRET })
    return typeof claims?.sid === 'string' ? claims.sid : null
  } catch {
    // Expired, altered, or signed with another secret: all the same to us.
    return null
  }
}

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  return cookies
}

/** next-auth cuts a long token into name.0, name.1 … */
function joinChunks(cookies: Map<string, string>, name: string): string {
  const whole = cookies.get(name)
  if (whole !== undefined) return whole
  let joined = ''
  for (let at = 0; ; at++) {
    const chunk = cookies.get(`${name}.${at}`)
    if (chunk === undefined) return joined
    joined += chunk
  }
}
