import { randomUUID } from 'node:crypto'
import { pool } from '@/db/client'
import { createPerson, createProject } from '@/tests/support/factories'
import { cookieOf } from '@/tests/support/realtime'
import type { Seat } from './wire'

export type SignedIn = { personId: string; cookie: string }
export type Room = { roomId: string; people: SignedIn[] }

/** People with a session each. One statement for all: a bench has no form to fill in. */
export async function signIn(count: number): Promise<SignedIn[]> {
  const run = randomUUID().slice(0, 8)
  const { rows } = await pool().query<{ person_id: string; session_id: string }>(
    `with made as (
       insert into person (handle, email, name)
       select 'b-' || $2 || '-' || n, $2 || '-' || n || '@example.com', 'Bench ' || n
       from generate_series(1, $1::int) n returning id
     )
     insert into session (person_id, expires_at) select id, now() + interval '1 day' from made
     returning person_id, id as session_id`,
    [count, run],
  )
  return Promise.all(
    rows.map(async ({ person_id: personId, session_id: sessionId }) => ({
      personId,
      cookie: await cookieOf({ personId, sessionId }),
    })),
  )
}

/** So many projects' rooms, with so many members in each, all of them different people. */
export async function seatRooms(rooms: number, members: number): Promise<Room[]> {
  const people = await signIn(rooms * members)
  const owner = await createPerson()
  const seated: Room[] = []
  for (let at = 0; at < rooms; at++) {
    const { id, roomId } = await createProject(owner)
    const team = people.slice(at * members, (at + 1) * members)
    await pool().query(
      `insert into membership (project_id, person_id, role) select $1, unnest($2::uuid[]), 'member'`,
      [id, team.map(({ personId }) => personId)],
    )
    seated.push({ roomId, people: team })
  }
  return seated
}

/** Members of each room spread evenly over the nodes. */
export const spread = (rooms: Room[], urls: string[]): Seat[][] =>
  rooms.map(({ roomId, people }) =>
    people.map(({ cookie }, who) => ({ roomId, cookie, url: urls[who % urls.length] ?? '' })),
  )
