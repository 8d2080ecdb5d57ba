import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/fixtures'
import { composer, enterRoom, message, messages, say } from './support/journeys'
import { newPerson, teamUp } from './support/people'

const press = async (page: Page, text: string, action: string) => {
  await message(page, text).click()
  await message(page, text).getByRole('button', { name: action, exact: true }).click()
}
const replyBox = (page: Page) => page.getByRole('textbox', { name: 'Reply in the thread' })
const reply = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Replies' }).getByRole('article').filter({ hasText: text })

test('two people answer in a thread, mention each other, undo, look at edits and pin', async ({
  page,
  newVisitor,
}) => {
  // Two people walk through all of it.
  test.slow()
  const theirs = await newVisitor()
  const owner = await newPerson(page, 'Owen')
  const guest = await newPerson(theirs, 'Asta')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])

  // A thread begins; whom it mentions is suggested while typing.
  await say(owner, 'Which index do we take?')
  await press(theirs, 'Which index', 'Reply in thread')
  await expect(replyBox(theirs)).toBeFocused()
  await replyBox(theirs).pressSequentially('A partial one, @ow')
  const options = theirs.getByRole('listbox', { name: 'People to mention' }).getByRole('option')
  await expect(options).toHaveText([new RegExp(owner.name)])
  await axe(theirs)
  await theirs.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await replyBox(theirs).pressSequentially('e')
  await theirs.keyboard.press('Backspace')
  await theirs.keyboard.press('Backspace')
  await theirs.keyboard.press('Backspace')
  await theirs.keyboard.press('Backspace')
  await replyBox(theirs).pressSequentially('@')
  await expect(options).toHaveCount(3)
  await theirs.keyboard.press('ArrowDown')
  await theirs.keyboard.press('Tab')
  await expect(replyBox(theirs)).toHaveValue(`A partial one, @${owner.handle} `)
  await theirs.keyboard.press('Enter')
  await expect(reply(theirs, 'A partial one')).toContainText(`@${owner.name}`)

  // It is not in the main list; its head tells of it, and whoever follows it is told.
  const line = message(page, 'Which index').getByRole('button', { name: /^1 reply/ })
  await expect(line).toContainText('1 new')
  await expect(messages(page)).toHaveCount(1)
  const threads = page.getByRole('button', { name: /^Threads/ })
  await expect(threads).toHaveAccessibleName(/1 with news/)
  await threads.click()
  await page
    .getByRole('region', { name: 'Threads' })
    .getByRole('button', { name: /mentions you/ })
    .click()
  await expect(reply(page, 'A partial one')).toBeVisible()
  await expect(threads).not.toHaveAccessibleName(/with news/)
  await replyBox(page).fill('On station and time')
  await replyBox(page).press('Enter')
  await expect(reply(theirs, 'On station and time')).toBeVisible()
  await expect(
    message(page, 'Which index').getByRole('button', { name: /^2 replies/ }),
  ).toBeVisible()
  await axe(page)

  // A mention is counted beside what is unread, until it is read.
  await theirs.goto('/roadmap')
  await say(owner, `Have a look, @${guest.handle}`)
  await expect(message(page, 'Have a look').getByText('Sent')).toBeVisible()
  await theirs.goto('/rooms')
  const room = theirs.getByRole('main').getByRole('link', { name: new RegExp(project.title) })
  await expect(room).toHaveAccessibleName(/1 mention you.*1 unread message/)
  await room.click()
  await expect(message(theirs, 'Have a look')).toContainText(`@${guest.name}`)

  // What was said stands in what it was before.
  await composer(page).press('ArrowUp')
  const editor = page.getByRole('textbox', { name: 'Edit your message' })
  await editor.fill('Have a quick look, please')
  await page.keyboard.press('Enter')
  await message(theirs, 'quick look').getByRole('button', { name: '(edited)' }).click()
  const edits = theirs.getByRole('dialog', { name: 'Edits of this message' })
  await expect(edits.locator('ins').filter({ hasText: 'quick' })).toBeVisible()
  await expect(edits.getByRole('listitem')).toHaveCount(2)
  await axe(theirs)
  await theirs.keyboard.press('Escape')

  // Pins, and a deletion that is undone.
  await press(theirs, 'Which index', 'Pin')
  const list = page.getByRole('list', { name: 'Messages' })
  await expect(list.getByText(`${guest.name} pinned a message.`)).toBeVisible()
  await expect(message(page, 'Which index')).toContainText('Pinned')
  await page.getByRole('button', { name: /^Pinned/ }).click()
  const pinned = page.getByRole('region', { name: 'Pinned messages' })
  await expect(pinned).toContainText(`Pinned by ${guest.name}`)
  await axe(page)
  await press(page, 'Which index', 'Delete')
  await expect(message(theirs, '(deleted)')).toBeVisible()
  await expect(pinned).toContainText('Nothing is pinned.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(message(theirs, 'Which index')).toContainText('2 replies')

  // What a fresh page says is what both saw grow.
  await page.reload()
  await expect(messages(page)).toHaveCount(2)
  await expect(
    message(page, 'Which index').getByRole('button', { name: /^2 replies/ }),
  ).toBeVisible()

  // A reply is found by its words and by its link, in its thread; what was begun there has been kept.
  await page.getByRole('button', { name: 'Search messages' }).click()
  const field = page.getByRole('searchbox', { name: 'Search messages in this room' })
  await field.fill('station')
  const found = page.getByRole('list', { name: 'Messages found' }).getByRole('button')
  await expect(found).toContainText('in a thread')
  await field.press('Enter')
  await expect(reply(page, 'On station')).toBeFocused()
  await replyBox(page).fill('Half a thought')
  const replyId = (await reply(page, 'On station').getAttribute('id'))?.replace('message-', '')
  await page.goto(`${new URL(page.url()).pathname}?message=${replyId}`)
  await expect(reply(page, 'On station')).toBeFocused()
  await expect(replyBox(page)).toHaveValue('Half a thought')
})
