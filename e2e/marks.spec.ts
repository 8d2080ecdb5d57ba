import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/fixtures'
import { enterRoom, message, type Person } from './support/journeys'
import { newPerson, teamUp } from './support/people'

/** Two people in a room, the editor open, a file with five lines in it. */
async function pairUp(one: Page, other: Page) {
  const owner = await newPerson(one, 'Olu')
  const guest = await newPerson(other, 'Gia')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  for (const { page } of [owner, guest])
    await page.getByRole('button', { name: 'Open the editor' }).click()
  await one.getByRole('button', { name: 'New file' }).click()
  const dialog = one.getByRole('dialog')
  await dialog.getByLabel('Path').fill('src/app.py')
  await dialog.getByRole('button', { name: 'Create file' }).click()
  await code(one).focus()
  await one.keyboard.insertText('first = 1\nsecond = 2\nthird = 3\nfourth = 4\n')
  await other
    .getByRole('list', { name: 'src' })
    .getByRole('button', { name: /^app\.py/ })
    .click()
  await expect(code(other)).toContainText('third = 3')
  return { owner, guest, project }
}

const code = (page: Page) => page.getByRole('textbox', { name: /, code$/ })
const marks = (page: Page) => page.getByRole('region', { name: 'Marks', exact: true })
const question = (page: Page, text: string) =>
  marks(page).getByRole('listitem').filter({ hasText: text })
const marked = (page: Page) => page.locator('.cm-marked')
const tasks = (page: Page) => page.getByRole('complementary', { name: 'Tasks' })
const group = (page: Page, state: string) => tasks(page).getByRole('region', { name: state })
const tab = (page: Page, name: RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first()

/** Takes the wheel, so that everybody else can only read. */
async function drive({ page }: Person) {
  await page.getByRole('button', { name: 'Take the wheel' }).click()
  await page.getByRole('menuitem').first().click()
  await expect(page.getByText('You drive', { exact: true }).first()).toBeVisible()
}

async function askAboutLine(page: Page, line: number, text: string) {
  await code(page).press('Control+Home')
  for (let at = 1; at < line; at++) await code(page).press('ArrowDown')
  await code(page).press('Control+Alt+m')
  const field = page.getByLabel('Your question')
  await expect(field).toBeFocused()
  await field.fill(text)
  await field.press('Enter')
  await expect(question(page, text)).toBeVisible()
}

test('a navigator asks while another drives, and the mark moves with the text', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await drive(owner)
  await expect(theirs.getByText('you can read and point')).toBeVisible()

  // Selecting brings the button up; Escape keeps nothing from being asked later.
  await code(theirs).press('Control+Home')
  await code(theirs).press('ArrowDown')
  await code(theirs).press('ArrowDown')
  await code(theirs).press('Shift+End')
  await theirs.locator('.cm-askButton').click()
  const field = theirs.getByLabel('Your question')
  await field.fill('Why three?')
  await field.press('Escape')
  await expect(field).toBeHidden()
  await expect(code(theirs)).toBeFocused()
  await theirs.getByRole('button', { name: 'Ask about this', exact: true }).last().click()
  await expect(field).toHaveValue('Why three?')
  await axe(theirs)
  await field.press('Enter')
  for (const each of [page, theirs]) {
    await expect(question(each, 'Why three?')).toContainText(':3')
    await expect(question(each, 'Why three?')).toContainText(guest.name)
    await expect(marked(each)).toHaveText('third = 3')
  }
  await expect(page.getByRole('log')).toContainText(
    `${guest.name} asks about src/app.py: Why three?`,
  )

  // The driver types above it: it moves on both screens.
  await code(page).press('Control+Home')
  await page.keyboard.insertText('zeroth = 0\n# above\n')
  for (const each of [page, theirs]) {
    await expect(question(each, 'Why three?')).toContainText(':5')
    await expect(marked(each)).toHaveText('third = 3')
  }
  await axe(page)
  await Promise.all([page.reload(), theirs.reload()])
  for (const each of [page, theirs]) {
    await expect(question(each, 'Why three?')).toContainText(':5')
    await expect(marked(each)).toHaveText('third = 3')
  }
})

test('a question is said in chat, opened from there, made a task, and resolved', async ({
  page,
  newVisitor,
}) => {
  const { guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await askAboutLine(theirs, 3, 'Why three?')

  // Said in chat, and opened from there, where its file is not open.
  await question(theirs, 'Why three?')
    .getByRole('button', { name: /^More about/ })
    .click()
  await theirs.getByRole('menuitem', { name: 'Say it in chat' }).click()
  const said = message(page, 'Why three?')
  await expect(said).toContainText('third = 3')
  await page.getByRole('button', { name: 'Close src/app.py' }).click()
  await expect(code(page)).toHaveCount(0)
  await said.getByRole('link', { name: 'src/app.py, line 3' }).click()
  await expect(code(page)).toBeFocused()
  const card = page.getByRole('region', { name: `Question by ${guest.name}` })
  await expect(card).toContainText('Why three?')
  await axe(page)

  // Made a task by one, moved to Done by the other.
  await card.getByRole('button', { name: 'Make it a task' }).click()
  await expect(card).toContainText('Task: To do')
  await tab(theirs, /^Tasks 1$/).click()
  await expect(group(theirs, 'To do')).toContainText('Why three?')
  const ring = (to: string) =>
    tasks(theirs).getByRole('button', { name: `Move to ${to}: Why three?` })
  await ring('Doing').press('Enter')
  await expect(ring('Done')).toBeFocused()
  await ring('Done').press('Enter')
  await expect(group(theirs, 'Done')).toContainText('Why three?')
  await tab(page, /^Tasks$/).click()
  await expect(group(page, 'Done')).toContainText('Why three?')

  // Resolved by the driver, taken back, resolved again: gone on both.
  await card.getByRole('button', { name: 'Resolve' }).click()
  for (const each of [page, theirs]) await expect(marked(each)).toHaveCount(0)
  await page.getByRole('button', { name: 'Reopen' }).click()
  for (const each of [page, theirs]) await expect(marked(each)).toHaveText('third = 3')
  await question(page, 'Why three?')
    .getByRole('button', { name: /^Resolve/ })
    .click()
  for (const each of [page, theirs]) {
    await expect(marked(each)).toHaveCount(0)
    await expect(question(each, 'Why three?')).toHaveCount(0)
  }

  // The task still knows where it came from.
  await tasks(page)
    .getByRole('button', { name: /^Why three\?/ })
    .click()
  await tasks(page).getByRole('button', { name: 'Go to the question' }).click()
  await expect(page.getByText('This question was resolved.')).toBeVisible()
})

test('marks by keyboard, their text gone, and deleted for good', async ({ page, newVisitor }) => {
  const { guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await askAboutLine(theirs, 2, 'Why two?')
  await askAboutLine(theirs, 4, 'Why four?')
  await code(page).press('Control+Home')
  await code(page).press('Control+Alt+n')
  const card = (text: string) =>
    page.getByRole('region', { name: `Question by ${guest.name}` }).filter({ hasText: text })
  await expect(card('Why two?')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(code(page)).toBeFocused()
  await expect(card('Why two?')).toHaveCount(0)
  await code(page).press('Control+Alt+n')
  await expect(card('Why four?')).toBeFocused()
  await page.keyboard.press('Escape')

  await code(page).press('Home')
  await code(page).press('Shift+End')
  await page.keyboard.press('Delete')
  for (const each of [page, theirs]) {
    await expect(question(each, 'Why four?')).toContainText('The text is gone')
    await expect(question(each, 'Why four?')).toContainText('fourth = 4')
  }
  // Undo brings it back, on both screens.
  await code(page).press('Control+z')
  for (const each of [page, theirs]) await expect(question(each, 'Why four?')).toContainText(':4')

  await question(theirs, 'Why four?')
    .getByRole('button', { name: /^More about/ })
    .click()
  await theirs.getByRole('menuitem', { name: 'Delete' }).click()
  await theirs.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  for (const each of [page, theirs]) await expect(question(each, 'Why four?')).toHaveCount(0)
  await expect(question(theirs, 'Why two?')).toBeVisible()
})

test('a question that could not be sent keeps its words', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket connection/)
  const { guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await theirs.context().setOffline(true)
  await expect(theirs.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible()
  await code(theirs).press('Control+Alt+m')
  const field = theirs.getByLabel('Your question')
  await field.fill('Still there?')
  await field.press('Enter')
  await expect(
    theirs.getByRole('form', { name: 'Ask about the code' }).getByRole('alert'),
  ).toBeVisible()
  await expect(field).toHaveValue('Still there?')
  await theirs.context().setOffline(false)
  await expect(theirs.getByRole('status').filter({ hasText: 'You are offline' })).toBeHidden()
  await field.press('Enter')
  await expect(question(page, 'Still there?')).toBeVisible()
  await expect(field).toBeHidden()
})

test('an address leads to its mark on a phone, and tells outsiders nothing', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/status of 404/)
  const { guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await askAboutLine(theirs, 3, 'Why three?')
  await question(theirs, 'Why three?')
    .getByRole('button', { name: /^More about/ })
    .click()
  await theirs.getByRole('menuitem', { name: 'Say it in chat' }).click()
  const link = message(page, 'Why three?').getByRole('link', { name: 'src/app.py, line 3' })
  const href = (await link.getAttribute('href')) ?? ''

  await page.setViewportSize({ width: 390, height: 780 })
  await page.goto(href)
  await expect(code(page)).toBeFocused()
  await expect(marked(page)).toHaveText('third = 3')
  await expect(page).toHaveURL(/\/rooms\/[^?]+$/)
  const card = page.getByRole('region', { name: `Question by ${guest.name}` })
  await expect(card).toBeVisible()
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBeLessThanOrEqual(390)
  await axe(page)
  await page.getByRole('button', { name: 'Show the files' }).filter({ visible: true }).click()
  await expect(question(page, 'Why three?')).toBeVisible()
  await axe(page)
  expect(await width()).toBeLessThanOrEqual(390)

  const outsider = await newPerson(await newVisitor(), 'Otto')
  const answer = await outsider.page.goto(href)
  expect(answer?.status()).toBe(404)
  expect(await outsider.page.content()).not.toContain('Why three?')
})

test('the board on a phone: a task is written, given away, and deleted', async ({
  page,
  newVisitor,
}) => {
  const theirs = await newVisitor()
  const owner = await newPerson(page, 'Olu')
  const guest = await newPerson(theirs, 'Gia')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  await page.setViewportSize({ width: 390, height: 780 })
  await tab(page, /^Tasks$/).click()
  await expect(tasks(page)).toContainText('What your team is going to do stands here')
  await tasks(page).getByLabel('New task').fill('Write it down')
  await tasks(page).getByLabel('New task').press('Enter')
  await tasks(page)
    .getByRole('button', { name: /^Write it down/ })
    .click()
  await tasks(page).getByLabel('Who does it').selectOption({ label: owner.name })
  await tasks(page).getByLabel('Step of the roadmap').selectOption({ label: '8 · Databases' })
  await tasks(page).getByLabel('Title').fill('Write it all down')
  await tasks(page).getByLabel('Title').press('Enter')
  await axe(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await tab(theirs, /^Tasks 1$/).click()
  const card = group(theirs, 'To do').getByRole('listitem')
  await expect(card).toContainText('Write it all down')
  await expect(card).toContainText(owner.name)
  await expect(card).toContainText('8 · Databases')
  await tasks(page).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(tasks(theirs)).toContainText('What your team is going to do stands here')
})
