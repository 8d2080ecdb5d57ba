import { axe, expect, test } from './support/fixtures'
import { enterRoom } from './support/journeys'
import {
  change,
  code,
  fileButton,
  flag,
  lineNumber,
  newFile,
  output,
  pairUp,
  saved,
} from './support/pairing'
import { newPerson, teamUp } from './support/people'

test('two people type at once, see each other, and a reload keeps everything', async ({
  page,
  newVisitor,
}) => {
  const { guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await expect(page.getByText('No files yet').first()).toBeVisible()
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await expect(code(page)).toContainText('What we want to find out')
  await fileButton(theirs, 'notes.md').click()
  await expect(code(theirs)).toContainText('What we want to find out')

  await code(page).press('Control+Home')
  await code(theirs).press('Control+End')
  await Promise.all([
    code(page).pressSequentially('Olu writes here '),
    code(theirs).pressSequentially('Gia writes there '),
  ])
  for (const each of [page, theirs]) {
    await expect(code(each)).toContainText('Olu writes here')
    await expect(code(each)).toContainText('Gia writes there')
    await expect(saved(each)).toBeVisible()
  }
  await expect(flag(page, 'Gia')).toBeVisible()
  await expect(flag(theirs, 'Olu')).toBeVisible()
  await expect(fileButton(page, 'notes.md').getByRole('img', { name: guest.name })).toBeVisible()
  await axe(page)

  // Undo is one's own.
  await code(page).press('Control+z')
  await expect(code(theirs)).not.toContainText('Olu writes here')
  await expect(code(theirs)).toContainText('Gia writes there')

  await Promise.all([page.reload(), theirs.reload()])
  for (const each of [page, theirs]) {
    await expect(code(each)).toContainText('Gia writes there')
    await expect(code(each)).not.toContainText('Olu writes here')
  }
})

test('what is written without a connection waits, survives and merges', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket connection/)
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'plan.md', 'shared\n')
  await fileButton(theirs, 'plan.md').click()
  await expect(code(theirs)).toContainText('shared')

  await theirs.context().setOffline(true)
  await expect(theirs.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible()
  await code(theirs).press('Control+End')
  await theirs.keyboard.insertText('offline words\n')
  await expect(theirs.getByText(/^Offline: \d+ changes? waiting$/)).toBeVisible()
  await code(page).press('Control+Home')
  await page.keyboard.insertText('online words\n')
  await expect(saved(page)).toBeVisible()

  await theirs.context().setOffline(false)
  for (const each of [page, theirs]) {
    await expect(code(each)).toContainText('offline words')
    await expect(code(each)).toContainText('online words')
    await expect(saved(each)).toBeVisible()
  }
})

test('files are renamed, moved, deleted and brought back for everybody', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'draft.js', 'const kept = true\n')
  await fileButton(theirs, 'draft.js').click()
  await expect(code(theirs)).toContainText('const kept = true')

  await change(page, 'draft.js', 'Rename or move')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Path').fill('src/final.ts')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(theirs.getByRole('textbox', { name: 'src/final.ts, code' })).toBeVisible()
  await expect(theirs.getByRole('list', { name: 'src' })).toContainText('final.ts')

  await change(page, 'src/final.ts', 'Delete')
  await expect(code(theirs)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await fileButton(theirs, 'final.ts').click()
  await expect(code(theirs)).toContainText('const kept = true')
})

test('a follower sees what the other sees, until they move themselves', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'short.md', 'a short file')
  const lines = Array.from({ length: 300 }, (_, line) => `line ${line + 1}`).join('\n')
  await newFile(owner, 'long.md', lines)
  await fileButton(theirs, 'short.md').click()
  await theirs.getByRole('button', { name: 'Follow somebody' }).click()
  await theirs.getByRole('menuitem', { name: `Follow ${owner.name}` }).click()
  await expect(theirs.getByText(`Following ${owner.name}`)).toBeVisible()
  await expect(theirs.getByRole('textbox', { name: 'long.md, code' })).toBeVisible()
  await code(page).press('Control+End')
  await expect(lineNumber(theirs, 300)).toBeInViewport()
  await code(page).press('Control+Home')
  await expect(lineNumber(theirs, 1)).toBeInViewport()
  await code(theirs).press('ArrowDown')
  await expect(theirs.getByText(`Following ${owner.name}`)).toBeHidden()
})

test('one runs JavaScript, and both see what came out', async ({ page, newVisitor }) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'sum.js', 'export const sum = (a, b) => a + b\n')
  await newFile(
    owner,
    'main.js',
    "import { sum } from './sum.js'\nconsole.log('the sum is', sum(40, 2))\n",
  )
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(output(page)).toContainText('the sum is 42')
  await expect(output(theirs)).toContainText('the sum is 42')
  await expect(theirs.getByRole('region', { name: 'Output of main.js' })).toContainText(owner.name)
  await theirs.getByRole('button', { name: 'Runs', exact: true }).click()
  await expect(theirs.getByRole('list', { name: 'Runs' })).toContainText('main.js')
})

test('a room where people talk does not load the editor', async ({ page, newVisitor }) => {
  const other = await newVisitor()
  const owner = await newPerson(page, 'Olu')
  const guest = await newPerson(other, 'Gia')
  const project = await teamUp(owner, guest)
  const scripts = new Set<string>()
  other.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url())
  })
  await enterRoom(guest, project)
  await other.waitForLoadState('networkidle')
  // Fetched again to be read: what a page was answered is gone once it has gone elsewhere.
  const holdsEditor = async () => {
    const answers = await Promise.all([...scripts].map((url) => other.request.get(url)))
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    return texts.some((text) => text.includes('cm-content'))
  }
  expect(scripts.size).toBeGreaterThan(0)
  expect(await holdsEditor()).toBe(false)
  await other.getByRole('button', { name: 'Open the editor' }).click()
  await expect(other.getByText('No files yet').first()).toBeVisible()
  expect(await holdsEditor()).toBe(true)
})

test('on a phone chat comes first, and the code is a tab', async ({ page, newVisitor }) => {
  const owner = await newPerson(page, 'Olu')
  const guest = await newPerson(await newVisitor(), 'Gia')
  const project = await teamUp(owner, guest)
  await enterRoom(owner, project)
  await page.setViewportSize({ width: 390, height: 780 })
  await expect(page.getByRole('textbox', { name: /^Message / })).toBeVisible()
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.getByRole('button', { name: 'Open the editor' }).click()
  await page.getByRole('button', { name: 'Python', exact: true }).click()
  await expect(code(page)).toContainText('def greet')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await axe(page)
})

test('signing out leaves no copy of a file behind', async ({ page, newVisitor }) => {
  const { owner } = await pairUp(page, await newVisitor())
  await newFile(owner, 'secret.md', 'between us\n')
  await expect(saved(page)).toBeVisible()
  const copies = () =>
    page.evaluate(async () =>
      (await indexedDB.databases()).filter(({ name }) => name?.startsWith('prajix:document:')),
    )
  expect(await copies()).toHaveLength(1)
  await page.goto('/')
  await page.getByRole('button', { name: `Your account, ${owner.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await copies()).toHaveLength(0)
})
