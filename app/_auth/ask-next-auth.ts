import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { authOptions } from '@/app/_auth/auth-options'
import type { Requester } from '@/domain/accounts/requester'

export type Question = {
  method: 'GET' | 'POST'
  /** As after /api/auth/: `['callback', 'credentials']`. */
  path: string[]
  query?: Record<string, string>
  body?: Record<string, string>
  cookies: Record<string, string>
  requester: Requester
  /** Under which the browser knows us. */
  origin: string
}
export type Answer = {
  status: number
  headers: Record<string, string>
  /** Whole Set-Cookie lines. */
  setCookies: string[]
  redirect: string | null
  body: string
}

/**
 * Runs one action of next-auth in this process, for the route that browsers and providers call and for
 * our own forms. next-auth learns its own origin from the environment or from forwarded headers, and
 * here alone both are under our control: a client cannot move it to another host.
 */
export async function askNextAuth(question: Question): Promise<Answer> {
  process.env.AUTH_TRUST_HOST = '1'
  delete process.env.NEXTAUTH_URL
  const { host, protocol } = new URL(question.origin)
  const request = {
    method: question.method,
    query: { ...question.query, nextauth: question.path },
    body: question.body ?? {},
    cookies: question.cookies,
    headers: { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.replace(':', '') },
  }
  const answer: Answer = { status: 200, headers: {}, setCookies: [], redirect: null, body: '' }
  const response = {
    status(code: number) {
      answer.status = code
      return response
    },
    getHeader: (name: string) =>
      name.toLowerCase() === 'set-cookie' ? answer.setCookies : answer.headers[name],
    setHeader(name: string, value: string | string[]) {
      if (Array.isArray(value)) answer.setCookies = value
      else if (name === 'Location') answer.redirect = value
      else answer.headers[name] = value
      return response
    },
    json(value: unknown) {
      answer.headers['Content-Type'] = 'application/json'
      answer.body = JSON.stringify(value)
    },
    send(value: unknown) {
      if (typeof value === 'string') answer.body = value
      else if (value !== undefined) response.json(value)
    },
    end() {},
  }
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(question.requester, question.origin),
  )
  return answer
}
