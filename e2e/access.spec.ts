import fs from 'node:fs'
import path from 'node:path'
import { demo, expect, signIn, test } from './support/fixtures'

/*
 * Route × role over HTTP: every page and route of app/ has a row, and every row says what each role is
 * answered. A route without a row fails.
 */

type Answer = 200 | 404 | 'sign-in' | 'redirect'
type Row = { at: (ids: Ids) => string; signedOut: Answer; outsider: Answer; owner: Answer }
type Ids = { roomId: string }

const tidewatch = '/projects/tidewatch-harbour-sensor-api'
const open = (at: string): Row => ({ at: () => at, signedOut: 200, outsider: 200, owner: 200 })
const signedIn = (at: string): Row => ({ ...open(at), signedOut: 'sign-in' })
const ownersOf = (at: string): Row => ({
  at: () => at,
  signedOut: 'sign-in',
  outsider: 404,
  owner: 200,
})

const routes: Record<string, Row> = {
  '/': open('/'),
  '/sign-in': { ...open('/sign-in'), outsider: 'redirect', owner: 'redirect' },
  '/sign-up': { ...open('/sign-up'), outsider: 'redirect', owner: 'redirect' },
  '/roadmap': open('/roadmap'),
  '/roadmap/[stepId]': open('/roadmap/databases'),
  '/roadmap/[stepId]/feed.xml': open('/roadmap/databases/feed.xml'),
  '/projects': open('/projects'),
  '/projects/feed.xml': open('/projects/feed.xml?q=tide'),
  '/search/suggest': open('/search/suggest?q=tide'),
  '/projects/new': signedIn('/projects/new'),
  '/projects/saved': signedIn('/projects/saved'),
  '/projects/[slug]': open(tidewatch),
  '/projects/[slug]/edit': ownersOf(`${tidewatch}/edit`),
  '/projects/[slug]/requests': ownersOf(`${tidewatch}/requests`),
  '/projects/[slug]/people': ownersOf(`${tidewatch}/people`),
  '/projects/[slug]/opengraph-image': open(`${tidewatch}/opengraph-image`),
  // Maya is a moderator, too.
  '/moderation': ownersOf('/moderation'),
  '/moderation/skills': ownersOf('/moderation/skills'),
  '/people': signedIn('/people'),
  '/welcome': signedIn('/welcome'),
  '/teams': signedIn('/teams'),
  '/rooms': signedIn('/rooms'),
  '/rooms/search': signedIn('/rooms/search'),
  '/rooms/[roomId]': { ...ownersOf(''), at: ({ roomId }) => `/rooms/${roomId}` },
  '/[handle]': open('/@maya'),
  '/settings/profile': signedIn('/settings/profile'),
  '/settings/privacy': signedIn('/settings/privacy'),
  '/settings/quiet-hours': signedIn('/settings/quiet-hours'),
  '/settings/sessions': signedIn('/settings/sessions'),
  // The sandbox and its languages say nothing about anybody.
  '/run-frame': open('/run-frame'),
  '/run-frame/preview': open('/run-frame/preview'),
  '/runtime/[file]': open('/runtime/manifest.json'),
  // Walked by attachments.spec.ts, with a file; a missing one is missing for everybody.
  '/attachments/[attachmentId]': {
    at: () => '/attachments/01900000-0000-7000-8000-000000000000',
    ...{ signedOut: 404, outsider: 404, owner: 404 },
  },
  '/healthz': open('/healthz'),
  '/readyz': open('/readyz'),
  // For Prometheus alone, which shows a token; without one in the environment there is none.
  '/metrics': { ...open('/metrics'), signedOut: 404, outsider: 404, owner: 404 },
  '/api/auth/[...nextauth]': open('/api/auth/session'),
}
/** Take posts alone; account.spec.ts and attachments.spec.ts walk them. */
const notRead = ['/sign-out', '/attachments']

function routesOfApp(folder = 'app', at = ''): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return entry.name.startsWith('_')
        ? []
        : routesOfApp(
            path.join(folder, entry.name),
            entry.name.startsWith('(') ? at : `${at}/${entry.name}`,
          )
    if (entry.name === 'page.tsx' || entry.name === 'route.ts') return [at || '/']
    if (entry.name === 'opengraph-image.tsx') return [`${at}/opengraph-image`]
    return []
  })
}

test('every route has a row', () => {
  expect([...Object.keys(routes), ...notRead].sort()).toEqual([...new Set(routesOfApp())].sort())
})

test('every route answers every role as its row says', async ({ page, newVisitor }) => {
  const outsider = await newVisitor()
  const owner = await newVisitor()
  const newcomer = demo('newcomer')
  await signIn(outsider, newcomer.email, newcomer.password)
  const maya = demo('owner')
  await signIn(owner, maya.email, maya.password)
  await owner.goto(tidewatch)
  const href = await owner
    .getByRole('main')
    .getByRole('link', { name: /room/i })
    .first()
    .getAttribute('href')
  const roomId = /\/rooms\/([0-9a-f-]{36})/.exec(href ?? '')?.[1] ?? ''
  expect(roomId).not.toBe('')

  for (const [route, row] of Object.entries(routes))
    for (const [role, visitor] of [
      ['signedOut', page],
      ['outsider', outsider],
      ['owner', owner],
    ] as const) {
      const answer = await visitor.request.get(row.at({ roomId }), { maxRedirects: 0 })
      const location = answer.headers().location ?? ''
      const status = answer.status()
      const got =
        status >= 300 && status < 400
          ? new URL(location, 'http://localhost').pathname === '/sign-in'
            ? 'sign-in'
            : 'redirect'
          : status
      expect(got, `${route} as ${role}`).toBe(row[role])
    }
})

test('what looks like somebody else’s page is answered like a missing one', async ({
  newVisitor,
}) => {
  const outsider = await newVisitor()
  const newcomer = demo('newcomer')
  await signIn(outsider, newcomer.email, newcomer.password)
  for (const at of [
    '/projects/no-such-project',
    '/rooms/01900000-0000-7000-8000-000000000000',
    '/rooms/not-a-room',
    '/@nobody-at-all',
    '/maya',
    '/roadmap/no-such-step',
  ])
    expect((await outsider.request.get(at)).status(), at).toBe(404)
})

test('a foreign or null origin posts nothing', async ({ page, stack, newVisitor }) => {
  const visitor = await newVisitor()
  const maya = demo('owner')
  await signIn(visitor, maya.email, maya.password)
  for (const origin of ['null', 'https://evil.example', `${stack.url}.evil.example`])
    for (const at of ['/sign-out', '/projects/new', '/api/auth/callback/credentials'])
      for (const who of [page, visitor])
        expect(
          (await who.request.post(at, { headers: { origin }, form: {} })).status(),
          `${at} from ${origin}`,
        ).toBe(403)
  // Still signed in.
  expect((await visitor.request.get('/teams', { maxRedirects: 0 })).status()).toBe(200)
})

test('pages carry the headers that browsers need to protect people', async ({ page }) => {
  const answer = await page.request.get('/')
  const headers = answer.headers()
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src [^;]*'nonce-/)
  expect(policy).not.toMatch(/script-src [^;]*'unsafe/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("object-src 'none'")
  expect(policy).toContain("base-uri 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
})
