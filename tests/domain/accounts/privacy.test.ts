import { beforeAll, expect, it } from 'vitest'
import { db } from '@/db/client'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { getPrivacy } from '@/domain/accounts/get-privacy'
import { getProfile } from '@/domain/accounts/get-profile'
import { Conflict } from '@/domain/errors'
import { loadLearners } from '@/domain/roadmap/load-learners'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { invitePerson } from '@/domain/teams/invite-person'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

beforeAll(createCatalogue)

it('is open until somebody closes it', async () => {
  const actor = await createPerson()
  expect(await getPrivacy(actor)).toEqual({
    ...{ listed: true, contactable: 'everybody', showsReading: true },
  })
  const closed = { listed: false, contactable: 'teammates' as const, showsReading: false }
  await editPrivacy(actor, closed)
  expect(await getPrivacy(actor)).toEqual(closed)
})

it('lets only people of a common team invite whoever asked for that', async () => {
  const [owner, actor] = [await createPerson(), await createPerson()]
  const project = await createProject(owner)
  const invite = () =>
    invitePerson(owner, { openingId: project.openingId, handle: actor.handle, message: '' })
  await editPrivacy(actor, { listed: true, contactable: 'teammates', showsReading: true })
  await expect(invite()).rejects.toThrow(Conflict)
  expect((await getProfile(owner, actor.handle)).viewer.canInviteTo).toEqual([])

  const other = await createProject(await createPerson())
  await addMember(other.id, owner)
  await expect(invite()).rejects.toThrow(Conflict)
  await addMember(other.id, actor)
  expect((await getProfile(owner, actor.handle)).viewer.canInviteTo).toHaveLength(1)
  await invite()
})

it('leaves whoever is not listed out of the people who learn a step', async () => {
  const [shown, hidden] = [await createPerson(), await createPerson()]
  for (const actor of [shown, hidden])
    await setStepState(actor, { stepId: 'testing', state: 'learning' })
  await editPrivacy(hidden, { listed: false, contactable: 'everybody', showsReading: true })
  const people = await loadLearners(db(), 'testing', { hidden: [], limit: 50 })
  expect(people.map(({ id }) => id)).toEqual([shown.personId])
})
