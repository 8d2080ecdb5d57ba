import { axe, demo, expect, signIn, test } from './support/fixtures'
import { composer, message, say } from './support/journeys'
import { newPerson } from './support/people'

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

  // Whoever is bothered tells a moderator, who needs no seat in the room.
  await message(page, 'Gladly').click()
  await message(page, 'Gladly').getByRole('button', { name: 'More actions' }).first().click()
  await page.getByRole('button', { name: 'Report' }).click()
  await page.getByLabel('What a moderator should know').fill(`About ${bram.name}`)
  await axe(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Report' }).click()
  await expect(page.getByText('Reported.')).toBeVisible()
  const maya = await newVisitor()
  const owner = demo('owner')
  await signIn(maya, owner.email, owner.password)
  await maya.goto('/moderation')
  const report = maya
    .getByRole('listitem')
    .filter({ hasText: `About ${bram.name}` })
    .first()
  await axe(maya)
  await report
    .getByRole('button', { name: `Remove the message of ${bram.name}`, exact: true })
    .click()
  await expect(message(page, '(deleted)')).toBeVisible()

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
  await expect(message(theirs, 'Shall we build')).toBeVisible()
})

test('people who learn a step talk in its room, and a moderator keeps order', async ({
  page,
  newVisitor,
}) => {
  const maya = await newVisitor()
  const asta = await newPerson(page, 'Asta')
  const owner = demo('owner')
  await signIn(maya, owner.email, owner.password)

  await page.goto('/roadmap/web-servers')
  await expect(page.getByText('Start learning to enter.')).toBeVisible()
  await page.getByRole('button', { name: 'Start learning' }).click()
  await expect(page.getByRole('button', { name: 'Enter the room' })).toBeVisible()
  for (const each of [page, maya]) {
    await each.goto('/roadmap/web-servers')
    await each.getByRole('button', { name: 'Enter the room' }).click()
    await each.waitForURL(/\/rooms\//)
  }
  const said = `Buy ${asta.name}`
  await say(asta, said)
  await expect(message(maya, said)).toBeVisible()

  // A mute is told to its person alone, and what they have begun stays.
  await composer(page).fill('One more')
  await message(maya, said).click()
  await message(maya, said).getByRole('button', { name: 'More actions' }).first().click()
  await maya.getByRole('button', { name: `Mute ${asta.name}` }).click()
  await maya.getByRole('dialog').getByLabel('Reason').fill('No advertising here')
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
  // In the conversation, and for screen readers beside it.
  const told = page.getByRole('list', { name: 'Messages' })
  await expect(told).toContainText('turned slow mode on: one message per person in 1 min')
  await composer(page).press('Enter')
  await expect(message(page, 'One more')).toBeVisible()
  await expect(page.getByText(/you can send again in \d+ s/)).toBeVisible()
  await maya.getByLabel('Slow mode').selectOption('0')
  await expect(told).toContainText('turned slow mode off')

  await page.getByRole('button', { name: 'Room options' }).click()
  await page.getByRole('menuitem', { name: 'Leave this room' }).click()
  await expect(page.getByRole('button', { name: 'Enter the room' })).toBeVisible()
})
