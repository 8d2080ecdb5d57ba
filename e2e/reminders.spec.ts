import type { Page } from '@playwright/test'
import pg from 'pg'
import { axe, expect, test } from './support/fixtures'
import { enterRoom, message, postProject, say } from './support/journeys'
import { newPerson } from './support/people'
import { readStack } from './support/stack'

/** As if its moment had come. */
async function makeDue(note: string) {
  const client = new pg.Client({ connectionString: readStack().databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `update reminder set due_at = now() where note = $1 and told_at is null`,
      [note],
    )
    expect(rowCount).toBe(1)
  } finally {
    await client.end()
  }
}
const openReminders = async (page: Page) => {
  await page.getByRole('button', { name: 'Room options' }).click()
  await page.getByRole('menuitem', { name: 'Reminders' }).click()
}

test('somebody is reminded of a message, and led back to it', async ({ page }) => {
  const owner = await newPerson(page, 'Owen')
  const project = await postProject(owner)
  await enterRoom(owner, project)
  const note = `Answer ${project.title}`
  await openReminders(page)
  const list = page.getByRole('dialog', { name: 'Reminders' })
  await expect(list.getByText('Nothing is coming.')).toBeVisible()
  await page.keyboard.press('Escape')
  await say(owner, 'We ship on Monday')

  // From the menu, by the keyboard: at once, and taken back.
  const row = message(page, 'We ship on Monday')
  const more = row.getByRole('button', { name: 'More actions' }).first()
  await row.hover()
  await more.press('Enter')
  await page.getByRole('button', { name: 'Remind me', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: /^In 20 minutes/ })).toBeFocused()
  await axe(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^I will remind you (today|tomorrow) at \d\d:\d\d\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('The reminder is cancelled.')).toBeVisible()

  // With a moment and words of one's own.
  await row.hover()
  await more.click()
  await page.getByRole('button', { name: 'Remind me', exact: true }).click()
  await page.getByRole('button', { name: 'Choose date and time' }).click()
  const form = page.getByRole('dialog', { name: 'Remind me of this message' })
  await form.getByLabel('Note').fill(note)
  await form.getByLabel('Date').fill('2020-01-01')
  await form.getByRole('button', { name: 'Remind me' }).click()
  await expect(form.getByText('That day has passed.')).toBeVisible()
  await expect(form.getByLabel('Date')).toBeFocused()
  await axe(page)
  await form.getByRole('button', { name: 'Tomorrow at 9' }).click()
  await form.getByRole('button', { name: 'Remind me' }).click()
  await expect(page.getByText('I will remind you tomorrow at 09:00.')).toBeVisible()

  // It is coming; cancelled, and wanted after all.
  await openReminders(page)
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list.getByRole('listitem')).toContainText(/Tomorrow at 09:00.*Answer/)
  await expect(list.getByRole('listitem')).toContainText(`${owner.name}: We ship on Monday`)
  await axe(page)
  await list.getByRole('button', { name: `Cancel: ${note}` }).click()
  await list.getByRole('button', { name: `Undo: ${note}` }).click()
  await expect(list.getByRole('link', { name: note })).toBeVisible()
  await page.keyboard.press('Escape')

  // Its moment finds them elsewhere.
  await page.goto('/roadmap')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await makeDue(note)
  await expect(page.getByText(`Reminder: ${note}`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Prajix 1 new at home' })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(row).toBeFocused()
  await expect(page.getByRole('link', { name: 'Prajix, home', exact: true })).toBeVisible()
  await openReminders(page)
  await expect(list.getByText('Nothing is coming.')).toBeVisible()
  await page.goto('/')
  await expect(
    page.getByRole('link', { name: `Reminder: ${note} (${project.title})` }),
  ).toBeVisible()
})
