import type { Page } from '@playwright/test'
import pg from 'pg'
import { closeDatabase } from '@/db/client'
import { askQuietMembers } from '@/domain/teams/ask-quiet-members'
import { axe, expect, test } from './support/fixtures'
import { accept, askToJoin, openLive, type Project, postProject } from './support/journeys'
import { newPerson, teamUp } from './support/people'
import { readStack } from './support/stack'

async function query(text: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: readStack().databaseUrl })
  await client.connect()
  try {
    await client.query(text, values)
  } finally {
    await client.end()
  }
}

/** As if the person had asked for so many seats of the demo before. */
const askElsewhere = (handle: string, count: number) =>
  query(
    `insert into application (opening_id, project_id, person_id, message, expires_at)
     select o.id, o.project_id, p.id, 'I would like to help.', now() + interval '9 days'
     from person p, opening o join project pr on pr.id = o.project_id
     where p.handle = $1 and pr.status = 'open' and o.status = 'open' and not exists (
       select from application a where a.opening_id = o.id and a.person_id = p.id)
     order by o.id limit $2`,
    [handle, count],
  )

/** Nothing has been seen of the project's members for a month, and the job that asks them comes by. */
async function monthPasses(project: Project) {
  const slug = project.path.split('/').at(-1)
  const ofProject = `project_id = (select id from project where slug = $1)`
  await query(
    `update membership set joined_at = joined_at - interval '30 days', check_at = now() where ${ofProject}`,
    [slug],
  )
  await query(
    `update room_read set read_at = read_at - interval '30 days'
     where room_id = (select id from room where ${ofProject})`,
    [slug],
  )
  await askQuietMembers()
}
test.beforeAll(({ stack }) => {
  // The job runs here, over the site's database; its news travel by NOTIFY like those of any process.
  process.env.DATABASE_URL = stack.databaseUrl
  process.env.AUTH_SECRET = stack.authSecret
})
test.afterAll(() => closeDatabase())

const region = (page: Page, name: string) => page.getByRole('region', { name })

test('who asks sees how many requests wait, when they expire, and why a sixth is too many', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(await newVisitor(), 'Oda')
  const [first, second] = [await postProject(owner), await postProject(owner)]
  const asker = await newPerson(page, 'Ana')
  await askElsewhere(asker.handle, 3)
  await page.goto(first.path)
  const box = page.getByRole('complementary', { name: 'Ask to join' })
  await expect(box).toContainText('3 of 5 requests are waiting')
  await askToJoin(asker, first)
  await expect(box).toContainText(/Without one it expires in 1[34] days/)
  await expect(box).toContainText('4 of 5 requests are waiting')
  await askElsewhere(asker.handle, 1)
  await page.goto(second.path)
  await expect(box).toContainText('You have 5 requests waiting, which is the most at one time.')
  await expect(page.getByRole('button', { name: 'Ask to join' })).toHaveCount(0)
  await axe(page)
  await box.getByRole('link', { name: 'See your requests' }).click()
  const requests = region(page, 'Requests')
  await expect(requests).toContainText('5 of 5 requests are waiting')
  await expect(requests.getByText(/expires in/)).toHaveCount(5)
  await axe(page)
  await requests.getByRole('button', { name: 'Withdraw' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw request' }).click()
  await expect(requests).toContainText('4 of 5 requests are waiting')
  await page.goto(second.path)
  await expect(page.getByRole('button', { name: 'Ask to join' })).toBeVisible()
})

test('a quiet member is asked, stays, and later gives the seat up; the owner frees it', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(await newVisitor(), 'Oda')
  const member = await newPerson(page, 'Quin')
  const project = await teamUp(owner, member)
  await openLive(page, '/teams')
  await expect(page.getByRole('heading', { level: 3, name: project.title })).toBeVisible()
  await monthPasses(project)
  const question = region(page, `Still with ${project.title}?`)
  await expect(question).toBeVisible()
  await axe(page)
  await question.getByRole('button', { name: 'I am here' }).click()
  await expect(question).toHaveCount(0)

  await monthPasses(project)
  await question.getByRole('button', { name: 'Free my seat' }).click()
  const away = region(page, 'You are marked as inactive')
  await expect(away).toBeVisible()
  const board = owner.page
  await board.goto(`${project.path}/requests`)
  const seats = region(board, 'Seats that may be free')
  await expect(seats).toContainText(member.name)
  await axe(board)
  await seats.getByRole('button', { name: 'Free the seat' }).click()
  await board.getByRole('dialog').getByRole('button', { name: 'Free the seat' }).click()
  await expect(seats).toHaveCount(0)
  await expect(away).toHaveCount(0)
  await expect(region(page, 'Past')).toContainText(project.title)
})

test('who loses a seat to somebody else is shown what to join next', async ({
  page,
  newVisitor,
}) => {
  const owner = await newPerson(await newVisitor(), 'Oda')
  const winner = await newPerson(await newVisitor(), 'Wim')
  const loser = await newPerson(page, 'Lou')
  const project = await postProject(owner, { seats: 1 })
  await askToJoin(winner, project)
  await askToJoin(loser, project)
  await page.goto('/')
  await accept(owner, winner, project)
  const news = page.getByRole('link', { name: /Thank you for asking/ })
  await news.click()
  await expect(page).toHaveURL('/teams#next')
  const next = region(page, 'What you could join next')
  await expect(next.getByRole('article')).toHaveCount(3)
  await expect(next).not.toContainText(project.title)
  await axe(page)
})
