import { randomInt } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { closeDatabase } from '@/db/client'
import { demoLogins } from '@/db/seed/demo-logins'
import { readStack, type Stack } from './stack'

export { expect }

type Guard = {
  watch(context: BrowserContext): void
  allow(pattern: RegExp): void
}
type TestFixtures = {
  guard: Guard
  /** Errors that a test brings about on purpose, by their text. */
  allowErrors: (pattern: RegExp) => void
  /** Another person: a page in a browser context of its own. */
  newVisitor: (options?: { url?: string }) => Promise<Page>
}

/** A made-up address: the site believes one proxy, so each person has their own limits. */
export const someAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

export const test = base.extend<TestFixtures, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      const stack = readStack()
      // For the use-cases that make whom and what a test begins with.
      process.env.DATABASE_URL = stack.databaseUrl
      process.env.AUTH_SECRET = stack.authSecret
      await use(stack)
      await closeDatabase()
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ stack }, use) => {
      const { executablePath, args, env } = stack.browser
      await use({ executablePath, args, env: { ...definedEnvironment(), ...env } })
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.url)
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  extraHTTPHeaders: async ({}, use) => {
    await use({ 'x-forwarded-for': someAddress() })
  },
  guard: [
    async ({ context }, use, info) => {
      const problems: string[] = []
      const allowed: RegExp[] = []
      const guard: Guard = {
        allow: (pattern) => allowed.push(pattern),
        watch: (watched) => {
          // Chromium reports violations of the content security policy here too.
          watched.on('console', (message) => {
            if (message.type() === 'error') {
              const { url } = message.location()
              problems.push(`console: ${message.text()}${url ? ` (${url})` : ''}`)
            }
          })
          watched.on('weberror', (error) =>
            problems.push(`page: ${error.error().stack ?? error.error()}`),
          )
        },
      }
      guard.watch(context)
      await use(guard)
      const left = problems.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      if (info.status === info.expectedStatus)
        expect(left, 'errors in the browser during the test').toEqual([])
    },
    { auto: true },
  ],
  allowErrors: async ({ guard }, use) => {
    await use((pattern) => guard.allow(pattern))
  },
  newVisitor: async ({ browser, guard, stack }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: options.url ?? stack.url,
        extraHTTPHeaders: { 'x-forwarded-for': someAddress() },
      })
      contexts.push(context)
      guard.watch(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** The demo's login of a role, such as "owner" or "newcomer". */
export function demo(role: string): { email: string; password: string } {
  const login = demoLogins.find((each) => each.role === role)
  if (!login) throw new Error(`The demo has no login for "${role}".`)
  return login
}

/** Signs in as people do, and waits until the site has let them in. */
export async function signIn(page: Page, email: string, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel(/^e-?mail/i).fill(email)
  await page.getByLabel(/^password/i).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Fails when axe finds anything on the page as it stands, in light and in dark. */
export async function axe(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // There are no frames: without them it needs no page of its own to gather what it found.
    const builder = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
    // A theme changes colours alone: the rest has been looked at.
    if (colorScheme === 'dark') builder.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await builder.analyze()
    const found = violations.flatMap((violation) =>
      violation.nodes.map(
        (node) => `${violation.id}: ${node.target.join(' ')}\n  ${node.failureSummary ?? ''}`,
      ),
    )
    expect(found, `axe on ${page.url()} in ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}
