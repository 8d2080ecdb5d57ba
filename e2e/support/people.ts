import type { Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { postProjectInput, signUpInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { opening, person, project, room } from '@/db/schema'
import { signUp } from '@/domain/accounts/sign-up'
import { startSession } from '@/domain/accounts/start-session'
import type { Actor } from '@/domain/actor'
import { postProject } from '@/domain/projects/post-project'
import { acceptApplication } from '@/domain/teams/accept-application'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { someAddress } from './fixtures'
import { ownWord, type Person, type Project } from './journeys'
import { readStack } from './stack'

/*
 * Whom and what a test begins with, made by the use-cases that the pages call: making them through the pages is
 * walked where it is the subject, and would take longer than most tests. On the run's own site alone.
 */

/** A new account, signed in in this page's browser. */
export async function newPerson(page: Page, first: string): Promise<Person> {
  const word = ownWord()
  const account = {
    name: `${first} ${word}`,
    handle: `${first.toLowerCase()}-${word}`,
    email: `${word}@example.com`,
    password: `a fine ${word} day`,
  }
  const requester = { address: someAddress(), userAgent: 'Set-up' }
  await signUp(requester, signUpInput.parse({ ...account, timeZone: 'Europe/Berlin' }))
  const { personId } = await actorOf(account)
  const { sessionId } = await startSession(requester, { personId })
  const { url, authSecret } = readStack()
  const value = await encode({ token: { sub: personId, sid: sessionId }, secret: authSecret })
  await page.context().addCookies([{ name: 'next-auth.session-token', value, url }])
  return { page, ...account }
}

async function actorOf({ handle }: { handle: string }): Promise<Actor> {
  const [row] = await db().select().from(person).where(eq(person.handle, handle))
  if (!row) throw new Error(`There is nobody by the handle ${handle}.`)
  return { ...row, personId: row.id, sessionId: '' }
}

/** A project of this owner with these people on its team, and a seat left. */
export async function teamUp(
  owner: Person,
  ...guests: Person[]
): Promise<Project & { room: string }> {
  const [leads, ...join] = await Promise.all([owner, ...guests].map(actorOf))
  if (!leads) throw new Error('Somebody has to lead.')
  const [title, role] = [`Ledger ${ownWord()}`, 'Backend developer']
  const input = postProjectInput.parse({
    ...{ title, stepIds: ['databases'], hoursPerWeek: 4, timeZone: 'Europe/Berlin' },
    pitch: 'Keep the books of a library that lends seeds.',
    description: 'Who borrowed which seeds, and who brought some back after the harvest.',
    openings: [{ title: role, seats: guests.length + 1 }],
  })
  const { slug } = await postProject(leads, input)
  const [made] = await db()
    .select({ openingId: opening.id, roomId: room.id })
    .from(project)
    .innerJoin(opening, eq(opening.projectId, project.id))
    .innerJoin(room, and(eq(room.projectId, project.id), eq(room.kind, 'project')))
    .where(eq(project.slug, slug))
  if (!made) throw new Error('The project was not stored.')
  const message = 'I have read your plan twice and want to build it with you.'
  for (const guest of join)
    await acceptApplication(
      leads,
      await applyForSeat(guest, { openingId: made.openingId, message }),
    )
  return { title, role, path: `/projects/${slug}`, room: `/rooms/${made.roomId}` }
}
