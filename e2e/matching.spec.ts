import type { Page } from '@playwright/test'
import pg from 'pg'
import { closeDatabase } from '@/db/client'
import { tellSavedSearches } from '@/domain/searches/tell-saved-searches'
import { axe, demo, expect, signIn, test } from './support/fixtures'
import { ownWord, postProject } from './support/journeys'
import { newPerson } from './support/people'
import { readStack } from './support/stack'

test.beforeAll(({ stack }) => {
  // The job runs here, over the site's database; its news travel by NOTIFY like those of any process.
  process.env.DATABASE_URL = stack.databaseUrl
  process.env.AUTH_SECRET = stack.authSecret
})
test.afterAll(() => closeDatabase())

/** What is listed since the search was saved is as old as news has to be, and the search is due. */
async function anHourPasses(name: string, title: string) {
  const client = new pg.Client({ connectionString: readStack().databaseUrl })
  await client.connect()
  try {
    await client.query(
      `update project_listing set listed_at = now() - interval '5 minutes'
       where project_id = (select id from project where title = $1)`,
      [title],
    )
    await client.query(
      `update saved_search set due_at = now(), seen_until = now() - interval '1 hour' where name = $1`,
      [name],
    )
  } finally {
    await client.end()
  }
  await tellSavedSearches()
}

const matchesOf = (page: Page) => page.getByRole('main').locator('ol > li').getByRole('article')

/** Opens why the first of a list fits, and adds up its parts. */
async function addUp(page: Page) {
  const why = page.getByRole('article').first().locator('details')
  const score = Number((await why.locator('summary').innerText()).match(/\d+/)?.[0])
  await why.locator('summary').click()
  await expect(why.getByText(/^\+\d+/)).toHaveCount(6)
  const parts = await why.getByText(/^\+\d+/).allInnerTexts()
  const sum = parts.reduce((all, part) => all + Number(part.match(/\d+/)?.[0]), 0)
  expect(sum).toBe(score)
  return why
}

test('projects are listed by how they suit, each with its reasons, and filters narrow them', async ({
  page,
}) => {
  const { email, password } = demo('newcomer')
  await signIn(page, email, password)
  await page.goto('/')
  const forYou = page.getByRole('region', { name: 'Projects for you' })
  await expect(forYou.getByRole('article').first()).toBeVisible()
  await forYou.getByRole('link', { name: 'See more' }).click()
  await expect(page).toHaveURL('/projects?sort=you')
  await expect(
    page.getByRole('navigation', { name: 'Sort' }).getByRole('link', { name: 'For you' }),
  ).toHaveAttribute('aria-current', 'true')
  await expect(matchesOf(page).nth(1)).toBeVisible()
  const why = await addUp(page)
  await axe(page)
  const raises = why.getByRole('listitem').getByRole('link')
  await expect(raises.first()).toContainText(/becomes/)

  await page.goto('/projects?sort=you&step=databases')
  // A list is streamed, and shown some time after the page has loaded; what is read at once waits for it.
  await expect(matchesOf(page).first()).toBeVisible()
  const steps = await matchesOf(page).getByRole('list', { name: 'Steps' }).allInnerTexts()
  expect(steps.length).toBeGreaterThan(0)
  for (const text of steps) expect(text).toContain('Databases')
  await page.setViewportSize({ width: 390, height: 844 })
  await axe(page)
})

test('an owner finds people for the team, sees why, and invites one with one press', async ({
  page,
}) => {
  const owner = await newPerson(page, 'Ines')
  const project = await postProject(owner)
  await page.getByRole('link', { name: 'Find people' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People for the team' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: project.role })).toBeVisible()
  await addUp(page)
  await axe(page)
  const first = page.getByRole('article').first()
  const name = (await first.getByRole('link').first().innerText()).trim()
  await first.getByRole('button', { name: `Invite ${name}` }).click()
  await expect(page.getByText(`${name} is invited`)).toBeVisible()
  await expect(page.getByRole('button', { name: `Invite ${name}` })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2, name: project.role })).toBeFocused()
  await page.goto(`${project.path}/requests`)
  await expect(page.getByRole('main').getByText(name).first()).toBeVisible()
})

test('nobody but those who lead the team can look for its people', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/status of 404/)
  const project = await postProject(await newPerson(await newVisitor(), 'Oda'))
  await newPerson(page, 'Sid')
  const answer = await page.goto(`${project.path}/people`)
  expect(answer?.status()).toBe(404)
})

test('a saved search tells what is new, can be silenced, and is deleted', async ({
  page,
  newVisitor,
}) => {
  const word = ownWord()
  const name = `About ${word}`
  await newPerson(page, 'Uma')
  await page.goto(`/projects?q=${word}`)
  await page.getByRole('button', { name: 'Save search' }).click()
  await page.getByLabel('Name').fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByLabel('Name').fill(name)
  await axe(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The search is saved')).toBeVisible()

  const owner = await newPerson(await newVisitor(), 'Oda')
  const title = `Atlas of ${word}`
  const { page: theirs } = owner
  await theirs.goto('/projects/new?step=databases&idea=seed-library')
  await theirs.getByLabel('Title').fill(title)
  await theirs.getByRole('button', { name: 'Post project' }).click()
  await theirs.waitForURL(/\/projects\/(?!new)[^/]+$/)
  await anHourPasses(name, title)

  await page.goto('/')
  await page.getByRole('link', { name: `New for your search “${name}”: ${title}.` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await page.goto('/projects')
  await page.getByRole('link', { name: 'Saved searches' }).click()
  await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute(
    'href',
    `/projects?q=${word}&sort=newest`,
  )
  const feed = await page.request.get(
    (await page.getByRole('link', { name: `Feed of ${name}` }).getAttribute('href')) ?? '',
  )
  expect(await feed.text()).toContain(title)
  await page.getByRole('button', { name: `Stop news of ${name}` }).click()
  await expect(page.getByText('No news', { exact: true })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Saved searches' })).toBeFocused()
})
