import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/app/_request/content-security-policy'
import { isForeignRequest } from '@/app/_request/is-foreign-request'
import { requestOrigin } from '@/app/_request/request-origin'
import { runFramePolicy } from '@/app/_request/run-frame-policy'
import { env } from '@/env'

/**
 * Runs before every page and action: refuses posts from other sites and sets the headers that guard a
 * page. It authorises nothing; that is done where data is read and written.
 */
export function proxy(request: NextRequest) {
  const setting = env()
  if (isForeignRequest(request, setting))
    return new NextResponse('This request comes from another site, so it was not carried out.', {
      status: 403,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  const origin = requestOrigin(request.headers, setting)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  // A page may be opened under another name than APP_URL's, and finds the realtime process under that.
  const asked = requestOrigin(request.headers, { ...setting, APP_URL: undefined })
  const policy =
    runFramePolicy(request.nextUrl.pathname, nonce) ??
    contentSecurityPolicy(nonce, [origin, asked], setting)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Next takes the nonce for its own scripts from here.
  headers.set('Content-Security-Policy', policy)
  // For the way back after signing in.
  headers.set('x-prajix-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of guards) response.headers.set(name, value)
  response.headers.set('Content-Security-Policy', policy)
  if (origin.startsWith('https:'))
    response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

const guards = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), payment=(), usb=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
] as const

export const config = {
  // Files that never change, and the probes, cost nothing here. Whole names: a page whose name merely
  // begins like one of them must not slip past.
  // Uploads go straight to their route, which checks their origin: bodies that pass here are held in memory.
  matcher: [
    '/((?!_next/static/|attachments(?:/|$)|_next/image$|favicon\\.ico$|icon\\.svg$|healthz$|readyz$|metrics$).*)',
  ],
}
