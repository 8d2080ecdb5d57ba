import { cookies, headers } from 'next/headers'
import { NextResponse } from 'next/server'
import { askNextAuth } from '@/app/_auth/ask-next-auth'
import { currentRequester } from '@/app/_auth/current-requester'
import { requestOrigin } from '@/app/_request/request-origin'
import { env } from '@/env'

/**
 * Lets a server action post to next-auth as a browser would, and hands its cookies to the browser.
 * A form of ours then needs no script, no second round trip and no password in a fetch.
 * @returns where next-auth sends the person, and the code of its refusal if it refused.
 */
export async function postToNextAuth(
  path: string[],
  fields: Record<string, string>,
): Promise<{ redirect: string; refusal: string | null }> {
  const jar = await cookies()
  const common = {
    requester: await currentRequester(),
    origin: requestOrigin(await headers(), env()),
  }
  const sent = Object.fromEntries(jar.getAll().map((each) => [each.name, each.value]))
  const csrf = await askNextAuth({ ...common, method: 'GET', path: ['csrf'], cookies: sent })
  const fresh = cookiesOf(csrf.setCookies)
  for (const each of fresh) sent[each.name] = each.value
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string }
  const body = { ...fields, csrfToken }
  const answer = await askNextAuth({ ...common, method: 'POST', path, body, cookies: sent })
  // Next's parser drops a Max-Age of nought, with which next-auth clears a cookie.
  for (const each of [...fresh, ...cookiesOf(answer.setCookies)])
    jar.set(each.value ? each : { ...each, expires: new Date(0) })
  const redirect = answer.redirect ?? '/'
  return { redirect, refusal: new URL(redirect, common.origin).searchParams.get('error') }
}

function cookiesOf(lines: string[]) {
  const response = new NextResponse(null, {
    headers: lines.map((line): [string, string] => ['Set-Cookie', line]),
  })
  return response.cookies.getAll()
}
