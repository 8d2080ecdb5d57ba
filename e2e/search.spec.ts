import type { Page } from '@playwright/test'
import { axe, demo, expect, signIn, test } from './support/fixtures'
import { postProject } from './support/journeys'
import { newPerson } from './support/people'

const searchBox = (page: Page) =>
  page.getByRole('banner').getByRole('combobox', { name: 'Search projects, people and steps' })
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
const filtersOf = (page: Page) => page.getByRole('complementary', { name: 'Filters' })
const titles = (page: Page) => page.locator('main article').getByRole('heading', { level: 2 })

test('a search with a typo finds what was meant, and says so', async ({ page }) => {
  await page.goto('/projects?stage=any')
  await page.getByRole('searchbox', { name: 'Search titles and descriptions' }).fill('tidewach')
  await page
    .getByRole('search', { name: 'Projects' })
    .getByRole('button', { name: 'Search' })
    .click()
  await expect(page).toHaveURL(/q=tidewach/)
  await expect(page.getByText('Nothing has “tidewach”.', { exact: false })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tidewatch: harbour sensor API' })).toBeVisible()
  await expect(
    page.getByRole('navigation', { name: 'Sort' }).getByRole('link', { name: 'Best match' }),
  ).toHaveAttribute('aria-current', 'true')
  await page.getByRole('main').getByRole('link', { name: 'tidewatch', exact: true }).click()
  await expect(page).toHaveURL(/q=tidewatch/)
  await expect(page.getByText('Nothing has', { exact: false })).toHaveCount(0)
})

test('suggestions are reached, chosen and left by the keyboard alone', async ({ page }) => {
  await page.goto('/roadmap')
  const box = searchBox(page)
  await expect(box).toHaveAttribute('aria-keyshortcuts', '/')
  await page.keyboard.press('/')
  await expect(box).toBeFocused()
  await box.pressSequentially('tidew')
  await expect(options(page).first()).toContainText('Tidewatch')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await expect(box).toHaveAttribute('aria-expanded', 'false')

  await box.fill('databas')
  await expect(options(page).first()).toContainText('Databases')
  await page.keyboard.press('ArrowDown')
  const first = options(page).first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(first).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/roadmap/databases')
})

test('suggestions hold people and steps, and a click follows one', async ({ page }) => {
  await page.goto('/projects')
  await searchBox(page).click()
  await searchBox(page).fill('maya')
  const maya = page.getByRole('group', { name: 'People' }).getByRole('option', { name: /@maya/ })
  await maya.click()
  await expect(page).toHaveURL('/@maya')
})

test('facets narrow the list, and the address carries them', async ({ page }) => {
  await page.goto('/projects?stage=any')
  const filters = filtersOf(page)
  const status = page.getByRole('main').getByRole('status')
  const all = (await status.textContent()) ?? ''
  await filters.getByRole('link', { name: /^4 to 6/ }).click()
  await expect(page).toHaveURL(/hours=6/)
  await expect(status).not.toHaveText(all)
  await filters.getByRole('link', { name: /^At least 2/ }).click()
  await expect(page).toHaveURL(/seats=2/)
  const role = filters
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Roles' }) })
    .getByRole('link')
    .first()
  await role.click()
  await expect(page).toHaveURL(/role=/)
  await filters.getByRole('link', { name: 'Within 3 hours of you' }).click()
  await expect(page).toHaveURL(/near=3/)
  await filters.getByLabel('Your zone').selectOption('Europe/Berlin')
  await filters.getByRole('button', { name: 'Use it' }).click()
  await expect(page).toHaveURL(/zone=Europe%2FBerlin/)
  await expect(page).toHaveURL(/hours=6.*role=|role=.*hours=6/)
  await axe(page)
  const there = page.url()
  await page.reload()
  await expect(page).toHaveURL(there)
  await expect(filters.getByRole('link', { name: /^4 to 6/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
})

test('"show more" makes the list longer, and going back finds the same place', async ({ page }) => {
  await page.goto('/projects?stage=any')
  await expect(titles(page)).toHaveCount(12)
  const first = await titles(page).allInnerTexts()
  await page.getByRole('link', { name: 'Show more projects' }).click()
  await expect(page).toHaveURL('/projects?stage=any&pages=2')
  await expect(titles(page).nth(12)).toBeVisible()
  const both = await titles(page).allInnerTexts()
  expect(both.slice(0, 12)).toEqual(first)
  expect(new Set(both).size).toBe(both.length)
  const chosen = both[13] ?? ''
  await page.getByRole('heading', { level: 2, name: chosen }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: chosen })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/projects?stage=any&pages=2')
  await expect(page.getByRole('heading', { level: 2, name: chosen })).toBeInViewport()
})

test('feeds are valid XML and have what the list has', async ({ page }) => {
  await page.goto('/projects?q=tidewatch')
  const link = page.getByRole('link', { name: 'Feed of this list' })
  const path = (await link.getAttribute('href')) ?? ''
  // A step on which no other test posts, for a feed has the newest alone.
  for (const at of [path, '/roadmap/database-caching/feed.xml']) {
    const answer = await page.request.get(at)
    expect(answer.headers()['content-type']).toContain('application/atom+xml')
    const read = await page.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml')
        return {
          broken: parsed.querySelector('parsererror')?.textContent ?? null,
          root: parsed.documentElement.namespaceURI,
          titles: [...parsed.querySelectorAll('entry > title')].map((each) => each.textContent),
          ids: [...parsed.querySelectorAll('id')].map((each) => each.textContent),
        }
      },
      await answer.text(),
    )
    expect(read.broken).toBeNull()
    expect(read.root).toBe('http://www.w3.org/2005/Atom')
    expect(read.titles).toContain('Tidewatch: harbour sensor API')
    expect(new Set(read.ids).size).toBe(read.ids.length)
  }
  const missing = await page.request.get('/roadmap/no-such-step/feed.xml')
  expect(missing.status()).toBe(404)
})

test('the map of the site and its rules name what everybody may see', async ({ page }) => {
  const map = await (await page.request.get('/sitemap.xml')).text()
  expect(map).toContain('/projects/tidewatch-harbour-sensor-api</loc>')
  expect(map).toContain('/roadmap/databases</loc>')
  expect(await (await page.request.get('/robots.txt')).text()).toContain('/sitemap.xml')
  await page.goto('/projects?pages=2&sort=needed')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/projects$/)
})

test('the projects of a blocked person show in no list, suggestion or feed', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(page, 'Bela')
  const project = await postProject(owner)
  const visitor = await newVisitor()
  const newcomer = demo('newcomer')
  await signIn(visitor, newcomer.email, newcomer.password)
  const word = project.title.split(' ')[1] ?? ''
  await visitor.goto(`/projects?q=${word}`)
  await expect(titles(visitor)).toHaveText([project.title])
  await visitor.goto(`/@${owner.handle}`)
  await visitor.getByRole('button', { name: 'Block', exact: true }).click()
  await visitor.getByRole('button', { name: `Block ${owner.name}` }).click()
  await expect(visitor.getByRole('button', { name: 'Unblock' })).toBeVisible()

  await visitor.goto(`/projects?q=${word}&stage=any`)
  await expect(visitor.getByRole('main').getByRole('status')).toContainText('0 match')
  for (const at of [`/search/suggest?q=${word}`, `/projects/feed.xml?q=${word}`])
    expect(await (await visitor.request.get(at)).text()).not.toContain(project.title)
  await page.goto(`/projects?q=${word}`)
  await expect(titles(page)).toHaveText([project.title])
})
