import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/fixtures'
import { enterRoom, message } from './support/journeys'
import { newPerson, teamUp } from './support/people'

const poll = (page: Page, question: string) =>
  message(page, question).getByRole('region', { name: 'Poll' })

test('two people ask, vote, change their minds and end a poll', async ({ page, newVisitor }) => {
  const theirs = await newVisitor()
  const owner = await newPerson(page, 'Owen')
  const guest = await newPerson(theirs, 'Asta')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])

  // The form says what is missing, beside it; its options grow.
  await page.getByRole('button', { name: 'Ask a poll' }).click()
  const form = page.getByRole('dialog', { name: 'Ask a poll' })
  await expect(form.getByLabel('Question')).toBeFocused()
  await form.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(form.getByText('Ask a question.')).toBeVisible()
  await expect(form.getByText('Give at least two options.')).toBeVisible()
  await form.getByLabel('Question').fill('When do we meet?')
  await form.getByLabel('Option 1').fill('Monday')
  await form.getByLabel('Option 1').press('Enter')
  await expect(form.getByLabel('Option 2')).toBeFocused()
  await page.keyboard.type('monday')
  await expect(form.getByRole('textbox', { name: /^Option/ })).toHaveCount(3)
  await form.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(form.getByText('This option is there already.')).toBeVisible()
  await axe(page)
  await form.getByLabel('Option 2').fill('Tuesday')
  await form.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: 'Ask a poll' })).toBeFocused()

  // One choice, by keyboard and by pointer; each sees the other's.
  const asked = poll(page, 'When do we meet?')
  const heard = poll(theirs, 'When do we meet?')
  await expect(heard).toContainText('Nobody has voted yet')
  await heard.getByRole('radio', { name: 'Monday' }).focus()
  await theirs.keyboard.press('ArrowDown')
  await theirs.keyboard.press('Space')
  await expect(heard.getByRole('radio', { name: 'Tuesday: 1 vote, You' })).toBeChecked()
  await asked.getByRole('radio', { name: 'Tuesday' }).click()
  await asked.getByRole('radio', { name: 'Monday' }).click()
  await expect(heard.getByRole('radio', { name: `Monday: 1 vote, ${owner.name}` })).toBeVisible()
  await expect(asked).toContainText('2 voted')
  await asked.getByRole('button', { name: 'Who voted' }).click()
  await expect(asked.getByText(guest.name, { exact: true })).toBeVisible()
  await axe(page)
  await heard.getByRole('button', { name: 'Take back' }).click()
  await expect(asked).toContainText('1 voted')
  await expect(heard.getByRole('button', { name: 'Close poll' })).toHaveCount(0)

  // It ends for everybody, and is the same after a reload.
  await asked.getByRole('button', { name: 'Close poll' }).click()
  const sure = page.getByRole('dialog', { name: 'Close this poll' })
  await sure.getByRole('button', { name: 'Close poll' }).click()
  await expect(message(page, 'When do we meet?')).toBeFocused()
  await expect(heard).toContainText('Closed')
  await expect(heard.getByRole('radio')).toHaveCount(0)
  await theirs.reload()
  await expect(heard.getByRole('listitem').filter({ hasText: 'Monday' })).toContainText('1 vote')
  await axe(theirs)

  // Several choices, in a thread.
  await message(theirs, 'When do we meet?').click()
  await theirs.getByRole('button', { name: 'Reply in thread' }).click()
  const thread = theirs.getByRole('region', { name: 'Thread' })
  await thread.getByRole('button', { name: 'Ask a poll' }).click()
  const second = theirs.getByRole('dialog', { name: 'Ask a poll' })
  await second.getByLabel('Question').fill('What do we bring?')
  await second.getByLabel('Option 1').fill('Tea')
  await second.getByLabel('Option 2').fill('Cake')
  await second.getByLabel('People may choose several').check()
  await second.getByRole('button', { name: 'Ask', exact: true }).click()
  const reply = thread.getByRole('list', { name: 'Replies' }).getByRole('region', { name: 'Poll' })
  await reply.getByRole('checkbox', { name: 'Tea' }).click()
  await reply.getByRole('checkbox', { name: 'Cake' }).click()
  await message(page, 'When do we meet?')
    .getByRole('button', { name: /^1 reply/ })
    .click()
  const there = page.getByRole('region', { name: 'Thread' }).getByRole('list', { name: 'Replies' })
  for (const option of ['Tea', 'Cake'])
    await expect(
      there.getByRole('checkbox', { name: `${option}: 1 vote, ${guest.name}` }),
    ).toBeVisible()
})
