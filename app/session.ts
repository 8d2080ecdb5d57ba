import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { sessionIdFrom } from '@/app/_auth/session-token'
import { requestOrigin } from '@/app/_request/request-origin'
import { findSession } from '@/domain/accounts/find-session'
import type { Actor, Viewer } from '@/domain/actor'
import { env } from '@/env'

/** Who looks at this page: the live session row behind the cookie, read once per request. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const jar = (await cookies()).getAll()
  const secure = requestOrigin(await headers(), env()).startsWith('https:')
  const sessionId = await sessionIdFrom(jar, secure, env().AUTH_SECRET)
  return sessionId ? findSession(sessionId) : null
})

/** The signed-in person; anybody else is sent to sign in, and comes back afterwards. */
export async function requireActor(): Promise<Actor> {
  const viewer = await getViewer()
  if (viewer) return viewer
  const path = (await headers()).get('x-prajix-path') ?? '/'
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}
