import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { openLive, ownWord, postProject } from './support/journeys'
import { newPerson } from './support/people'

const title = (page: Page) => page.getByLabel('Title')
const post = (page: Page) => page.getByRole('button', { name: 'Post project' })
const status = (page: Page) => page.getByRole('complementary', { name: 'Your team' })

test('a starter idea becomes a project that others find', async ({ page, newVisitor }) => {
  await newPerson(page, 'Nadia')
  await page.goto('/roadmap/web-servers')
  await page.getByRole('link', { name: /^Post this idea.*Access log storyteller$/ }).click()

  await expect(title(page)).toHaveValue('Access log storyteller')
  await expect(page.getByLabel('Pitch')).toHaveValue(/Feed it an access log/)
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue(/Done means/)
  await expect(page.getByRole('checkbox', { name: '15 · Web Servers' })).toBeChecked()
  await expect(page.getByLabel('Role 1', { exact: true })).toHaveValue('Parser developer')
  await expect(page.getByLabel('Role 2', { exact: true })).toHaveValue('Author of the sentences')
  await expect(page.getByLabel('nginx: how much it matters', { exact: false }).first()).toHaveValue(
    'nice',
  )

  const word = ownWord()
  await title(page).fill(`Storyteller ${word}`)
  const preview = page.getByRole('complementary', { name: 'Preview' })
  await expect(preview).toContainText(`Storyteller ${word}`)
  await expect(preview).toContainText('Parser developer')
  await post(page).click()
  await expect(page.getByRole('heading', { level: 1, name: `Storyteller ${word}` })).toBeVisible()
  await expect(page.getByText('Project posted')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your project' })).toBeVisible()

  const stranger = await newVisitor()
  await stranger.goto(`/projects?q=${word}`)
  await stranger.getByRole('link', { name: `Storyteller ${word}` }).click()
  await expect(stranger.getByText('Parser developer').first()).toBeVisible()
  await stranger.goto('/roadmap/web-servers')
  await expect(
    stranger
      .getByRole('region', { name: 'Open projects' })
      .getByRole('link', { name: `Storyteller ${word}` }),
  ).toBeVisible()
})

test('mistakes are told at their fields, and nothing typed is lost', async ({ page }) => {
  await newPerson(page, 'Nadia')
  await page.goto('/projects/new')
  const word = ownWord()
  await title(page).fill('Abc')
  await page.getByLabel('Pitch').fill(`A ${word} that anybody can read`)
  const repository = page.getByLabel('Repository')
  await repository.fill('not an address')
  await post(page).click()

  await expect(title(page)).toHaveAccessibleDescription(/at least 4 characters/)
  await expect(title(page)).toBeFocused()
  await expect(page.getByRole('group', { name: 'Steps it teaches' })).toHaveAccessibleDescription(
    /at least one step/,
  )
  await expect(page.getByLabel('Description', { exact: true })).toHaveAccessibleDescription(
    /at least 30 characters/,
  )
  const role = page.getByLabel('Role 1', { exact: true })
  await expect(role).toHaveAccessibleDescription(/role title/)
  await expect(repository).toHaveAccessibleDescription(/starting with https/)
  await expect(title(page)).toHaveValue('Abc')
  await expect(page.getByLabel('Pitch')).toHaveValue(`A ${word} that anybody can read`)
  await expect(repository).toHaveValue('not an address')

  await title(page).fill(`Abacus ${word}`)
  await expect(title(page)).not.toHaveAccessibleDescription(/at least 4 characters/)
  await page.getByRole('checkbox', { name: '9 · APIs' }).check()
  await page
    .getByLabel('Description', { exact: true })
    .fill('An API that **adds**, subtracts and explains each step.\n\n<script>bad()</script>')
  await role.fill('API developer')
  const skill = page.getByRole('combobox', { name: 'Add a skill to API developer' })
  await skill.fill('typescr')
  await page.getByRole('option', { name: 'TypeScript' }).click()
  await expect(page.getByText('TypeScript').first()).toBeVisible()
  await page.getByRole('button', { name: 'One seat more for API developer' }).click()
  await repository.fill('https://example.com/abacus')
  await page.getByRole('button', { name: 'Preview' }).last().click()
  await expect(page.getByRole('main').locator('strong', { hasText: 'adds' })).toHaveCount(2)
  await post(page).click()

  await expect(page.getByRole('heading', { level: 1, name: `Abacus ${word}` })).toBeVisible()
  await expect(page.getByRole('link', { name: 'example.com/abacus' })).toHaveAttribute(
    'href',
    'https://example.com/abacus',
  )
  await expect(page.locator('strong', { hasText: 'adds' })).toBeVisible()
  await expect(page.getByText('2 of 2').first()).toBeVisible()
})

test('a draft survives a reload, and can be thrown away', async ({ page }) => {
  await newPerson(page, 'Nadia')
  const word = ownWord()
  await page.goto('/projects/new')
  await title(page).fill(`Half a thought ${word}`)
  await page.getByRole('checkbox', { name: '11 · Testing' }).check()
  await page.getByRole('button', { name: 'Add a role' }).click()
  await page.getByLabel('Role 2', { exact: true }).fill('Reader')
  await page.reload()
  await expect(page.getByText('Draft restored')).toBeVisible()
  await expect(title(page)).toHaveValue(`Half a thought ${word}`)
  await expect(page.getByRole('checkbox', { name: '11 · Testing' })).toBeChecked()
  await expect(page.getByLabel('Role 2', { exact: true })).toHaveValue('Reader')

  await page.getByRole('button', { name: 'discard' }).click()
  await expect(title(page)).toHaveValue('')
  await page.reload()
  await expect(title(page)).toHaveValue('')
  await expect(page.getByText('Draft restored')).toBeHidden()
})

test('a session that has ended loses nothing of what was typed', async ({ page }) => {
  const { email, password } = await newPerson(page, 'Nadia')
  const word = ownWord()
  // Without a session a connection that is only being made would lead away.
  await openLive(page, '/projects/new?step=testing&idea=test-a-stranger')
  await title(page).fill(`Stranger ${word}`)
  await page.getByLabel('Hours a week').fill('7')
  await page.context().clearCookies()
  await post(page).click()

  await expect(page.getByText('Your session has ended.', { exact: false })).toBeVisible()
  await expect(title(page)).toHaveValue(`Stranger ${word}`)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await expect(page).toHaveURL('/projects/new?step=testing&idea=test-a-stranger')
  await expect(title(page)).toHaveValue(`Stranger ${word}`)
  await expect(page.getByLabel('Hours a week')).toHaveValue('7')
  await post(page).click()
  await expect(page.getByRole('heading', { level: 1, name: `Stranger ${word}` })).toBeVisible()
})

test('a server that cannot be reached loses nothing either', async ({ page, allowErrors }) => {
  allowErrors(/ERR_FAILED|WebSocket/)
  await newPerson(page, 'Nadia')
  const word = ownWord()
  await page.goto('/projects/new?step=testing&idea=test-a-stranger')
  await title(page).fill(`Unreached ${word}`)
  await page.route('**/projects/new**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await post(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('could not be reached')
  await expect(title(page)).toHaveValue(`Unreached ${word}`)
  await page.unroute('**/projects/new**')
  await post(page).click()
  await expect(page.getByRole('heading', { level: 1, name: `Unreached ${word}` })).toBeVisible()
})

test('a draft is its owner’s alone until it is posted', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/status of 404/)
  await newPerson(page, 'Nadia')
  const word = ownWord()
  await page.goto('/projects/new?step=databases&idea=seed-library')
  await title(page).fill(`Quiet ${word}`)
  await page.getByRole('button', { name: 'Save as draft' }).click()
  await expect(page.getByText('This is a draft', { exact: false })).toBeVisible()

  const stranger = await newVisitor()
  const path = new URL(page.url()).pathname
  expect((await stranger.goto(path))?.status()).toBe(404)
  await stranger.goto(`/projects?stage=any&q=${word}`)
  await expect(stranger.getByRole('status')).toContainText('0 match')

  await status(page).getByRole('button', { name: 'Post project' }).click()
  await expect(page.getByText('This is a draft', { exact: false })).toBeHidden()
  expect((await stranger.goto(path))?.status()).toBe(200)
  await expect(stranger.getByRole('heading', { level: 1, name: `Quiet ${word}` })).toBeVisible()
})

test('a project is edited, paused, resumed, completed and archived', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/status of 404/)
  const owner = await newPerson(page, 'Nadia')
  const project = await postProject(owner)
  const stranger = await newVisitor()
  const move = (name: string) => status(page).getByRole('button', { name, exact: true }).click()
  const confirm = (name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  const stage = (name: string) => expect(status(page)).toContainText(`Stage: ${name}`)

  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Edit ${project.title}` })).toBeVisible()
  await expect(page.getByLabel('Role 1', { exact: true })).toHaveValue(project.role)
  await title(page).fill(`${project.title}, revised`)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `${project.title}, revised` }),
  ).toBeVisible()

  await status(page).getByRole('button', { name: 'Stop taking requests' }).click()
  await expect(status(page)).toContainText('Nobody can ask to join at the moment.')
  await stranger.goto(new URL(page.url()).pathname)
  await expect(stranger.getByRole('heading', { name: 'Not asking for people now' })).toBeVisible()

  await move('Pause')
  await stage('Paused')
  await move('Resume')
  await stage('In progress')
  await move('Complete')
  await confirm('Complete')
  await stage('Completed')
  await stranger.reload()
  await expect(stranger.getByText('Completed').first()).toBeVisible()

  const path = new URL(page.url()).pathname
  await move('Archive')
  await confirm('Archive')
  await expect(page).toHaveURL('/teams')
  expect((await stranger.goto(path))?.status()).toBe(404)
})
