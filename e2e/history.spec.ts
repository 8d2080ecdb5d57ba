import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { axe, expect, test } from './support/fixtures'
import { enterRoom, type Person } from './support/journeys'
import { newPerson, teamUp } from './support/people'

/** Two people in the room of a project, each in a browser of their own, the editor open. */
async function pairUp(one: Page, other: Page) {
  const owner = await newPerson(one, 'Olu')
  const guest = await newPerson(other, 'Gia')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  for (const { page } of [owner, guest])
    await page.getByRole('button', { name: 'Open the editor' }).click()
  return { owner, guest, project }
}

const code = (page: Page) => page.getByRole('textbox', { name: /, code$/ })
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ })
const files = (page: Page) => page.getByRole('list', { name: 'Files', exact: true })
const fileButton = (page: Page, name: string) =>
  files(page).getByRole('button', { name: new RegExp(`^${name}`) })
const history = (page: Page) => page.getByRole('region', { name: 'History' })
const versions = (page: Page) => history(page).getByRole('list', { name: 'Versions' })
const versionFile = (page: Page, name: string | RegExp) =>
  history(page).getByRole('list', { name: 'Files of this version' }).getByRole('button', { name })
const side = (page: Page, name: string | RegExp) => history(page).getByRole('textbox', { name })

async function newFile({ page }: Person, path: string, text: string) {
  await page.getByRole('button', { name: 'New file' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Path').fill(path)
  await dialog.getByRole('button', { name: 'Create file' }).click()
  await expect(page.getByRole('textbox', { name: `${path}, code` })).toBeVisible()
  await code(page).focus()
  await page.keyboard.insertText(text)
  await expect(saved(page)).toBeVisible()
}

/** Writes at the end of the open file. */
async function add(page: Page, text: string) {
  await code(page).press('Control+End')
  await page.keyboard.insertText(text)
}

const openHistory = (page: Page) => page.getByRole('button', { name: 'History' }).click()
const closeHistory = (page: Page) =>
  page.getByRole('button', { name: 'Back to the editor' }).click()

async function saveVersion(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save a version' }).click()
  await page.getByLabel('Name of the new version').fill(name)
  await page.getByRole('button', { name: 'Save it' }).click()
  await expect(versions(page).getByRole('button', { name })).toBeVisible()
}

const asking = (page: Page) => page.getByRole('dialog', { name: /^Restore / })

test('a file is taken back to a named version, and an old tab does not undo it', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket connection/)
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'plan.md', 'first line\nsecond line\n')
  await openHistory(page)
  await expect(history(page)).toContainText('No versions yet')
  await saveVersion(page, 'Before the demo')

  await fileButton(theirs, 'plan.md').click()
  await expect(code(theirs)).toContainText('second line')
  await code(theirs).press('Control+Home')
  await code(theirs).press('Shift+End')
  await theirs.keyboard.insertText('FIRST LINE')
  await expect(saved(theirs)).toBeVisible()

  // What has changed since, beside each other, while it goes on changing.
  await expect(versionFile(page, /plan\.md changed since/)).toBeVisible()
  await expect(side(page, 'plan.md then')).toContainText('first line')
  await expect(side(page, 'plan.md now')).toContainText('FIRST LINE')
  await axe(page)

  // Gia is cut off, and goes on writing on top of what is about to be taken back.
  await theirs.context().setOffline(true)
  await expect(theirs.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible()
  await add(theirs, 'offline line\n')
  await expect(theirs.getByText(/^Offline: \d+ changes? waiting$/)).toBeVisible()
  await history(page).getByRole('button', { name: 'Restore this file' }).click()
  await asking(page).getByRole('button', { name: 'Restore this file' }).click()
  await expect(page.getByText('plan.md is restored')).toBeVisible()
  await expect(versions(page).getByRole('button', { name: /^Before a restore/ })).toBeVisible()
  await expect(
    page
      .getByRole('list', { name: 'Messages' })
      .getByText(`${owner.name} restored plan.md from “Before the demo”.`),
  ).toBeVisible()
  await theirs.context().setOffline(false)
  await closeHistory(page)
  for (const each of [page, theirs]) {
    await expect(code(each)).toContainText('offline line')
    await expect(code(each)).toContainText('first line')
    await expect(code(each)).not.toContainText('FIRST LINE')
    await expect(saved(each)).toBeVisible()
  }
})

test('all files are taken back; versions are named, and moved through by the keyboard', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'src/app.py', 'print(1)\n')
  await newFile(owner, 'notes.md', 'notes\n')
  await openHistory(page)
  await saveVersion(page, 'Two files')
  await closeHistory(page)
  await newFile(guest, 'extra.md', 'extra\n')
  await fileButton(theirs, 'notes.md').click()
  await add(theirs, 'more notes\n')
  await expect(saved(theirs)).toBeVisible()
  await expect(fileButton(page, 'extra.md')).toBeVisible()

  await openHistory(page)
  await expect(versionFile(page, /notes\.md changed since/)).toBeVisible()
  await expect(versionFile(page, /extra\.md added since/)).toBeVisible()
  await history(page).getByRole('button', { name: 'Restore all files' }).click()
  await expect(asking(page)).toContainText('1 file changes and 1 file that came since is deleted.')
  await asking(page).getByRole('button', { name: 'Restore all files' }).click()
  await expect(page.getByText('All files are restored')).toBeVisible()
  await expect(fileButton(theirs, 'extra.md')).toHaveCount(0)
  await expect(code(theirs)).not.toContainText('more notes')

  // What was there is kept, and gets a name by which it is found.
  await versions(page)
    .getByRole('button', { name: /^Before a restore/ })
    .click()
  await history(page).getByRole('button', { name: 'Name this version' }).click()
  await page.getByLabel('Name of this version').fill('With extras')
  await page.getByRole('button', { name: 'Name it' }).click()
  await openHistory(theirs)
  await expect(versions(theirs).getByRole('button', { name: /^With extras/ })).toBeVisible()
  const slider = history(theirs).getByRole('slider', { name: 'Version' })
  await slider.focus()
  await slider.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Two files/)
  await expect(theirs.getByRole('region', { name: 'Version: Two files' })).toBeVisible()
  await slider.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /^With extras/)

  // Whoever navigates may look, not restore.
  await page.getByRole('button', { name: 'Take the wheel' }).click()
  await page.getByRole('menuitem').first().click()
  await expect(history(theirs)).toContainText('drives: ask for the wheel to restore files.')
  await expect(history(theirs).getByRole('button', { name: /^Restore/ })).toHaveCount(0)

  await page.setViewportSize({ width: 390, height: 780 })
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await expect(history(page)).toBeVisible()
  await expect(side(page, /what has changed$/)).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await axe(page)
})

test('files go home as a zip or a patch, and come from a zip', async ({ page, newVisitor }) => {
  const { owner, guest, project } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  const packed = zipSync({
    'ledger/src/app.py': strToU8('print(1)\n'),
    'ledger/read me.md': strToU8('größe'),
    'ledger/.git/config': strToU8('secret'),
    'ledger/photo.png': new Uint8Array([137, 80, 78, 71, 0, 255]),
  })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import your own files or a zip' }).click(),
  ])
  await chooser.setFiles({
    ...{ name: 'ledger.zip', mimeType: 'application/zip', buffer: Buffer.from(packed) },
  })
  await expect(page.getByText('photo.png: this is not a text file.')).toBeVisible()
  await fileButton(theirs, 'app.py').click()
  await expect(code(theirs)).toContainText('print(1)')
  await add(theirs, 'print(2)\n')
  await expect(saved(theirs)).toBeVisible()
  await fileButton(page, 'app.py').click()
  await expect(code(page)).toContainText('print(2)')

  const slug = project.path.split('/').at(-1)
  const download = async (click: () => Promise<void>) => {
    const [given] = await Promise.all([page.waitForEvent('download'), click()])
    return { name: given.suggestedFilename(), bytes: await readFile(await given.path()) }
  }
  const fromMenu = (item: string) =>
    download(async () => {
      await page.getByRole('button', { name: 'Download the files' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    })
  const zip = await fromMenu('Download as a zip')
  expect(zip.name).toBe(`${slug}.zip`)
  const entries = Object.entries(unzipSync(zip.bytes)).map(([name, own]) => [name, strFromU8(own)])
  expect(Object.fromEntries(entries)).toEqual({
    [`${slug}/read me.md`]: 'größe',
    [`${slug}/src/app.py`]: 'print(1)\nprint(2)\n',
  })

  const patch = await fromMenu('Download as a patch')
  const mail = patch.bytes.toString('utf8')
  expect(patch.name).toBe(`${slug}.patch`)
  expect(mail).toMatch(new RegExp(`^From: ${owner.name} <${owner.handle}@users\\.noreply\\.`, 'm'))
  expect(mail).toContain(`Co-authored-by: ${guest.name} <${guest.handle}@users.noreply.`)
  expect(mail).toContain('--- /dev/null\n+++ b/src/app.py\n@@ -0,0 +1,2 @@\n+print(1)\n+print(2)\n')
  expect(mail).toContain('+++ b/read me.md\t\n@@ -0,0 +1,1 @@\n+größe\n\\ No newline')
  for (const { email } of [owner, guest]) expect(mail).not.toContain(email)

  // From a version on, a patch holds what has changed since.
  await openHistory(page)
  await saveVersion(page, 'Two prints')
  await add(theirs, 'print(3)\n')
  await expect(versionFile(page, /src\/app\.py changed since/)).toBeVisible()
  const since = await download(() =>
    history(page).getByRole('button', { name: 'Patch since this version' }).click(),
  )
  expect(since.bytes.toString('utf8')).toContain(
    'diff --git a/src/app.py b/src/app.py\n--- a/src/app.py\n+++ b/src/app.py\n@@ -1,2 +1,3 @@\n print(1)\n print(2)\n+print(3)\n-- \n',
  )
})
