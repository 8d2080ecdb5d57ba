import { axe, demo, expect, signIn, test } from './support/fixtures'
import { composer, message, messages, newPerson, say } from './support/journeys'

test('two people write to each other, until one blocks the other', async ({ page, newVisitor }) => {
  const theirs = await newVisitor()
  const asta = await newPerson(page, 'Asta')
  const bram = await newPerson(theirs, 'Bram')

  await page.goto(`/@${bram.handle}`)
  await page.getByRole('button', { name: 'Message' }).click()
  await page.waitForURL(/\/rooms\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: bram.name })).toBeVisible()
  await expect(page.getByText('Nobody but the two of you reads this.')).toBeVisible()
  await axe(page)
  await say(asta, 'Shall we build the tide table?')
  await expect(message(page, 'Shall we build').getByText('Sent')).toBeVisible()

  await theirs.goto('/rooms')
  const people = theirs.getByRole('region', { name: 'People' })
  await expect(people.getByRole('link')).toContainText('Shall we build the tide table?')
  await axe(theirs)
  await people.getByRole('link').click()
  await say(bram, 'Gladly')
  await expect(message(page, 'Gladly')).toBeVisible()

  await theirs.goto(`/@${asta.handle}`)
  await theirs.getByRole('button', { name: 'Block' }).click()
  await theirs
    .getByRole('dialog')
    .getByRole('button', { name: /^Block / })
    .click()
  await expect(page.getByRole('heading', { name: 'This room is not open to you' })).toBeVisible()
  await theirs.getByRole('button', { name: 'Unblock' }).click()
  await theirs
    .getByRole('dialog')
    .getByRole('button', { name: /^Unblock / })
    .click()
  await theirs.getByRole('button', { name: 'Message' }).click()
  await expect(message(theirs, 'Gladly')).toBeVisible()
})

test('people who learn a step talk in its room, and a moderator keeps order', async ({
  page,
  newVisitor,
}) => {
  const theirs = await newVisitor()
  const maya = await newVisitor()
  const asta = await newPerson(page, 'Asta')
  const bram = await newPerson(theirs, 'Bram')
  const owner = demo('owner')
  await signIn(maya, owner.email, owner.password)

  for (const each of [page, theirs]) {
    await each.goto('/roadmap/web-servers')
    await expect(each.getByText('Start learning to enter.')).toBeVisible()
    await each.getByRole('button', { name: 'Start learning' }).click()
    await each.getByRole('button', { name: 'Enter the room' }).click()
    await each.waitForURL(/\/rooms\//)
  }
  await maya.goto('/roadmap/web-servers')
  await maya
    .getByRole('button', { name: 'Enter the room' })
    .or(maya.getByRole('link', { name: 'Go to the room' }))
    .click()
  const said = `Buy ${asta.name}`
  await say(asta, said)
  for (const each of [theirs, maya]) await expect(message(each, said)).toBeVisible()
  await axe(page)

  await message(theirs, said).click()
  await message(theirs, said).getByRole('button', { name: 'More actions' }).first().click()
  await theirs.getByRole('button', { name: 'Report' }).click()
  await theirs.getByRole('dialog').getByLabel('What a moderator should know').fill('Spam, I think')
  await axe(theirs)
  await theirs.getByRole('dialog').getByRole('button', { name: 'Report' }).click()
  await expect(theirs.getByText('Reported.')).toBeVisible()

  // A mute is told to its person alone, and what they have begun stays.
  await message(maya, said).click()
  await message(maya, said).getByRole('button', { name: 'More actions' }).first().click()
  await maya.getByRole('button', { name: `Mute ${asta.name}` }).click()
  await maya.getByRole('dialog').getByLabel('Reason').fill('No advertising here')
  await composer(page).fill('One more')
  await maya.getByRole('dialog').getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByText('No advertising here')).toBeVisible()
  await composer(page).press('Enter')
  await expect(composer(page)).toHaveValue('One more')
  await axe(page)

  await maya.getByRole('button', { name: 'Room options' }).click()
  await maya.getByRole('menuitem', { name: 'Keep order' }).click()
  await maya.getByLabel('Slow mode').selectOption('60')
  await maya.getByRole('button', { name: `Lift the mute of ${asta.name}` }).click()
  await expect(maya.getByText('Nobody is muted here.')).toBeVisible()
  await axe(maya)
  await expect(page.getByText('No advertising here')).toBeHidden()
  await expect(
    page.getByRole('list', { name: 'Messages' }).getByText(/turned slow mode on: one message per/),
  ).toBeVisible()
  await composer(page).press('Enter')
  await expect(message(page, 'One more')).toBeVisible()
  await expect(page.getByText(/you can send again in \d+ s/)).toBeVisible()
  await maya.getByLabel('Slow mode').selectOption('0')

  await maya.goto('/moderation')
  const report = maya.getByRole('listitem').filter({ hasText: said })
  await expect(report).toContainText('Spam, I think')
  await axe(maya)
  await report
    .getByRole('button', { name: `Remove the message of ${asta.name}`, exact: true })
    .click()
  await expect(report).toHaveCount(0)
  await expect(message(page, said)).toHaveCount(0)

  await theirs.getByRole('button', { name: 'Room options' }).click()
  await theirs.getByRole('menuitem', { name: 'Leave this room' }).click()
  await expect(theirs.getByRole('button', { name: 'Enter the room' })).toBeVisible()
  await expect(messages(theirs)).toHaveCount(0)
  expect(bram.name).not.toBe(asta.name)
})
