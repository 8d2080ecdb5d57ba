import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { membershipRoles, membershipStatuses } from '@/contracts/vocabulary'
import { db, pool } from '@/db/client'
import { membership, person, project, room, seat } from '@/db/schema'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

/** Seats that differ from what the memberships say, in either direction. */
async function wrongSeats() {
  const { rows } = await pool().query(`
    (select room_id, person_id, role from project_seat except select room_id, person_id, role from seat)
    union all
    (select s.room_id, s.person_id, s.role from seat s join room r on r.id = s.room_id and r.project_id is not null
     except select room_id, person_id, role from project_seat)`)
  return rows
}

it('follows the team, whatever is written to its memberships', async () => {
  const people = await Promise.all([createPerson(), createPerson(), createPerson()])
  const [owner, , guest] = people
  if (!owner || !guest) throw new Error('nobody')
  const { id: projectId } = await createProject(owner)
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          who: fc.nat(2),
          status: fc.constantFrom(...membershipStatuses),
          role: fc.constantFrom(...membershipRoles),
          act: fc.constantFrom('insert', 'update', 'update', 'delete'),
        }),
        { maxLength: 12 },
      ),
      async (acts) => {
        for (const { act, who, status, role } of acts) {
          const personId = people[who]?.personId ?? ''
          const theirs = and(eq(membership.projectId, projectId), eq(membership.personId, personId))
          const write =
            act === 'insert'
              ? db().insert(membership).values({ projectId, personId, status, role })
              : act === 'update'
                ? db().update(membership).set({ status, role }).where(theirs)
                : db().delete(membership).where(theirs)
          // Two live memberships of one person are refused, and then nothing changes.
          await write.catch((error: { cause?: { code?: string } }) => {
            if (error.cause?.code !== '23505') throw error
          })
          expect(await wrongSeats()).toEqual([])
        }
      },
    ),
    { numRuns: 15 },
  )
})

it('ends with the account, the room or the project, and begins with a room opened late', async () => {
  const [owner, member] = await Promise.all([createPerson(), createPerson()])
  const { id, roomId } = await createProject(owner)
  await addMember(id, member)
  const seated = () => db().select().from(seat).where(eq(seat.roomId, roomId))
  expect(await seated()).toHaveLength(2)
  await db().delete(person).where(eq(person.id, member.personId))
  expect(await seated()).toEqual([expect.objectContaining({ role: 'owner' })])
  await db().delete(room).where(eq(room.id, roomId))
  expect(await seated()).toEqual([])
  await db().insert(room).values({ id: roomId, kind: 'project', projectId: id })
  expect(await seated()).toEqual([
    expect.objectContaining({ personId: owner.personId, role: 'owner' }),
  ])
  await db().delete(project).where(eq(project.id, id))
  expect(await wrongSeats()).toEqual([])
})
