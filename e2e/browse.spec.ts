import { expect, test } from './support/fixtures'
import { ownWord } from './support/journeys'

const cards = 'main article'

test('a stranger goes from the front page over the roadmap and a step to a project', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Learn the backend')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Roadmap' })
    .click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Backend')
  const stations = page.getByRole('list', { name: /15 steps in order/ }).getByRole('link')
  await expect(stations).toHaveCount(15)
  await stations.filter({ hasText: /^Step 8: Databases/ }).click()

  await expect(page).toHaveURL(/\/roadmap\/databases$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Databases' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Topics' }).getByRole('listitem')).not.toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Post this idea/ })).toHaveCount(3)
  const project = page
    .getByRole('region', { name: 'Open projects' })
    .getByRole('heading', { level: 3 })
    .first()
  const title = (await project.textContent()) ?? ''
  await project.getByRole('link').click()

  await expect(page).toHaveURL(/\/projects\/[^/]+$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Whom we need' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Databases' }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Sign in to ask' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fprojects%2F/)
})

test('search and filters stand in the address, and the back button keeps the place', async ({
  page,
}) => {
  await page.goto('/projects')
  const all = page.locator(cards)
  await expect(all.first()).toBeVisible()
  const filters = page.getByRole('complementary', { name: 'Filters' })

  await filters.getByRole('link', { name: 'Any stage' }).click()
  await expect(page).toHaveURL('/projects?stage=any')
  await page.getByRole('searchbox', { name: 'Search titles and descriptions' }).fill('Tidewatch')
  await page
    .getByRole('search', { name: 'Projects' })
    .getByRole('button', { name: 'Search' })
    .click()
  await expect(page).toHaveURL(/[?&]q=Tidewatch/)
  await expect(page).toHaveURL(/[?&]stage=any/)
  const tidewatch = page.getByRole('link', { name: 'Tidewatch: harbour sensor API' })
  await expect(tidewatch).toBeVisible()

  await filters.getByText('More steps').click()
  await filters.getByRole('link', { name: /^Database Caching/ }).click()
  await expect(page).toHaveURL(/step=database-caching/)
  await expect(filters.getByRole('link', { name: /^Database Caching/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(tidewatch).toBeVisible()
  const filtered = page.url()

  await tidewatch.click()
  await expect(page.getByRole('heading', { level: 1, name: /Tidewatch/ })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(filtered)
  await expect(page.getByRole('searchbox', { name: 'Search titles and descriptions' })).toHaveValue(
    'Tidewatch',
  )
  await expect(tidewatch).toBeVisible()

  // The address alone brings the same list.
  await page.reload()
  await expect(tidewatch).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/step=/)
})

test('going back from far down the list leads to the same place', async ({ page }) => {
  await page.goto('/projects?stage=any')
  const chosen = page.locator(cards).getByRole('heading', { level: 2 }).nth(9)
  const title = (await chosen.textContent()) ?? ''
  await chosen.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeInViewport()
})

test('a search without a match says what to do next', async ({ page }) => {
  await page.goto(`/projects?step=databases&q=${ownWord()}`)
  await expect(page.getByText('No project matches all of this.', { exact: false })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('0 match')
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/projects')
  await expect(page.locator(cards).first()).toBeVisible()
})

test('odd values in the address are ignored', async ({ page }) => {
  const answer = await page.goto('/projects?stage=nonsense&sort=%00&after=broken&step=%27%22')
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible()
})

test('the search in the header leads to the list', async ({ page }) => {
  await page.goto('/roadmap')
  const search = page.getByRole('combobox', { name: 'Search projects, people and steps' }).first()
  await expect(search).toHaveAttribute('aria-keyshortcuts', '/')
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await search.fill('tide')
  await search.press('Enter')
  await expect(page).toHaveURL('/projects?q=tide')
})

for (const path of [
  '/no-such-page',
  '/roadmap/no-such-step',
  '/projects/no-such-project',
  '/projects/no-such-project/requests',
  '/@nobody-of-that-name',
])
  test(`${path} is answered with 404 or the way to sign in`, async ({ page, allowErrors }) => {
    allowErrors(/status of 404/)
    const answer = await page.goto(path)
    if (path.endsWith('/requests')) {
      await expect(page).toHaveURL(/\/sign-in\?next=/)
      return
    }
    expect(answer?.status()).toBe(404)
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is no stop here' }),
    ).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Browse projects' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible()
  })
