import { cookies } from 'next/headers'
import { askNextAuth } from '@/app/_auth/ask-next-auth'
import { currentRequester } from '@/app/_auth/current-requester'
import { requestOrigin } from '@/app/_request/request-origin'
import { env } from '@/env'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What we use of next-auth. Its `_log`, for one, would let anybody write into our log. */
const known = {
  GET: ['providers', 'session', 'csrf', 'signin', 'signout', 'callback', 'error'],
  POST: ['signin', 'signout', 'callback'],
}
const longestBody = 10_000

async function answer(method: 'GET' | 'POST', request: Request, context: Context) {
  const { nextauth } = await context.params
  if (!known[method].includes(nextauth[0] ?? '')) return new Response('Not found', { status: 404 })
  const body = method === 'POST' ? await readBody(request) : {}
  if (!body) return new Response('Bad request', { status: 400 })
  const answered = await askNextAuth({
    method,
    path: nextauth,
    query: Object.fromEntries(new URL(request.url).searchParams),
    body,
    cookies: Object.fromEntries((await cookies()).getAll().map((each) => [each.name, each.value])),
    requester: await currentRequester(),
    origin: requestOrigin(request.headers, env()),
  })
  const headers = new Headers(answered.headers)
  for (const line of answered.setCookies) headers.append('Set-Cookie', line)
  if (answered.redirect) headers.set('Location', answered.redirect)
  return new Response(answered.redirect ? null : answered.body, {
    status: answered.status,
    headers,
  })
}

/** Flat string fields, sent as a form or as JSON; null for anything else. */
async function readBody(request: Request): Promise<Record<string, string> | null> {
  if (Number(request.headers.get('content-length')) > longestBody) return null
  const text = await request.text()
  if (text.length > longestBody) return null
  if (!request.headers.get('content-type')?.includes('application/json'))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>)
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
  } catch {
    return null
  }
}

export const GET = (request: Request, context: Context) => answer('GET', request, context)
export const POST = (request: Request, context: Context) => answer('POST', request, context)
