import { randomUUID } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { expect, it } from 'vitest'
import { type Answer, askNextAuth, type Question } from '@/app/_auth/ask-next-auth'
import { configuredProviders } from '@/app/_auth/auth-providers'
import { sessionIdFrom } from '@/app/_auth/session-token'
import { signUpInput } from '@/contracts/inputs'
import { endSession } from '@/domain/accounts/end-session'
import { findSession } from '@/domain/accounts/find-session'
import { signUp } from '@/domain/accounts/sign-up'
import { env } from '@/env'

const password = 'correct horse battery'
const requester = () => ({ address: randomUUID(), userAgent: 'a test' })
const pairs = (answer: Answer) =>
  answer.setCookies.map((line) => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
    return { name, value: decodeURIComponent(value), line }
  })

/** A browser that keeps cookies between its questions. */
function browser(origin = 'http://prajix.test:3000') {
  const jar: Record<string, string> = {}
  const lines: string[] = []
  async function ask(question: Pick<Question, 'method' | 'path' | 'body' | 'query'>) {
    const answer = await askNextAuth({ ...question, cookies: jar, requester: requester(), origin })
    for (const { name, value, line } of pairs(answer)) {
      if (/max-age=0/i.test(line)) delete jar[name]
      else jar[name] = value
      lines.push(line)
    }
    return answer
  }
  async function post(path: string[], body: Record<string, string>) {
    const csrf = await ask({ method: 'GET', path: ['csrf'] })
    const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string }
    return ask({ method: 'POST', path, body: { ...body, csrfToken } })
  }
  const cookies = () => Object.entries(jar).map(([name, value]) => ({ name, value }))
  return { ask, post, cookies, lines }
}
async function account() {
  const handle = `p-${randomUUID().slice(0, 18)}`
  const email = `${handle}@example.com`
  await signUp(requester(), signUpInput.parse({ name: 'Ada', handle, email, password }))
  return { email, handle }
}
const credentials = ['callback', 'credentials']

it('signs in with a session row behind the cookie, and out by ending the row', async () => {
  const { email, handle } = await account()
  const one = browser()
  const answer = await one.post(credentials, { email, password })
  expect(answer.redirect).toBe('http://prajix.test:3000')
  const sessionId = await sessionIdFrom(one.cookies(), false, env().AUTH_SECRET)
  const actor = await findSession(sessionId ?? '')
  expect(actor).toMatchObject({ handle, sessionId })
  const cookie = one.lines.find((line) => line.startsWith('next-auth.session-token='))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Secure/)

  await one.post(['signout'], {})
  expect(await findSession(sessionId ?? '')).toBeNull()
  expect(await sessionIdFrom(one.cookies(), false, env().AUTH_SECRET)).toBeNull()
})

it('keeps names and addresses out of the token', async () => {
  const { email } = await account()
  const one = browser()
  await one.post(credentials, { email, password })
  const token = one.cookies().find(({ name }) => name === 'next-auth.session-token')?.value
  const held = await decode({ token, secret: env().AUTH_SECRET })
  expect(Object.keys(held ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid', 'sub'])
})

it('tells of nobody once the session has ended, though the cookie lives on', async () => {
  const { email } = await account()
  const one = browser()
  await one.post(credentials, { email, password })
  const who = async () => JSON.parse((await one.ask({ method: 'GET', path: ['session'] })).body)
  expect(await who()).toMatchObject({ user: { name: 'Ada' } })
  const actor = await findSession(
    (await sessionIdFrom(one.cookies(), false, env().AUTH_SECRET)) ?? '',
  )
  if (!actor) throw new Error('not signed in')
  await endSession(actor, { sessionId: actor.sessionId })
  expect(await who()).not.toHaveProperty('user')
})

it('answers an unknown address and a wrong password alike, with no cookie for either', async () => {
  const { email } = await account()
  const [known, unknown] = [browser(), browser()]
  const wrong = await known.post(credentials, { email, password: 'a guess at it' })
  const nobody = await unknown.post(credentials, { email: 'who@example.com', password: 'a guess' })
  expect([nobody.status, nobody.redirect]).toEqual([wrong.status, wrong.redirect])
  expect(wrong.redirect).toContain('error=Refused')
  for (const each of [known, unknown])
    expect(each.cookies().some(({ name }) => name.includes('session-token'))).toBe(false)
})

it('wants its own token of a form, so that another site cannot sign people in', async () => {
  const { email } = await account()
  const one = browser()
  await one.ask({ method: 'POST', path: credentials, body: { email, password, csrfToken: 'x' } })
  expect(one.cookies().some(({ name }) => name.includes('session-token'))).toBe(false)
})

it('marks cookies secure over https, and believes only those there', async () => {
  const { email } = await account()
  const one = browser('https://prajix.example')
  await one.post(credentials, { email, password })
  const secret = env().AUTH_SECRET
  expect(one.lines.every((line) => /Secure/.test(line))).toBe(true)
  expect(await sessionIdFrom(one.cookies(), true, secret)).not.toBeNull()
  expect(await sessionIdFrom(one.cookies(), false, secret)).toBeNull()
})

it('reads a cookie in chunks, and nothing from a token that is not ours', async () => {
  const secret = env().AUTH_SECRET
  const name = 'next-auth.session-token'
  const sid = randomUUID()
  const token = await encode({ token: { sid }, secret })
  const chunks = [
    { name: `${name}.1`, value: token.slice(40) },
    { name: `${name}.0`, value: token.slice(0, 40) },
  ]
  expect(await sessionIdFrom(chunks, false, secret)).toBe(sid)
  const forged = await encode({ token: { sid }, secret: 'another-secret-another-secret-123' })
  const expired = await encode({ token: { sid }, secret, maxAge: -60 })
  for (const value of [forged, expired, 'x', '', token.slice(1)])
    expect(await sessionIdFrom([{ name, value }], false, secret)).toBeNull()
})

it('sends nobody to another host afterwards', async () => {
  const { email } = await account()
  for (const callbackUrl of [
    'https://evil.example/x',
    '//evil.example',
    'http://prajix.test.evil',
  ]) {
    const answer = await browser().post(credentials, { email, password, callbackUrl })
    expect(new URL(answer.redirect ?? '').origin).toBe('http://prajix.test:3000')
  }
})

it('offers a provider only with both of its keys', () => {
  const none = {
    GITHUB_ID: undefined,
    GITHUB_SECRET: undefined,
    GOOGLE_ID: undefined,
    GOOGLE_SECRET: undefined,
  }
  expect(configuredProviders(none)).toEqual([])
  expect(configuredProviders({ ...none, GITHUB_ID: 'a' })).toEqual([])
  expect(
    configuredProviders({ ...none, GITHUB_ID: 'a', GITHUB_SECRET: 'b', GOOGLE_SECRET: 'c' }),
  ).toEqual([{ id: 'github', name: 'GitHub' }])
})
