import { randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

/*
 * What people do again and again, done as they do it: through the pages (see people.ts for whom a test begins with). Everybody and everything has
 * a name of its own, for all tests share one database.
 */

export type Person = { page: Page; name: string; handle: string; email: string; password: string }
/** `room`: its room's address, where that is known already. */
export type Project = { title: string; path: string; role: string; room?: string }

const syllables = [...'bdfghklmnprstvwz'].flatMap((first) =>
  [...'aeiou'].map((second) => first + second),
)

/**
 * A word that no other test has, and none is like, for the searches forgive typos: it can be read,
 * searched for, and be part of a handle.
 */
export const ownWord = () =>
  Array.from({ length: 6 }, () => syllables[randomInt(syllables.length)]).join('')

/** Signs up and in, from the sign-up page at hand if there is one, and stays where that leads to. */
export async function signUp(page: Page, first: string): Promise<Person> {
  const word = ownWord()
  const person = {
    page,
    name: `${first} ${word}`,
    handle: `${first.toLowerCase()}-${word}`,
    email: `${word}@example.com`,
    password: `a fine ${word} day`,
  }
  if (!page.url().includes('/sign-up')) await page.goto('/sign-up')
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !/^\/sign-(in|up)/.test(url.pathname))
  return person
}

/** Posts a starter idea under a title of one's own, and stays on the project's page. */
export async function postProject(owner: Person, options: { seats?: number } = {}) {
  const { page } = owner
  const project = { title: `Ledger ${ownWord()}`, role: 'Backend developer' }
  await page.goto('/projects/new?step=databases&idea=seed-library')
  await page.getByLabel('Title').fill(project.title)
  // The idea names the roles it needs; one of a known name and size is enough here.
  const others = page.getByRole('button', { name: /^Remove / })
  while ((await others.count()) > 0) await others.last().click()
  await page.getByLabel('Role 1', { exact: true }).fill(project.role)
  await page.getByLabel('Seats').fill(String(options.seats ?? 2))
  await page.getByRole('button', { name: 'Post project' }).click()
  await page.waitForURL(/\/projects\/(?!new)[^/]+$/)
  await expect(page.getByRole('heading', { level: 1, name: project.title })).toBeVisible()
  return { ...project, path: new URL(page.url()).pathname }
}

/** Asks for a seat on the project's page. */
export async function askToJoin(
  { page }: Person,
  project: Project,
  message = 'I have read your plan twice and want to build it with you.',
) {
  await page.goto(project.path)
  await page.getByRole('radio', { name: new RegExp(project.role) }).check()
  await page.getByLabel('Message').fill(message)
  await page.getByRole('button', { name: 'Ask to join' }).click()
  await expect(page.getByRole('heading', { name: 'You asked to join' })).toBeVisible()
}

/** The card of a person on the owner's board of requests. */
export const requestCard = (page: Page, person: Person) =>
  page.getByRole('article').filter({ has: page.getByRole('link', { name: person.name }) })

/** The owner takes a person on, from the board of requests. */
export async function accept(owner: Person, person: Person, project: Project) {
  await owner.page.goto(`${project.path}/requests`)
  const card = requestCard(owner.page, person)
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect(card.getByText('Accepted')).toBeVisible()
}

/** Into a project's room, through its page where there is no address yet, until it is live. */
export async function enterRoom({ page, name }: Person, project: Project) {
  await page.goto(project.room ?? project.path)
  if (!project.room) await page.getByRole('link', { name: 'Enter the room' }).click()
  await expect(page.getByRole('region', { name: 'Here' }).getByText(name)).toBeVisible()
}

/** Opens a page and waits until it hears what happens: until then it has only what it was rendered with. */
export async function openLive(page: Page, path: string) {
  const live = new Promise<void>((resolve) =>
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        // Socket.IO has let it in.
        if (String(payload).startsWith('40')) resolve()
      }),
    ),
  )
  await page.goto(path)
  await live
}

export const composer = (page: Page) => page.getByRole('textbox', { name: /^Message / })

/** Writes a message and sends it by Enter. */
export async function say({ page }: Person, text: string) {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

export const messages = (page: Page) =>
  page.getByRole('list', { name: 'Messages' }).getByRole('article')

/** The message that says this. */
export const message = (page: Page, text: string) => messages(page).filter({ hasText: text })
