import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/fixtures'
import { enterRoom, message, type Person } from './support/journeys'
import { newPerson, teamUp } from './support/people'

/** Two people in the room of a project, each in a browser of their own, the editor open. */
async function pairUp(one: Page, other: Page) {
  const owner = await newPerson(one, 'Olu')
  const guest = await newPerson(other, 'Gia')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  await one.getByRole('button', { name: 'Open the editor' }).click()
  return { owner, guest, project }
}
const openEditor = (page: Page) => page.getByRole('button', { name: 'Open the editor' }).click()
const code = (page: Page) => page.getByRole('textbox', { name: /, code$/ })
const output = (page: Page) => page.getByRole('region', { name: /^Output of / })
const runButton = (page: Page) => page.getByRole('button', { name: 'Run', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const closeDialog = (page: Page) => dialog(page).getByRole('button', { name: 'Close' }).click()

async function newFile({ page }: Person, path: string, text: string) {
  await page.getByRole('button', { name: 'New file' }).click()
  await dialog(page).getByLabel('Path').fill(path)
  await dialog(page).getByRole('button', { name: 'Create file' }).click()
  await expect(page.getByRole('textbox', { name: `${path}, code` })).toBeVisible()
  // Typed at once: what the editor adds while one types (brackets, indents) is not what is tested.
  await code(page).focus()
  await page.keyboard.insertText(text)
}
const openFile = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Files', exact: true })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
async function rewrite(page: Page, text: string) {
  await code(page).press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}
async function wheelMenu(page: Page, item: string, role: 'menuitem' | 'menuitemcheckbox') {
  await page.getByRole('button', { name: 'What to do with the wheel' }).click()
  await page.getByRole(role, { name: item }).click()
}
async function fitsPhone(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
}

const endless = `import time
print("first line")
print("second line")
while True:
    time.sleep(0.05)
`

test('a program is watched while it runs, and its record is shown in chat', async ({
  page,
  newVisitor,
}) => {
  // Python has to be fetched and started.
  test.slow()
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await openEditor(theirs)
  await newFile(owner, 'slow.py', endless)
  await runButton(page).click()
  await expect(theirs.getByRole('list', { name: 'Running now' })).toContainText(
    `${owner.name} runs slow.py`,
  )
  await expect(theirs.getByRole('status').filter({ hasText: 'runs slow.py' })).toHaveCount(1)
  // It cannot have ended: it ends when it is stopped.
  await expect(output(theirs)).toContainText('second line', { timeout: 45_000 })
  await expect(output(theirs).getByText('Running', { exact: true })).toBeVisible()
  await axe(theirs)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  for (const each of [page, theirs]) await expect(output(each)).toContainText('Stopped')
  await expect(theirs.getByRole('list', { name: 'Running now' })).toHaveCount(0)
  await expect(output(theirs)).toContainText('first line')

  await page.getByRole('button', { name: 'Show in chat' }).click()
  const card = message(theirs, 'slow.py').getByRole('region', { name: 'Run of slow.py' })
  await expect(card).toContainText('Stopped')
  await expect(card).toContainText(owner.name)
  await expect(card).toContainText('second line')
  await rewrite(page, 'print("quite another program")\n')
  await card.getByRole('button', { name: 'Code as it was' }).click()
  await expect(dialog(theirs)).toContainText('while True')
  await axe(theirs)
  await dialog(theirs).getByRole('button', { name: 'Compare with now' }).click()
  await expect(dialog(theirs)).toContainText('quite another program')
  await expect(dialog(theirs).getByRole('status')).toContainText(/places? differs?\./)
  await axe(theirs)
  await closeDialog(theirs)
})

test('a card and a link lead to an older run, also while the editor is closed', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'sum.js', "console.log('the sum is', 40 + 2)\n")
  await runButton(page).click()
  await expect(output(page)).toContainText('the sum is 42')
  await page.getByRole('button', { name: 'Show in chat' }).click()
  const card = message(theirs, 'sum.js').getByRole('region', { name: 'Run of sum.js' })
  await card.getByRole('button', { name: 'Code as it was' }).click()
  await expect(dialog(theirs)).toContainText('40 + 2')
  await dialog(theirs).getByRole('button', { name: 'Compare with now' }).click()
  await expect(dialog(theirs).getByRole('status')).toHaveText('They are the same.')
  await closeDialog(theirs)

  const link = await message(theirs, 'sum.js').getByRole('link').getAttribute('href')
  await theirs.setViewportSize({ width: 390, height: 780 })
  await expect(card).toBeVisible()
  await axe(theirs)
  await fitsPhone(theirs)
  await card.getByRole('button', { name: 'Open' }).click()
  await expect(output(theirs)).toContainText('the sum is 42')
  await fitsPhone(theirs)

  // Newer ones do not hide what a link leads to.
  await rewrite(page, "console.log('something new')\n")
  await runButton(page).click()
  await expect(output(page)).toContainText('something new')
  await theirs.goto(link ?? '')
  await expect(output(theirs)).toContainText('the sum is 42')
})

const red = `const add = (a, b) => a - b
test('adds', () => expect(add(2, 2)).toBe(4))
test('adds nothing', () => expect(add(2, 0)).toBe(2))
console.log('tried')
`

test('green tests pass the wheel on, two runs are compared, and the work is counted', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await openEditor(theirs)
  await newFile(owner, 'add.js', red)
  const wheel = (at: Page) => at.getByRole('region', { name: 'The wheel' })
  await wheel(page).getByRole('button', { name: 'Take the wheel' }).click()
  await page.getByRole('menuitem', { name: 'Without a clock' }).click()
  await expect(wheel(page)).toContainText('You drive')
  await wheelMenu(page, 'Pass the wheel when tests turn green', 'menuitemcheckbox')
  await page.keyboard.press('Escape')
  for (const each of [page, theirs])
    await expect(
      wheel(each).getByRole('img', { name: 'The wheel passes on when tests turn green' }),
    ).toBeVisible()
  await openFile(theirs, 'add.js')
  await expect(theirs.getByRole('button', { name: 'Format' })).toBeDisabled()

  await runButton(page).click()
  await expect(output(theirs)).toContainText('Failed')
  await expect(wheel(page)).toContainText('You drive')
  await rewrite(page, red.replace('a - b', 'a + b'))
  await runButton(page).click()
  await expect(theirs.getByText('Tests are green: you drive.')).toBeVisible()
  await expect(page.getByText('Tests are green: Gia drives.')).toBeVisible()
  await expect(wheel(theirs)).toContainText('You drive')
  await expect(wheel(page)).toContainText('Gia drives')
  await expect(output(theirs)).toContainText('Passed')

  await theirs.getByRole('button', { name: 'Runs', exact: true }).click()
  const choices = theirs.getByRole('list', { name: 'Runs' }).getByRole('checkbox')
  await expect(theirs.getByRole('button', { name: 'Compare', exact: true })).toBeDisabled()
  for (const at of [0, 1]) await choices.nth(at).check()
  await theirs.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(dialog(theirs).getByRole('row', { name: /^adds turned green/ })).toContainText(
    /failed.*passed/,
  )
  await expect(dialog(theirs)).toContainText('They are the same.')
  await expect(dialog(theirs)).toContainText('1 place differs.')
  await axe(theirs)
  await theirs.setViewportSize({ width: 390, height: 780 })
  await axe(theirs)
  await fitsPhone(theirs)
  await closeDialog(theirs)
  await theirs.setViewportSize({ width: 1280, height: 800 })

  await wheelMenu(page, 'How the work is shared', 'menuitem')
  const section = dialog(page).getByRole('region', { name: 'Runs' })
  await expect(section.getByRole('listitem').filter({ hasText: 'You' })).toContainText('2')
  await expect(section.getByRole('listitem').filter({ hasText: guest.name })).toContainText('0')
  await expect(dialog(page).getByRole('region', { name: 'At the wheel' })).toContainText('%')
  await axe(page)
  await page.setViewportSize({ width: 390, height: 780 })
  await axe(page)
  await fitsPhone(page)
})

test('a file is formatted for everybody, and what cannot be formatted stays as it is', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await openEditor(theirs)
  await newFile(owner, 'shop.ts', 'const   price :number=3\nconst twice = ()=>price*2\n')
  await page.getByRole('button', { name: 'Format' }).click()
  for (const each of [page, theirs]) {
    if (each === theirs) await openFile(theirs, 'shop.ts')
    await expect(code(each)).toContainText('const price: number = 3;')
    await expect(code(each)).toContainText('const twice = () => price * 2;')
  }
  await code(page).press('ControlOrMeta+z')
  await expect(code(page)).toContainText('const   price :number=3')
  await expect(code(page)).toContainText('()=>price*2')

  await rewrite(page, 'const = 3\n')
  await code(page).press('Shift+Alt+F')
  await expect(page.getByText(/^Line 1, column 7: /)).toBeVisible()
  await expect(code(page)).toContainText('const = 3')
  await expect(theirs.getByRole('button', { name: 'Format' })).toBeEnabled()
  await newFile(owner, 'shop.py', 'print( 1 )\n')
  await page.getByRole('button', { name: 'Format' }).click()
  await expect(page.getByText('There is no formatter for Python')).toBeVisible()
  await axe(page)
})
