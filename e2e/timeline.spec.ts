import type { Page } from '@playwright/test'
import pg from 'pg'
import { axe, expect, test } from './support/fixtures'
import { composer, enterRoom, message, messages, say } from './support/journeys'
import { newPerson, teamUp } from './support/people'
import { readStack } from './support/stack'

/** A long past: numbered lines of one person, the last of them a minute ago. */
async function fill(roomId: string, handle: string, count: number) {
  const client = new pg.Client({ connectionString: readStack().databaseUrl })
  await client.connect()
  try {
    await client.query(
      `with author as (select id from person where handle = $2),
       room_now as (update room set seq = seq + $3 where id = $1 returning seq),
       made as (
         insert into message (room_id, author_id, client_id, seq, body, created_at)
         select $1, author.id, gen_random_uuid(), room_now.seq - $3 + n,
           case when n % 50 = 0 then 'past ' || n || E'\\n\\n\`\`\`ts\\nconst n = ' || n || E'\\n\`\`\`'
             when n = 7 then 'past 7 has a zugzwang' else 'past ' || n end,
           now() - ($3 - n + 1) * interval '1 minute'
         from author, room_now, generate_series(1, $3::int) n returning id, seq, author_id
       ) insert into room_event (room_id, seq, kind, actor_id, payload)
         select $1, seq, 'message:created', author_id, jsonb_build_object('messageId', id) from made`,
      [roomId, handle, count],
    )
  } finally {
    await client.end()
  }
}
const past = (page: Page, n: number) =>
  messages(page).filter({ has: page.getByText(`past ${n}`, { exact: true }) })
const bar = (page: Page) => page.getByRole('region', { name: 'Unread messages' })

test('a long past: unread, dates, links, search and marks lead anywhere in it, and back', async ({
  page,
  newVisitor,
}) => {
  test.slow()
  const owner = await newPerson(page, 'Owen')
  const guest = await newPerson(await newVisitor(), 'Asta')
  const project = await teamUp(owner, guest)
  await enterRoom(owner, project)
  const theirs = guest.page
  await enterRoom(guest, project)
  const roomId = new URL(theirs.url()).pathname.split('/').at(-1) ?? ''
  await theirs.goto('/rooms')
  await fill(roomId, owner.handle, 2_000)

  // Two thousand unread: they are counted, and where they begin is one press away.
  await theirs.goto(`/rooms/${roomId}`)
  await expect(past(theirs, 2_000)).toBeInViewport()
  await expect(bar(theirs)).toContainText('2,000 new since')
  await axe(theirs)
  await bar(theirs).getByRole('button', { name: 'Jump' }).click()
  await expect(past(theirs, 1)).toBeInViewport()
  await expect(theirs.getByText('New', { exact: true })).toBeVisible()
  await expect(theirs.getByRole('button', { name: '2,000 new' })).toBeVisible()

  // Down through some hundreds, as a reader scrolls: rows come and go at both ends, the place stays.
  for (const n of [100, 200, 300, 400])
    await expect
      .poll(async () => {
        await messages(theirs).last().scrollIntoViewIfNeeded()
        return past(theirs, n).count()
      })
      .toBe(1)
  await expect(past(theirs, 1)).toHaveCount(0)
  expect(await messages(theirs).count()).toBeLessThanOrEqual(300)

  // What is sent is sent at the live end, and all of it is read.
  await say(guest, 'I have caught up')
  await expect(message(theirs, 'I have caught up')).toBeInViewport()
  await expect(bar(theirs)).toBeHidden()
  await expect(message(page, 'I have caught up')).toBeVisible()

  // The search finds it by the beginning of a word; Enter goes there.
  await theirs.getByRole('button', { name: 'Search messages' }).click()
  const field = theirs.getByRole('searchbox', { name: 'Search messages in this room' })
  await field.fill('has:cheese')
  await expect(theirs.getByText('After has: comes link, code, file or picture.')).toBeVisible()
  await field.fill('zugzw')
  const result = theirs.getByRole('list', { name: 'Messages found' }).getByRole('button')
  await expect(result).toHaveCount(1)
  await expect(result.locator('mark')).toHaveText('zugzwang')
  await axe(theirs)
  await field.press('Enter')
  await expect(message(theirs, 'zugzwang')).toBeInViewport()
  await expect(message(theirs, 'zugzwang')).toBeFocused()

  // A link to it, opened by the other afresh.
  await theirs.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await message(theirs, 'zugzwang').getByRole('button', { name: 'More actions' }).first().click()
  await theirs.getByRole('button', { name: 'Copy link' }).click()
  await expect(theirs.getByText('Link copied.')).toBeVisible()
  const link = await theirs.evaluate(() => navigator.clipboard.readText())
  await page.goto(link)
  await expect(message(page, 'zugzwang')).toBeInViewport()
  await expect(page).toHaveURL(new RegExp(`/rooms/${roomId}$`))
  await page.goto(link.replace(/.{12}$/, '000000000000'))
  await expect(page.getByText('This message is not here any more.')).toBeVisible()
  await expect(past(page, 2_000)).toBeAttached()

  // Over all rooms.
  await page.goto('/rooms/search')
  await page.getByRole('searchbox').last().fill(`zugzwang from:${owner.handle}`)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page
    .getByRole('link', { name: /zugzwang/ })
    .first()
    .click()
  await expect(message(page, 'zugzwang')).toBeInViewport()

  // Keys: the beginning, a screenful on, the end.
  await message(page, 'zugzwang').focus()
  await page.keyboard.press('Home')
  await expect(past(page, 1)).toBeInViewport()
  await page.keyboard.press('PageDown')
  await expect(past(page, 1)).not.toBeFocused()
  await page.keyboard.press('End')
  await expect(message(page, 'I have caught up')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await axe(page)
  await page.keyboard.press('Escape')

  // Unread again, here and in the list of rooms, until its reader comes back to the end.
  const other = await theirs.context().newPage()
  await other.goto('/rooms')
  await theirs.getByRole('button', { name: 'Jump to latest' }).click()
  await past(theirs, 1_990).click()
  await past(theirs, 1_990).getByRole('button', { name: 'More actions' }).first().click()
  await theirs.getByRole('button', { name: 'Mark unread from here' }).click()
  await expect(
    other.getByRole('main').getByRole('link', { name: new RegExp(project.title) }),
  ).toContainText('11')
  await expect(composer(theirs)).toBeVisible()
})
