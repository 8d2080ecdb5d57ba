import fs from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { axe, test as base, demo, expect, signIn } from './support/fixtures'

type Who = 'a stranger' | 'Maya' | 'Linh'
type Place = { who: Who; at: string | ((page: Page) => Promise<string>) }

const tidewatch = '/projects/tidewatch-harbour-sensor-api'
const room = async (page: Page) => {
  await page.goto(tidewatch)
  const href = await page.getByRole('link', { name: 'Enter the room' }).getAttribute('href')
  return href ?? ''
}

/** Every page of the site, and who looks at it. */
const pages: Record<string, Place[]> = {
  '(home)/page.tsx': [
    { who: 'a stranger', at: '/' },
    { who: 'Maya', at: '/' },
    { who: 'Linh', at: '/' },
  ],
  '(account)/sign-in/page.tsx': [{ who: 'a stranger', at: '/sign-in' }],
  '(account)/sign-up/page.tsx': [{ who: 'a stranger', at: '/sign-up' }],
  'roadmap/(line)/page.tsx': [
    { who: 'a stranger', at: '/roadmap' },
    { who: 'Maya', at: '/roadmap' },
  ],
  'roadmap/[stepId]/page.tsx': [
    { who: 'a stranger', at: '/roadmap/databases' },
    { who: 'Linh', at: '/roadmap/internet' },
  ],
  'projects/(browse)/page.tsx': [
    { who: 'a stranger', at: '/projects?stage=any' },
    { who: 'Linh', at: '/projects?q=nothing-goes-by-this-name' },
    { who: 'Linh', at: '/projects?sort=you' },
  ],
  'projects/new/page.tsx': [{ who: 'Linh', at: '/projects/new?step=databases&idea=seed-library' }],
  'projects/[slug]/page.tsx': [
    { who: 'a stranger', at: tidewatch },
    { who: 'Maya', at: tidewatch },
    { who: 'Linh', at: '/projects/seed-ledger' },
  ],
  'projects/[slug]/edit/page.tsx': [{ who: 'Maya', at: `${tidewatch}/edit` }],
  'projects/[slug]/requests/page.tsx': [{ who: 'Maya', at: `${tidewatch}/requests` }],
  'projects/[slug]/people/page.tsx': [{ who: 'Maya', at: `${tidewatch}/people` }],
  'projects/saved/page.tsx': [{ who: 'Linh', at: '/projects/saved' }],
  'teams/page.tsx': [
    { who: 'Maya', at: '/teams' },
    { who: 'Linh', at: '/teams' },
  ],
  'rooms/(list)/page.tsx': [
    { who: 'Maya', at: '/rooms' },
    { who: 'Linh', at: '/rooms' },
  ],
  'rooms/(list)/search/page.tsx': [
    { who: 'Maya', at: '/rooms/search' },
    { who: 'Maya', at: '/rooms/search?q=the' },
    { who: 'Maya', at: '/rooms/search?q=nowhere' },
  ],
  'rooms/[roomId]/page.tsx': [{ who: 'Maya', at: room }],
  '[handle]/page.tsx': [
    { who: 'a stranger', at: '/@maya' },
    { who: 'Maya', at: '/@maya' },
    { who: 'Linh', at: '/@maya' },
  ],
  'moderation/(reports)/page.tsx': [{ who: 'Maya', at: '/moderation' }],
  'moderation/skills/page.tsx': [{ who: 'Maya', at: '/moderation/skills' }],
  'settings/profile/page.tsx': [{ who: 'Maya', at: '/settings/profile' }],
  'settings/privacy/page.tsx': [{ who: 'Linh', at: '/settings/privacy' }],
  'settings/quiet-hours/page.tsx': [{ who: 'Linh', at: '/settings/quiet-hours' }],
  'people/page.tsx': [
    { who: 'Linh', at: '/people' },
    { who: 'Linh', at: '/people?q=nobody-goes-by-this-name' },
    { who: 'Maya', at: '/people?sort=overlap' },
  ],
  'welcome/page.tsx': [{ who: 'Linh', at: '/welcome' }],
  'settings/sessions/page.tsx': [{ who: 'Linh', at: '/settings/sessions' }],
  // Not a page file; what is missing has a look, too.
  'not-found.tsx': [{ who: 'a stranger', at: '/no-such-page' }],
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

const test = base.extend<{ as: (who: Who) => Promise<Page> }, { signedIn: Map<Who, Cookies> }>({
  // Signing in is walked elsewhere: here once per worker and person.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  signedIn: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  as: async ({ page, signedIn }, use) => {
    await use(async (who) => {
      if (who === 'a stranger') return page
      const kept = signedIn.get(who)
      if (kept) await page.context().addCookies(kept)
      else {
        const { email, password } = demo(who === 'Maya' ? 'owner' : 'newcomer')
        await signIn(page, email, password)
        signedIn.set(who, await page.context().cookies())
      }
      return page
    })
  },
})

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }

/** The page itself never moves sideways; what must be wide scrolls inside of it. */
async function fitsAcross(page: Page) {
  // 640 is 1280 at 200 %.
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 640 })
    const tooWide = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      return scrollWidth > clientWidth ? `${scrollWidth} in ${clientWidth}` : 'fits'
    })
    expect(tooWide, `${page.url()} at ${width}`).toBe('fits')
  }
}

const place = ({ at }: Place) => (typeof at === 'string' ? at : at.name)

for (const [file, places] of Object.entries(pages))
  for (const each of places)
    test(`axe, order and width: ${each.who} at ${place(each)} (${file})`, async ({
      as,
      allowErrors,
    }) => {
      if (file === 'not-found.tsx') allowErrors(/status of 404/)
      const page = await as(each.who)
      await page.setViewportSize(desk)
      const path = typeof each.at === 'string' ? each.at : await each.at(page)
      await page.goto(path)
      await expect(page).toHaveURL(path)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page).toHaveTitle(/\S/)
      await axe(page)
      await page.setViewportSize(phone)
      await axe(page)
      await fitsAcross(page)
    })

test('no page of the site is left out above', () => {
  const found = fs
    .readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
  expect(
    Object.keys(pages)
      .filter((file) => file.endsWith('page.tsx'))
      .sort(),
  ).toEqual(found.sort())
})

test('axe finds nothing in menus, dialogs and errors either', async ({ as }) => {
  const page = await as('Maya')
  await page.goto(`${tidewatch}/requests`)
  await page.getByRole('button', { name: 'Your account, Maya Okafor' }).click()
  await axe(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Invite someone' }).click()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByLabel('Handle')).toHaveAccessibleDescription(/letters, digits/)
  await axe(page)
  await page.goto(tidewatch)
  await page
    .getByRole('button', { name: /^Manage / })
    .first()
    .click()
  await expect(page.getByRole('menu')).toBeVisible()
  await axe(page)
  await page.keyboard.press('Escape')
  await page.goto('/projects/new')
  await page.getByRole('button', { name: 'Post project' }).click()
  await expect(page.getByLabel('Title')).toBeFocused()
  await axe(page)
})

test('axe finds nothing in a room in use, on a desk and on a phone', async ({ as }) => {
  const page = await as('Maya')
  await page.goto(await room(page))
  await expect(page.getByRole('region', { name: 'Here' })).toBeVisible()
  const last = page.getByRole('list', { name: 'Messages' }).getByRole('article').last()
  await last.click()
  await last.getByRole('button', { name: 'React' }).click()
  await expect(page.getByRole('button', { name: 'Ship it', exact: true })).toBeVisible()
  await axe(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize(phone)
  await page.getByRole('button', { name: /^People/ }).click()
  await expect(page.getByRole('region', { name: 'Here' })).toBeVisible()
  await axe(page)
})

test('the choice of a theme is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  const theme = page.getByRole('contentinfo').getByRole('group', { name: 'Theme' })
  await theme.getByText('Dark').click()
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()

  await page.goto('/roadmap')
  expect(await paper()).toBe(dark)
  await page.reload()
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked()
  expect(await paper()).toBe(dark)
  await theme.getByText('Light').click()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).toBe(light)
  await theme.getByText('System').click()
  await expect.poll(paper).toBe(dark)
})

test('the first Tab offers to skip to the content', async ({ as }) => {
  const page = await as('Maya')
  for (const path of ['/', '/projects', await room(page)]) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  }
})
