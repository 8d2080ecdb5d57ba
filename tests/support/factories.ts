import { randomUUID } from 'node:crypto'
import type { MembershipRole, ProjectStatus } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { membership, opening, person, project, room, session, wheel } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** A person with a live session, as use-cases see them. */
export async function createPerson(
  overrides: Partial<typeof person.$inferInsert> = {},
): Promise<Actor> {
  const handle = overrides.handle ?? `p-${randomUUID().slice(0, 18)}`
  const [row] = await db()
    .insert(person)
    .values({ email: `${handle}@example.com`, name: handle, ...overrides, handle })
    .returning()
  if (!row) throw new Error('no person')
  const sessionId = await createSession(row.id)
  return {
    personId: row.id,
    sessionId,
    handle: row.handle,
    name: row.name,
    line: row.line,
    timeZone: row.timeZone,
  }
}

export async function createSession(personId: string): Promise<string> {
  const [row] = await db()
    .insert(session)
    .values({ personId, expiresAt: new Date(Date.now() + 86_400_000) })
    .returning({ id: session.id })
  if (!row) throw new Error('no session')
  return row.id
}

/** An open project with its owner, its room and one opening. */
export async function createProject(
  owner: Actor,
  overrides: { seats?: number; status?: ProjectStatus; title?: string } = {},
): Promise<{ id: string; slug: string; openingId: string; roomId: string }> {
  const slug = `project-${randomUUID()}`
  const [made] = await db()
    .insert(project)
    .values({
      slug,
      title: overrides.title ?? 'Tidewatch',
      pitch: 'Store and serve a year of tide readings.',
      description: 'We store a year of readings and make the slow queries fast.',
      status: overrides.status ?? 'open',
      hoursPerWeek: 5,
      timeZone: 'UTC',
      windowStart: 1080,
      windowEnd: 1320,
    })
    .returning({ id: project.id })
  if (!made) throw new Error('no project')
  const [seat] = await db()
    .insert(opening)
    .values({ projectId: made.id, title: 'Backend developer', seats: overrides.seats ?? 2 })
    .returning({ id: opening.id })
  const [place] = await db()
    .insert(room)
    .values({ kind: 'project', projectId: made.id })
    .returning({ id: room.id })
  if (!seat || !place) throw new Error('no opening or room')
  await db().insert(wheel).values({ roomId: place.id })
  await addMember(made.id, owner, 'owner')
  return { id: made.id, slug, openingId: seat.id, roomId: place.id }
}

/** Puts someone on the team without a request; takes no seat. */
export async function addMember(projectId: string, who: Actor, role: MembershipRole = 'member') {
  await db().insert(membership).values({ projectId, personId: who.personId, role })
}
