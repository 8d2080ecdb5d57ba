import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import {
  accept,
  askToJoin,
  composer,
  enterRoom,
  message,
  type Person,
  postProject,
  requestCard,
  say,
} from './support/journeys'
import { newPerson, teamUp } from './support/people'

/** Marks the document at hand; what it returns fails once another one has taken its place. */
async function sameDocument(page: Page) {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  return async () =>
    expect(await page.evaluate(() => 'sameDocument' in window), 'the page was reloaded').toBe(true)
}

const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const column = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}`) })
const request = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Requests' }).getByRole('listitem').filter({ hasText: title })
const onTeam = (page: Page, person: Person) =>
  page.getByRole('main').getByRole('link', { name: person.name })
async function manage(owner: Person, person: Person, item: string, button: string) {
  await owner.page.getByRole('button', { name: `Manage ${person.name}` }).click()
  await owner.page.getByRole('menuitem', { name: item }).click()
  await confirm(owner.page, button)
}

test('a request is made, accepted and seen by both without a reload, and both meet in the room', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(page, 'Owen')
  const asker = await newPerson(await newVisitor(), 'Asta')
  const project = await postProject(owner)
  await page.goto(`${project.path}/requests`)
  await expect(column(page, 'Waiting')).toContainText('Nobody waits for an answer.')
  const ownerStays = await sameDocument(page)

  await askToJoin(asker, project, 'I know seeds and want to learn SQL.')
  const askerStays = await sameDocument(asker.page)
  const card = requestCard(page, asker)
  await expect(card).toContainText('I know seeds and want to learn SQL.')
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect(column(page, 'Accepted').getByRole('link', { name: asker.name })).toBeVisible()
  await ownerStays()

  await expect(asker.page.getByRole('heading', { name: 'Your team' })).toBeVisible()
  await expect(onTeam(asker.page, asker)).toBeVisible()
  await askerStays()

  await asker.page.getByRole('link', { name: 'Enter the room' }).click()
  await enterRoom(owner, project)
  const here = page.getByRole('region', { name: 'Here' })
  await expect(here.getByText(asker.name)).toBeVisible()
  await say(asker, 'Here I am.')
  await expect(message(page, 'Here I am.')).toBeVisible()
})

test('a request is declined, and the reason reaches the one who asked', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(page, 'Owen')
  const asker = await newPerson(await newVisitor(), 'Asta')
  const project = await postProject(owner)
  await askToJoin(asker, project)
  await asker.page.goto('/teams')
  await expect(request(asker.page, project.title)).toContainText('Waiting')

  await page.goto(`${project.path}/requests`)
  await requestCard(page, asker).getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('We need two evenings a week, not one.')
  await confirm(page, 'Decline')
  await expect(column(page, 'Closed').getByRole('link', { name: asker.name })).toBeVisible()

  await expect(request(asker.page, project.title)).toContainText('Declined')
  await expect(request(asker.page, project.title)).toContainText('two evenings a week, not one.')
})

test('a request is withdrawn, and the board of the owner follows', async ({ page, newVisitor }) => {
  const owner = await newPerson(page, 'Owen')
  const asker = await newPerson(await newVisitor(), 'Asta')
  const project = await postProject(owner)
  await page.goto(`${project.path}/requests`)
  await askToJoin(asker, project)
  await expect(column(page, 'Waiting').getByRole('link', { name: asker.name })).toBeVisible()

  await asker.page.getByRole('button', { name: 'Withdraw' }).click()
  await confirm(asker.page, 'Withdraw request')
  await expect(asker.page.getByRole('button', { name: 'Ask to join' })).toBeVisible()
  await expect(column(page, 'Closed').getByRole('link', { name: asker.name })).toBeVisible()
  await expect(column(page, 'Closed')).toContainText('Withdrawn')
})

test('a request that is too short is told at its field, and what was typed survives a reload', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(page, 'Owen')
  const project = await postProject(owner)
  const asker = await newPerson(await newVisitor(), 'Asta')
  const theirs = asker.page
  await theirs.goto(project.path)
  await theirs.getByLabel('Message').fill('Short')
  await theirs.getByRole('button', { name: 'Ask to join' }).click()
  await expect(theirs.getByLabel('Message')).toHaveAccessibleDescription(/at least 10 characters/)
  await theirs.getByLabel('Message').fill('I water plants, and can count them too.')
  await theirs.reload()
  await expect(theirs.getByLabel('Message')).toHaveValue('I water plants, and can count them too.')
  await theirs.getByRole('button', { name: 'Ask to join' }).click()
  await expect(theirs.getByRole('heading', { name: 'You asked to join' })).toBeVisible()
  await page.goto(`${project.path}/requests`)
  await expect(requestCard(page, asker)).toContainText('I water plants, and can count them too.')
})

test('an invitation arrives by itself and is accepted; the member then leaves', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(page, 'Owen')
  const invited = await newPerson(await newVisitor(), 'Ivo')
  const project = await postProject(owner)
  await invited.page.goto('/teams')
  const invitations = invited.page.getByRole('region', { name: 'Invitations' })
  await expect(invitations).toContainText('Teams that want you invite you here.')

  await page.goto(`${project.path}/requests`)
  await page.getByRole('button', { name: 'Invite someone' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite someone' })
  await dialog.getByLabel('Handle').fill('No such handle')
  await dialog.getByLabel('Message').fill('We saw your garden.')
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(dialog.getByLabel('Handle')).toHaveAccessibleDescription(
    /letters, digits and hyphens/,
  )
  await dialog.getByLabel('Handle').fill(invited.handle)
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(dialog).toBeHidden()
  await expect(column(page, 'Invited').getByRole('link', { name: invited.name })).toBeVisible()

  await expect(invitations).toContainText('We saw your garden.')
  await invitations.getByRole('button', { name: 'Accept invitation' }).click()
  await expect(
    invited.page
      .getByRole('region', { name: 'Projects' })
      .getByRole('link', { name: project.title }),
  ).toBeVisible()
  await expect(column(page, 'Accepted').getByRole('link', { name: invited.name })).toBeVisible()

  await page.goto(project.path)
  await expect(onTeam(page, invited)).toBeVisible()
  await invited.page.goto(project.path)
  await invited.page.getByRole('button', { name: 'Leave the team' }).click()
  await confirm(invited.page, 'Leave')
  await expect(invited.page).toHaveURL('/teams')
  await expect(invited.page.getByRole('region', { name: 'Past' })).toContainText('You left')
  await expect(onTeam(page, invited)).toBeHidden()
})

test('an invitation is declined with a word on why, or taken back', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(page, 'Owen')
  const invited = await newPerson(await newVisitor(), 'Ivo')
  const project = await postProject(owner)
  const invite = async () => {
    await page.getByRole('button', { name: 'Invite someone' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite someone' })
    await dialog.getByLabel('Handle').fill(invited.handle)
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await expect(dialog).toBeHidden()
  }
  await page.goto(`${project.path}/requests`)
  await invite()
  await invited.page.goto(project.path)
  await expect(
    invited.page.getByRole('heading', { name: `${owner.name} invites you to join` }),
  ).toBeVisible()
  await invited.page.getByRole('button', { name: 'Decline' }).click()
  await invited.page.getByRole('dialog').getByLabel('Reason').fill('Exams until June.')
  await confirm(invited.page, 'Decline')
  await expect(column(page, 'Closed')).toContainText('Exams until June.')

  await invite()
  const answer = invited.page.getByRole('button', { name: 'Accept invitation' })
  await expect(answer).toBeVisible()
  await column(page, 'Invited').getByRole('button', { name: 'Take back' }).click()
  await confirm(page, 'Take back')
  await expect(answer).toBeHidden()
})

test('whoever is removed sees the open room close at once', async ({ page, newVisitor }) => {
  const owner = await newPerson(page, 'Owen')
  const member = await newPerson(await newVisitor(), 'Mio')
  const project = await teamUp(owner, member)
  await enterRoom(member, project)
  await say(member, 'I am in.')
  const stays = await sameDocument(member.page)

  await page.goto(project.path)
  await manage(owner, member, 'Remove from team', 'Remove')
  await expect(
    member.page.getByRole('heading', { name: 'This room is not open to you' }),
  ).toBeVisible()
  await expect(composer(member.page)).toBeHidden()
  await expect(member.page.getByText('I am in.')).toBeHidden()
  await stays()
  await expect(onTeam(page, member)).toBeHidden()
  await member.page.getByRole('link', { name: 'Go to your rooms' }).click()
  await expect(member.page.getByText('Every project has a room', { exact: false })).toBeVisible()
})

test('a project is handed over, and the one who had it can leave', async ({ page, newVisitor }) => {
  const owner = await newPerson(page, 'Owen')
  const heir = await newPerson(await newVisitor(), 'Asta')
  const project = await teamUp(owner, heir)
  await heir.page.goto(project.path)
  await expect(heir.page.getByRole('heading', { name: 'Your team' })).toBeVisible()

  await page.goto(project.path)
  await expect(page.getByText('hand the project over', { exact: false })).toBeVisible()
  await manage(owner, heir, 'Hand over', 'Hand over')
  await expect(page.getByRole('heading', { name: 'Your team' })).toBeVisible()
  await expect(heir.page.getByRole('heading', { name: 'Your project' })).toBeVisible()

  await page.getByRole('button', { name: 'Leave the team' }).click()
  await confirm(page, 'Leave')
  await expect(page).toHaveURL('/teams')
  await expect(onTeam(heir.page, owner)).toBeHidden()
})

test('the last free seat closes the door for whoever waits', async ({ page, newVisitor }) => {
  const owner = await newPerson(page, 'Owen')
  const [first, second] = [
    await newPerson(await newVisitor(), 'Asta'),
    await newPerson(await newVisitor(), 'Ivo'),
  ]
  const project = await postProject(owner, { seats: 1 })
  await askToJoin(first, project)
  await askToJoin(second, project)
  await second.page.goto('/teams')
  await accept(owner, first, project)
  await expect(request(second.page, project.title)).toContainText('Seat taken')
})
