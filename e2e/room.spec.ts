import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/fixtures'
import {
  accept,
  askToJoin,
  composer,
  enterRoom,
  message,
  messages,
  type Person,
  postProject,
  say,
  signUp,
} from './support/journeys'
import { newPerson, teamUp } from './support/people'
import type { Site } from './support/site'
import { startOwnSite } from './support/stack'

/** Two people in the room of a project, each in a browser of their own. */
async function pair(one: Page, other: Page) {
  const owner = await newPerson(one, 'Owen')
  const guest = await newPerson(other, 'Asta')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  return { owner, guest, project }
}

/** The same on a site of the test's own. */
async function pairOnSite(one: Page, other: Page) {
  const owner = await signUp(one, 'Owen')
  const guest = await signUp(other, 'Asta')
  const project = await postProject(owner)
  await askToJoin(guest, project)
  await accept(owner, guest, project)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  return { owner, guest, project }
}

const chosen = (page: Page, text: string) => ({
  async press(action: string) {
    await message(page, text).click()
    await message(page, text).getByRole('button', { name: action, exact: true }).click()
  },
})
const bodies = (page: Page) =>
  messages(page)
    .locator('p')
    .filter({ hasText: /^line \d+$/ })
const strip = (page: Page) => page.getByRole('status').filter({ hasText: 'What you write is kept' })

test('two people talk: Markdown, code, replies, reactions, edits and deletes reach both', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest } = await pair(page, await newVisitor())
  const theirs = guest.page

  await composer(page).fill('The **plan** first')
  await composer(page).press('Shift+Enter')
  await composer(page).pressSequentially('```ts')
  await composer(page).press('Shift+Enter')
  await composer(page).pressSequentially('const rows = await explain(query)')
  await page.getByRole('button', { name: 'Send' }).click()
  const plan = message(theirs, 'The plan first')
  await expect(plan.locator('strong')).toHaveText('plan')
  await expect(plan.locator('pre code')).toContainText('const rows = await explain(query)')
  await expect(plan.locator('pre code span').filter({ hasText: /^const$/ })).toBeVisible()
  await expect(message(page, 'The plan first').getByText('Sent')).toBeVisible()

  await say(guest, '<img src=x onerror="alert(1)"> is only text')
  await expect(message(page, 'is only text')).toBeVisible()
  await expect(message(page, 'is only text').locator('img')).toHaveCount(0)

  await chosen(theirs, 'The plan first').press('Reply')
  await say(guest, 'An index will do')
  await expect(message(page, 'An index will do')).toContainText(owner.name)

  await chosen(page, 'An index will do').press('React')
  await page.getByRole('button', { name: 'Ship it', exact: true }).click()
  const reaction = message(theirs, 'An index will do').getByRole('button', { name: /^Ship it: 1/ })
  await expect(reaction).toBeVisible()
  await reaction.click()
  await expect(
    message(page, 'An index will do').getByRole('button', { name: /^Ship it: 2/ }),
  ).toBeVisible()
  // Any other by its name, without a mouse; what was used is at hand the next time.
  await chosen(page, 'An index will do').press('React')
  await page.getByRole('button', { name: 'More emoji' }).press('Enter')
  const search = page.getByRole('searchbox', { name: 'Search emoji' })
  await expect(search).toBeFocused()
  await page.getByRole('combobox', { name: 'Skin tone' }).selectOption('4')
  await search.fill('raised fist')
  await expect(page.getByRole('grid', { name: 'Found' }).getByRole('button')).not.toHaveCount(0)
  await axe(page)
  await search.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(
    message(theirs, 'An index will do').getByRole('button', { name: /^✊🏾: 1, Owen/ }),
  ).toBeVisible()
  await chosen(page, 'An index will do').press('React')
  await page.getByRole('button', { name: 'More emoji' }).click()
  await expect(
    page.getByRole('grid', { name: 'Recently used' }).getByRole('button', { name: 'raised fist' }),
  ).toBeVisible()
  await page.keyboard.press('Escape')

  await composer(theirs).press('ArrowUp')
  await theirs.getByRole('textbox', { name: 'Edit your message' }).fill('A partial index will do')
  await theirs.keyboard.press('Enter')
  await expect(message(page, 'A partial index will do')).toContainText('(edited)')
  await expect(message(theirs, 'A partial index will do')).toContainText('(edited)')

  await say(guest, 'Something I regret')
  await expect(message(page, 'Something I regret')).toBeVisible()
  await chosen(theirs, 'Something I regret').press('Delete')
  await expect(message(page, 'Something I regret')).toHaveCount(0)
  await expect(message(page, '(deleted)')).toHaveCount(1)

  // What a fresh page says is what both saw grow.
  const seen = await messages(theirs).count()
  await page.reload()
  await expect(messages(page)).toHaveCount(seen)
  await expect(message(page, 'A partial index will do')).toContainText('(edited)')
  await expect(message(page, '(deleted)')).toHaveCount(1)
})

test('each sees who is there and who is writing, and counts what they have not read', async ({
  page,
  newVisitor,
}) => {
  const { owner, guest, project } = await pair(page, await newVisitor())
  const theirs = guest.page
  const here = page.getByRole('region', { name: 'Here' })
  await expect(here.getByText(guest.name)).toBeVisible()

  await composer(theirs).pressSequentially('Hm')
  await expect(page.getByText('Asta is typing')).toBeVisible()
  await composer(theirs).press('Enter')
  await expect(message(page, 'Hm')).toBeVisible()
  await expect(page.getByText('Asta is typing')).toBeHidden()

  await theirs.goto('/roadmap')
  await expect(page.getByRole('region', { name: 'Offline' }).getByText(guest.name)).toBeVisible()
  await say(owner, 'Are you still there?')
  await say(owner, 'Take your time.')
  const rooms = theirs
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Rooms/ })
  await expect(rooms).toHaveAccessibleName(/2 unread messages/)

  await rooms.click()
  const room = theirs.getByRole('main').getByRole('link', { name: new RegExp(project.title) })
  await expect(room).toContainText('Take your time.')
  await room.click()
  await expect(theirs.getByText('New', { exact: true })).toBeVisible()
  await expect(message(theirs, 'Take your time.')).toBeInViewport()
  await expect(here.getByText(guest.name)).toBeVisible()
  await theirs.getByRole('link', { name: 'All your rooms' }).click()
  await expect(rooms).toHaveAccessibleName('Rooms')
})

test('what stands in the composer survives a reload, with the message it answers', async ({
  page,
  newVisitor,
}) => {
  const { guest } = await pair(page, await newVisitor())
  await say(guest, 'Which index?')
  await expect(message(page, 'Which index?')).toBeVisible()
  await chosen(page, 'Which index?').press('Reply')
  await composer(page).fill('The one on station and')
  await page.reload()
  await expect(composer(page)).toHaveValue('The one on station and')
  await expect(page.getByText('Reply to')).toBeVisible()
  await composer(page).press('End')
  await composer(page).pressSequentially(' time')
  await composer(page).press('Enter')
  const answer = message(guest.page, 'The one on station and time')
  await expect(answer).toContainText('Which index?')
  await expect(composer(page)).toHaveValue('')
  await page.reload()
  await expect(composer(page)).toHaveValue('')
})

test('a message written offline is sent once, when the connection is back', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const { owner, guest } = await pair(page, await newVisitor())
  await say(owner, 'line 1')
  await expect(bodies(guest.page)).toHaveCount(1)

  await page.context().setOffline(true)
  await expect(strip(page)).toBeVisible()
  await say(owner, 'line 2')
  await expect(page.getByText('Waiting to be sent')).toBeVisible()
  await say(guest, 'line 3')
  await expect(bodies(guest.page)).toHaveText(['line 1', 'line 3'])

  await page.context().setOffline(false)
  await expect(bodies(guest.page)).toHaveText(['line 1', 'line 3', 'line 2'])
  await expect(bodies(page)).toHaveText(['line 1', 'line 3', 'line 2'])
  await expect(strip(page)).toBeHidden()
  await page.reload()
  await expect(bodies(page)).toHaveText(['line 1', 'line 3', 'line 2'])
})

/** Both have every line once, in one order, which is also what a fresh page shows. */
async function sameForBoth(people: Person[], count: number) {
  const orders: string[][] = []
  for (const { page } of people) {
    await expect(bodies(page)).toHaveCount(count)
    orders.push(await bodies(page).allTextContents())
  }
  const lines = Array.from({ length: count }, (_, index) => `line ${index + 1}`)
  for (const order of orders) expect(order.toSorted()).toEqual(lines.toSorted())
  expect(orders[0]).toEqual(orders[1])
  for (const { page } of people) {
    await page.reload()
    await expect(bodies(page)).toHaveText(orders[0] ?? [])
  }
}

async function withSite(site: Site, run: () => Promise<void>) {
  try {
    await run()
  } finally {
    await site.stop()
  }
}

test('two nodes: each is killed in mid conversation, and nothing is lost or doubled', async ({
  stack,
  newVisitor,
  allowErrors,
}) => {
  // Nodes are started anew, and clients take their time to come back.
  test.slow()
  test.skip(!stack.redis, 'Two nodes need Redis.')
  allowErrors(/WebSocket|ERR_CONNECTION/)
  const site = await startOwnSite(stack, 'e2e_two_nodes', { redis: true, nodes: 2 })
  await withSite(site, async () => {
    test.skip(!site.redis, 'Two nodes need a Redis of their own.')
    const [one, other] = [await newVisitor(site), await newVisitor(site)]
    const { owner, guest } = await pairOnSite(one, other)
    const people = [owner, guest]
    let count = 0
    const talk = async () => {
      for (const person of people) await say(person, `line ${++count}`)
    }
    await talk()
    for (const person of people) await expect(bodies(person.page)).toHaveCount(count)
    for (const node of site.nodes) {
      await talk()
      await Promise.all([node.kill(), talk()])
      await talk()
      for (const person of people) await expect(bodies(person.page)).toHaveCount(count)
      await node.start()
    }
    await talk()
    await sameForBoth(people, count)
  })
})

test('one node without Redis: it is killed and comes back, and nothing is lost or doubled', async ({
  stack,
  newVisitor,
  allowErrors,
}) => {
  // Nodes are started anew, and clients take their time to come back.
  test.slow()
  allowErrors(/WebSocket|ERR_CONNECTION/)
  const site = await startOwnSite(stack, 'e2e_one_node', { redis: false, nodes: 1 })
  await withSite(site, async () => {
    const [one, other] = [await newVisitor(site), await newVisitor(site)]
    const { owner, guest } = await pairOnSite(one, other)
    const people = [owner, guest]
    let count = 0
    const talk = async () => {
      for (const person of people) await say(person, `line ${++count}`)
    }
    await talk()
    await talk()
    const [node] = site.nodes
    await Promise.all([node?.kill(), talk()])
    await expect(strip(owner.page)).toBeVisible()
    await talk()
    await expect(owner.page.getByText('Waiting to be sent').first()).toBeVisible()
    // A reload while nobody answers: what waits is still there, and is sent when somebody does.
    await owner.page.reload()
    await expect(owner.page.getByText('Waiting to be sent').first()).toBeVisible()
    await node?.start()
    await sameForBoth(people, count)
  })
})
