import { NextRequest } from 'next/server'
import { expect, it } from 'vitest'
import { clientAddress } from '@/app/_request/client-address'
import { isForeignRequest } from '@/app/_request/is-foreign-request'
import { requestOrigin } from '@/app/_request/request-origin'
import { proxy } from '@/proxy'

const open = { APP_URL: undefined, TRUSTED_PROXIES: 0 }
const asked = (headers: Record<string, string>, method = 'POST') => ({
  method,
  headers: new Headers({ host: 'prajix.test:3000', ...headers }),
})
const cookie = 'next-auth.session-token=x'

it.each([
  ['our own page', { origin: 'http://prajix.test:3000', cookie }, false],
  [
    'our own page over TLS, ended by a proxy',
    { origin: 'https://prajix.test:3000', cookie },
    false,
  ],
  ['a client without cookies', {}, false],
  ['null', { origin: 'null' }, true],
  ['null with cookies', { origin: 'null', cookie }, true],
  ['no origin, but cookies', { cookie }, true],
  ['another site', { origin: 'http://evil.example', cookie }, true],
  ['another port', { origin: 'http://prajix.test:4000', cookie }, true],
  ['a longer name', { origin: 'http://prajix.test:3000.evil.example', cookie }, true],
  ['a name that ends like ours', { origin: 'http://evilprajix.test:3000', cookie }, true],
  ['a subdomain', { origin: 'http://x.prajix.test:3000', cookie }, true],
  ['our name as a user', { origin: 'http://prajix.test:3000@evil.example', cookie }, true],
  ['a user before our name', { origin: 'http://evil@prajix.test:3000', cookie }, true],
  ['a path', { origin: 'http://prajix.test:3000/evil', cookie }, true],
  ['another scheme', { origin: 'ftp://prajix.test:3000', cookie }, true],
  [
    'a forwarded host that nobody vouches for',
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example', cookie },
    true,
  ],
  ['two origins', { origin: 'http://prajix.test:3000, http://evil.example', cookie }, true],
  ['an empty origin', { origin: '', cookie }, true],
])('a post from %s', (_, headers, foreign) => {
  expect(isForeignRequest(asked(headers as Record<string, string>), open)).toBe(foreign)
})

it('lets reading be, from wherever', () => {
  for (const method of ['GET', 'HEAD'])
    expect(isForeignRequest(asked({ origin: 'null', cookie }, method), open)).toBe(false)
  for (const method of ['PUT', 'PATCH', 'DELETE', 'post'])
    expect(isForeignRequest(asked({ origin: 'null', cookie }, method), open)).toBe(true)
})

it('accepts APP_URL beside the host at hand', () => {
  const setting = { APP_URL: 'https://prajix.example/', TRUSTED_PROXIES: 0 }
  const from = (origin: string) => isForeignRequest(asked({ origin, cookie }), setting)
  expect(from('https://prajix.example')).toBe(false)
  expect(from('http://prajix.test:3000')).toBe(false)
  expect(from('http://prajix.example')).toBe(true)
})

it('takes its origin from APP_URL, else from the host, and forwarded names from trusted proxies only', () => {
  const headers = new Headers({
    host: 'inside:3000',
    'x-forwarded-host': 'prajix.example',
    'x-forwarded-proto': 'https',
  })
  expect(requestOrigin(headers, open)).toBe('http://inside:3000')
  expect(requestOrigin(headers, { ...open, TRUSTED_PROXIES: 1 })).toBe('https://prajix.example')
  expect(requestOrigin(headers, { ...open, APP_URL: 'https://app.example/x' })).toBe(
    'https://app.example',
  )
  expect(requestOrigin(new Headers({ host: 'a b;c' }), open)).toBe('http://localhost')
})

it.each([
  ['10.0.0.1', undefined, 0, '10.0.0.1'],
  ['10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
  ['10.0.0.1', '1.2.3.4', 1, '1.2.3.4'],
  ['10.0.0.1', 'forged, 1.2.3.4', 1, '1.2.3.4'],
  ['10.0.0.1', 'forged, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
  ['10.0.0.1', undefined, 2, '10.0.0.1'],
  ['::ffff:127.0.0.1', '', 0, '127.0.0.1'],
  [undefined, undefined, 0, null],
])(
  'of socket %s, forwarded %s and %d proxies the client is %s',
  (socket, told, proxies, client) => {
    expect(clientAddress(socket, told, proxies)).toBe(client)
  },
)

const request = (headers: Record<string, string>, method = 'GET') =>
  new NextRequest('http://prajix.test:3000/projects?q=a', {
    method,
    headers: { host: 'prajix.test:3000', ...headers },
  })

it('refuses a null origin at the door', () => {
  expect(proxy(request({ origin: 'null' }, 'POST')).status).toBe(403)
  expect(proxy(request({ origin: 'http://prajix.test:3000' }, 'POST')).status).toBe(200)
})

it('gives every page a nonce of its own and a policy around it', () => {
  const [one, two] = [proxy(request({})), proxy(request({}))]
  const policy = one.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/)
  expect(policy).not.toContain('unsafe-eval')
  for (const directive of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "connect-src 'self' ws://prajix.test:3001",
  ])
    expect(policy.split('; ')).toContain(directive)
  expect(two.headers.get('content-security-policy')).not.toBe(policy)
  expect(one.headers.get('x-content-type-options')).toBe('nosniff')
  expect(one.headers.get('strict-transport-security')).toBeNull()
  expect(one.headers.get('x-middleware-request-x-prajix-path')).toBe('/projects?q=a')
})

it('does not let a Host header write into the policy', () => {
  const response = proxy(request({ host: "x; script-src 'unsafe-inline'" }))
  expect(response.headers.get('content-security-policy')).toContain('ws://localhost:3001')
})
