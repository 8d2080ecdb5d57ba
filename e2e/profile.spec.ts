import type { Page } from '@playwright/test'
import { axe, demo, expect, signIn, test } from './support/fixtures'
import { ownWord, postProject, signUp } from './support/journeys'
import { newPerson } from './support/people'

const active = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

/** Presses Tab until the control with this label has the focus. */
async function reach(page: Page, label: string | RegExp) {
  const target = page.getByRole('main').getByLabel(label).first()
  for (let steps = 0; steps < 60; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`“${label}” cannot be reached with the Tab key; at ${await active(page)}.`)
}

/** Finds a skill by what is typed and takes the first that is offered. */
async function addSkill(page: Page, label: string, typed: string, name: string) {
  await page.keyboard.type(typed)
  const option = page.getByRole('option').first()
  await expect(option).toHaveText(new RegExp(`^${name}`))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(`${name}: level`).first()).toBeVisible()
  await expect(page.getByLabel(label, { exact: true })).toHaveValue('')
}

test('somebody new answers three questions on the keyboard and is at home', async ({ page }) => {
  await page.goto('/sign-up')
  await signUp(page, 'Nia')
  await expect(page).toHaveURL('/welcome')
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome, Nia' })).toBeVisible()
  await axe(page)

  await reach(page, '1 · Internet')
  await page.keyboard.press('Space')
  for (let steps = 0; steps < 7; steps++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: '8 · Databases' })).toBeChecked()
  const having = 'Add a skill that you have'
  await reach(page, having)
  await addSkill(page, having, 'js', 'JavaScript')
  await addSkill(page, having, 'postgres', 'PostgreSQL')
  await addSkill(page, having, 'git', 'Git')
  const wanting = 'Add a skill that you want to learn'
  await reach(page, wanting)
  await addSkill(page, wanting, 'k8s', 'Kubernetes')
  await axe(page)

  // A visit that ends in between loses nothing.
  await page.reload()
  await expect(page.getByRole('radio', { name: '8 · Databases' })).toBeChecked()
  await expect(page.getByLabel('Kubernetes: level')).toBeVisible()
  await reach(page, 'Hours a week')
  await page.keyboard.type('6')
  await expect(page.getByLabel('Time zone')).toHaveValue(
    await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  )
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: '8 · Databases' }).first()).toBeVisible()
  await expect(page.getByText('Answer three questions')).toHaveCount(0)

  // Ten that make sense: each is about the step, or asks for a skill that was told.
  await page.getByRole('link', { name: 'See more' }).click()
  await expect(page).toHaveURL('/projects?sort=you')
  const matches = page.getByRole('main').locator('ol > li').getByRole('article')
  await expect(matches.nth(9)).toBeVisible()
  const steps = await matches.getByRole('list', { name: 'Steps' }).allInnerTexts()
  const why = await matches.locator('details').allTextContents()
  for (const at of Array.from({ length: 10 }).keys())
    expect(`${steps[at]} ${why[at]}`).toMatch(
      /Databases|You have everything|You have [1-9]\d* of|want to learn/,
    )
})

test('the questions can be put aside, from their page and from home, for good', async ({
  page,
  newVisitor,
}) => {
  await newPerson(page, 'Nia')
  await page.goto('/welcome')
  await page.getByRole('button', { name: 'Save and go home' }).click()
  await expect(page.getByText('Choose the step you are on.')).toBeVisible()
  await expect(page.getByRole('radio', { name: '1 · Internet' })).toBeFocused()
  await page.getByRole('button', { name: 'Skip this' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: /Pick a step/ })).toBeVisible()
  await expect(page.getByText('Answer three questions')).toHaveCount(0)

  const other = await newVisitor()
  await newPerson(other, 'Ola')
  await other.goto('/')
  await expect(other.getByRole('link', { name: /Answer three questions/ })).toBeVisible()
  await other.getByRole('button', { name: 'Skip the questions' }).click()
  await expect(other.getByText('Answer three questions')).toHaveCount(0)
  await other.reload()
  await expect(other.getByRole('link', { name: /Pick a step/ })).toBeVisible()
  await expect(other.getByText('Answer three questions')).toHaveCount(0)
})

test('hours are drawn by pointer and on the keyboard, kept, and shown on the public page', async ({
  page,
}) => {
  const { handle } = await newPerson(page, 'Nia')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/settings/profile')
  const cell = (name: string) => page.getByRole('gridcell', { name, exact: true })
  const total = page.getByRole('main').locator('output')
  await expect(total).toHaveText('No hours yet')

  await cell('Tuesday 18:00 to 18:30').hover()
  await page.mouse.down()
  await cell('Thursday 19:30 to 20:00').hover()
  await page.mouse.up()
  await expect(total).toHaveText('6 h a week')
  await expect(cell('Wednesday 19:00 to 19:30')).toHaveAttribute('aria-selected', 'true')
  await expect(cell('Friday 19:00 to 19:30')).toHaveAttribute('aria-selected', 'false')

  // On the keyboard: from Thursday 19:30 down to Sunday, and along.
  await expect(cell('Thursday 19:30 to 20:00')).toBeFocused()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Home']) await page.keyboard.press(key)
  await expect(cell('Sunday 00:00 to 00:30')).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(total).toHaveText('7½ h a week')
  await page.keyboard.press('Space')
  await expect(total).toHaveText('7 h a week')
  await axe(page)

  // The same as a list.
  await page.getByRole('button', { name: 'List' }).click()
  await expect(page.getByLabel('Wednesday: from')).toHaveValue('1080')
  await page.getByRole('button', { name: 'Add hours on Monday' }).click()
  await page.getByLabel('Monday: from').selectOption('09:00')
  await page.getByLabel('Monday: to').selectOption('10:00')
  await expect(total).toHaveText('8 h a week')
  await axe(page)
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Profile saved')).toBeVisible()

  await page.reload()
  await expect(total).toHaveText('8 h a week')
  await expect(cell('Monday 09:30 to 10:00')).toHaveAttribute('aria-selected', 'true')
  await expect(cell('Sunday 00:30 to 01:00')).toHaveAttribute('aria-selected', 'true')
  await expect(cell('Sunday 01:00 to 01:30')).toHaveAttribute('aria-selected', 'false')

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('grid')).toBeHidden()
  await expect(page.getByLabel('Monday: from')).toHaveValue('540')

  await page.goto(`/@${handle}`)
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Monday: 09:00 to 10:00' }),
  ).toHaveCount(1)
  await axe(page)
})

test('a skill is found by another word for it, wherever skills are chosen', async ({ page }) => {
  await newPerson(page, 'Nia')
  for (const [at, label] of [
    ['/settings/profile', 'Add a skill that you have'],
    ['/projects/new', /^Add a skill to/],
    ['/people', 'Find people who have a skill'],
  ] as const) {
    await page.goto(at)
    await page.getByLabel(label).first().fill('postgres')
    await expect(page.getByRole('option').first()).toHaveText(/^PostgreSQL/)
  }
})

test('people are found by skill and by hours; the address keeps it', async ({ page }) => {
  const { email, password } = demo('newcomer')
  await signIn(page, email, password)
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  const people = page.getByRole('list', { name: 'People' }).getByRole('article')
  await expect(people.first()).toBeVisible()
  const filters = page.getByRole('complementary', { name: 'Filters' })

  await filters.getByLabel('Find people who have a skill').fill('postgres')
  await page.getByRole('option').first().click()
  await expect(page).toHaveURL('/people?has=postgresql')
  await expect(people.first()).toContainText('which you want to learn')
  await page.getByRole('link', { name: 'Most hours together' }).click()
  await expect(page).toHaveURL('/people?has=postgresql&sort=overlap')
  await expect(people.first()).toContainText(/You share \d+ h a week/)
  await filters.getByLabel('Hours they give').selectOption('5 h a week or more')
  await expect(page).toHaveURL('/people?has=postgresql&hours=5&sort=overlap')
  await page.goBack()
  await expect(page).toHaveURL('/people?has=postgresql&sort=overlap')
  await expect(filters.getByLabel('Hours they give')).toHaveValue('')
  await filters.getByRole('button', { name: 'Take PostgreSQL off' }).click()
  await expect(page).toHaveURL('/people?sort=overlap')

  await page.goto('/people')
  await expect(people).toHaveCount(24)
  await page.getByRole('link', { name: 'Load more people' }).click()
  await expect(page).toHaveURL('/people?shown=2')
  await expect.poll(() => people.count()).toBeGreaterThan(24)
})

test('who is not listed is in no list, and who wants no invitations is not invited', async ({
  page,
  newVisitor,
}) => {
  const shy = await newPerson(page, 'Nia')
  const seeker = await newVisitor()
  const owner = await newPerson(seeker, 'Ola')
  const project = await postProject(owner)
  const found = seeker.getByRole('list', { name: 'People' }).getByRole('article')
  const word = shy.name.split(' ')[1] ?? ''
  await seeker.goto(`/people?q=${word}`)
  await expect(found).toHaveCount(1)
  await found.getByRole('link', { name: shy.name }).click()
  await expect(seeker.getByRole('button', { name: 'Invite to a project' })).toBeVisible()

  await page.goto('/settings/privacy')
  await page.getByLabel(/^List me/).uncheck()
  await page.getByLabel(/^Nobody but people/).check()
  await axe(page)
  await page.getByRole('button', { name: 'Save privacy' }).click()
  await expect(page.getByText('Privacy saved')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(/^List me/)).not.toBeChecked()

  await seeker.goto(`/people?q=${word}`)
  await expect(seeker.getByText('Nobody matches all of this')).toBeVisible()
  await seeker.goto(`/@${shy.handle}`)
  await expect(seeker.getByRole('heading', { level: 1, name: shy.name })).toBeVisible()
  await expect(seeker.getByRole('button', { name: 'Invite to a project' })).toHaveCount(0)
  await seeker.goto(`${project.path}/requests`)
  await seeker.getByRole('button', { name: 'Invite someone' }).click()
  await seeker.getByLabel('Handle').fill(shy.handle)
  await seeker.getByRole('button', { name: 'Send invitation' }).click()
  await expect(seeker.getByText('This person cannot be invited at the moment.')).toBeVisible()
})

test('people who blocked each other do not meet in the directory', async ({ page, newVisitor }) => {
  const one = await newPerson(page, 'Nia')
  const there = await newVisitor()
  const other = await newPerson(there, 'Ola')
  const word = (name: string) => name.split(' ')[1] ?? ownWord()
  await there.goto(`/people?q=${word(one.name)}`)
  await expect(there.getByRole('article')).toHaveCount(1)
  await page.goto(`/@${other.handle}`)
  await page.getByRole('button', { name: /^Block/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Block/ })
    .click()
  // The question says "hidden from each other" too; only the page says that it is done.
  await expect(page.getByText(`You have blocked @${other.handle}`)).toBeVisible()
  for (const [who, name] of [
    [page, other.name],
    [there, one.name],
  ] as const) {
    await who.goto(`/people?q=${word(name)}`)
    await expect(who.getByText('Nobody matches all of this')).toBeVisible()
  }
})
