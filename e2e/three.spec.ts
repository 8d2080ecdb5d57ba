import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { composer, enterRoom, message, messages, say } from './support/journeys'
import { newPerson, teamUp } from './support/people'

const lines = (page: Page) =>
  messages(page)
    .locator('p')
    .filter({ hasText: /^line \d+|\(deleted\)/ })
const choose = async (page: Page, text: string, action: string) => {
  await message(page, text).click()
  await message(page, text).getByRole('button', { name: action, exact: true }).click()
}

test('three people talk, one of them in two tabs and for a while without a connection', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  // Three browsers at once.
  test.slow()
  allowErrors(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const owner = await newPerson(page, 'Owen')
  const guest = await newPerson(await newVisitor(), 'Asta')
  const third = await newPerson(await newVisitor(), 'Ivo')
  const project = await teamUp(owner, guest, third)
  await Promise.all([owner, guest, third].map((person) => enterRoom(person, project)))
  const tab = third.page
  const other = await tab.context().newPage()

  // What one tab has not read no tab has; what one has read all have.
  await tab.goto('/roadmap')
  await other.goto('/rooms')
  await say(guest, 'line 1')
  await say(owner, `line 2, @${third.handle}`)
  const badge = tab.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Rooms/ })
  await expect(badge).toHaveAccessibleName(/2 unread messages/)
  const room = other.getByRole('main').getByRole('link', { name: new RegExp(project.title) })
  await expect(room).toHaveAccessibleName(/1 mention you.*2 unread messages/)
  await room.click()
  await expect(lines(other)).toHaveCount(2)
  await expect(badge).toHaveAccessibleName('Rooms')

  // Away, much happens to what was said, and something is written.
  await other.context().setOffline(true)
  await expect(other.getByText('What you write is kept', { exact: false })).toBeVisible()
  await composer(page).press('ArrowUp')
  await page.getByRole('textbox', { name: 'Edit your message' }).fill('line 20')
  await page.keyboard.press('Enter')
  await expect(lines(page)).toHaveText(['line 1', /^line 20/])
  await choose(guest.page, 'line 1', 'Delete')
  await say(guest, 'line 3')
  await composer(other).fill('line 4')
  await composer(other).press('Enter')
  await expect(other.getByText('Waiting to be sent')).toBeVisible()
  await expect(lines(page)).toHaveText(['(deleted)', /^line 20/, 'line 3'])

  // Back, everybody has the same, in every tab, before and after a reload.
  await other.context().setOffline(false)
  await tab.goto(project.room)
  const pages = [page, guest.page, tab, other]
  const all = ['(deleted)', /^line 20/, 'line 3', 'line 4']
  for (const each of pages) await expect(lines(each)).toHaveText(all)
  await composer(tab).fill('line 5')
  await composer(tab).press('Enter')
  for (const each of pages) await expect(lines(each)).toHaveText([...all, 'line 5'])
  await Promise.all(pages.map((each) => each.reload()))
  for (const each of pages) await expect(lines(each)).toHaveText([...all, 'line 5'])
})
