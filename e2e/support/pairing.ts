import { expect, type Page } from '@playwright/test'
import { enterRoom, type Person } from './journeys'
import { newPerson, teamUp } from './people'

/** Two people in the room of a project, each in a browser of their own, the editor open. */
export async function pairUp(one: Page, other: Page) {
  const owner = await newPerson(one, 'Olu')
  const guest = await newPerson(other, 'Gia')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  for (const { page } of [owner, guest])
    await page.getByRole('button', { name: 'Open the editor' }).click()
  return { owner, guest, project }
}

export const code = (page: Page) => page.getByRole('textbox', { name: /, code$/ })
export const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ })
export const files = (page: Page) => page.getByRole('list', { name: 'Files', exact: true })
export const fileButton = (page: Page, name: string) =>
  files(page).getByRole('button', { name: new RegExp(`^${name}`) })
export const output = (page: Page) => page.getByRole('region', { name: /^Output of / })
export const lineNumber = (page: Page, line: number) =>
  page.locator('.cm-lineNumbers').getByText(String(line), { exact: true })
export const flag = (page: Page, name: string) =>
  page.locator('.cm-remoteFlag').filter({ hasText: name })

export async function newFile({ page }: Person, path: string, text = '') {
  await page.getByRole('button', { name: 'New file' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Path').fill(path)
  await dialog.getByRole('button', { name: 'Create file' }).click()
  await expect(page.getByRole('textbox', { name: `${path}, code` })).toBeVisible()
  if (text) {
    // Typed at once: what the editor adds while one types (brackets, indents) is not what is tested.
    await code(page).focus()
    await page.keyboard.insertText(text)
  }
}

export async function change(page: Page, path: string, action: string) {
  await files(page)
    .getByRole('button', { name: `Change ${path}` })
    .click()
  await page.getByRole('menuitem', { name: action }).click()
}
