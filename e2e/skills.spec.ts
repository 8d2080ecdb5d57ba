import type { Page } from '@playwright/test'
import { axe, demo, expect, signIn, test } from './support/fixtures'
import { ownWord } from './support/journeys'
import { newPerson } from './support/people'

const having = 'Add a skill that you have'
const field = (page: Page) => page.getByLabel(having, { exact: true })
/** Not those of select boxes. */
const suggested = (page: Page) => page.getByRole('listbox').getByRole('option')
const offer = (page: Page, name: string) => page.getByRole('option', { name: `Propose “${name}”` })
/** The row of the list at /moderation/skills. */
const row = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
/** No skill goes by it, nor does a test beside this one propose it. */
const ownSkill = () => `Q${ownWord()}`

async function asModerator(page: Page) {
  const { email, password } = demo('owner')
  await signIn(page, email, password)
}

/** Types it, and takes the offer by the keyboard alone. */
async function propose(page: Page, name: string) {
  await field(page).fill(name)
  await expect(offer(page, name)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(offer(page, name)).toHaveAttribute('data-highlighted', '')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`“${name}” waits for a moderator.`)).toBeVisible()
}

test('a skill is proposed on the keyboard, accepted, told, and added to the profile', async ({
  page,
  newVisitor,
}) => {
  const name = ownSkill()
  await newPerson(page, 'Nia')
  await page.goto('/settings/profile')

  // Enter on what is merely mistyped proposes nothing.
  await field(page).fill(name)
  await expect(offer(page, name)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('waits for a moderator')).toHaveCount(0)

  await propose(page, name)
  await expect(field(page)).toHaveValue(name)
  await page.getByRole('button', { name: 'Say what it is' }).click()
  const note = page.getByLabel(`What “${name}” is`)
  await expect(note).toBeFocused()
  await note.fill('A language of this test.')
  await note.press('Enter')
  await expect(page.getByText('Your note: A language of this test.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the note' })).toBeFocused()
  await page.setViewportSize({ width: 390, height: 844 })
  await axe(page)
  await page.goto('/')

  const there = await newVisitor()
  await asModerator(there)
  await there.goto('/')
  await there.getByRole('button', { name: 'Your account, Maya Okafor' }).click()
  const link = there.getByRole('link', { name: /^Proposed skills \d+ waiting/ })
  await expect(link).toBeVisible()
  await axe(there)
  await link.click()
  await expect(there).toHaveURL('/moderation/skills')
  await expect(row(there, name)).toContainText('1 person wants it')
  await expect(row(there, name)).toContainText('A language of this test.')
  await row(there, name)
    .getByRole('button', { name: `Accept “${name}”` })
    .click()
  const dialog = there.getByRole('dialog')
  await dialog.getByLabel('Other words').fill('postgres')
  await dialog.getByRole('button', { name: 'Add to the catalogue' }).click()
  await expect(dialog.getByText('“postgres” means PostgreSQL already.')).toBeVisible()
  await axe(there)
  await dialog.getByLabel('Other words').fill(`${name}lang, ${name} language`)
  await dialog.getByRole('button', { name: 'Add to the catalogue' }).click()
  await expect(row(there, name)).toHaveCount(0)
  await expect(there.getByRole('heading', { level: 1 })).toBeFocused()

  // Nobody reloads: the news comes by itself.
  await page.getByRole('link', { name: `“${name}” is in the catalogue now` }).click()
  await expect(page).toHaveURL('/settings/profile')
  await field(page).fill(`${name}lang`)
  await expect(suggested(page).first()).toHaveText(new RegExp(`^${name}`))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(`${name}: level`)).toBeVisible()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Profile saved')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(`${name}: level`)).toBeVisible()
})

test('two people want one skill; it is merged, and the other is declined with a reason', async ({
  page,
  newVisitor,
}) => {
  const [name, unwanted] = [ownSkill(), ownSkill()]
  await newPerson(page, 'Nia')
  await page.goto('/welcome')
  await propose(page, name)
  await propose(page, unwanted)
  await page.goto('/')

  const second = await newVisitor()
  await newPerson(second, 'Ola')
  await second.setViewportSize({ width: 390, height: 844 })
  await second.goto('/projects/new')
  await second
    .getByLabel(/^Add a skill to/)
    .first()
    .fill(name.toLowerCase())
  await offer(second, name.toLowerCase()).click()
  await expect(
    second.getByText(`“${name}” waits for a moderator. One more person wants it.`),
  ).toBeVisible()
  await axe(second)

  const there = await newVisitor()
  await asModerator(there)
  await there.setViewportSize({ width: 390, height: 844 })
  await there.goto('/moderation/skills')
  await expect(row(there, name)).toContainText('2 people want it')
  await row(there, name)
    .getByRole('button', { name: `Merge “${name}”` })
    .click()
  const dialog = there.getByRole('dialog')
  await dialog.getByLabel('Find the skill it belongs to').fill('k8s')
  await there.getByRole('option', { name: 'Kubernetes' }).click()
  await expect(dialog.getByRole('radio', { name: 'Kubernetes' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Merge into Kubernetes' }).click()
  await expect(row(there, name)).toHaveCount(0)

  await row(there, unwanted)
    .getByRole('button', { name: `Decline “${unwanted}”` })
    .click()
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(dialog.getByText('Write a reason of at least 3 characters.')).toBeVisible()
  await axe(there)
  await dialog.getByLabel('Reason').fill('Nobody works with it.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(row(there, unwanted)).toHaveCount(0)

  await expect(page.getByText(`“${name}” is another word for Kubernetes now.`)).toBeVisible()
  await expect(
    page.getByText(`“${unwanted}” was not added to the skills: Nobody works with it.`),
  ).toBeVisible()
  // The second's page has been told, and knows the word now.
  await second
    .getByLabel(/^Add a skill to/)
    .first()
    .fill(`${name.toLowerCase()} `)
  await expect(suggested(second).first()).toHaveText(/^Kubernetes/)
})

test('what the catalogue has is named, and only where people choose for themselves', async ({
  page,
}) => {
  await newPerson(page, 'Nia')
  await page.goto('/people')
  await page
    .getByLabel('Find people who have a skill', { exact: true })
    .first()
    .fill('no-such-skill')
  await expect(page.getByText('No skill goes by that name.')).toBeVisible()
  await expect(suggested(page)).toHaveCount(0)

  await page.goto('/settings/profile')
  await field(page).fill('golang')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Go: level')).toBeVisible()
  await field(page).fill('golang')
  await expect(page.getByText('What goes by that name is chosen.')).toBeVisible()

  // Nothing begins like it, but the server knows better.
  await field(page).fill('machine/learning')
  await offer(page, 'machine/learning').click()
  await expect(
    page.getByText('“machine/learning” is in the catalogue as Machine learning: choose that'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Your account' }).click()
  await expect(page.getByRole('link', { name: /^Proposed skills/ })).toHaveCount(0)
})
