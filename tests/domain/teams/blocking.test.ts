import { expect, it } from 'vitest'
import { blockPerson } from '@/domain/accounts/block-person'
import { createPerson, createProject } from '@/tests/support/factories'
import { apply, invite, statusOfApplication, statusOfInvitation } from '@/tests/support/requests'

it('closes what waits between two people when one blocks the other, and nothing else', async () => {
  const [ada, bo, other] = [await createPerson(), await createPerson(), await createPerson()]
  const adas = await createProject(ada)
  const bos = await createProject(bo)
  const others = await createProject(other)
  const asked = { ada: await apply(ada, bos.openingId), bo: await apply(bo, adas.openingId) }
  const invited = {
    ada: await invite(bo, bos.openingId, ada),
    bo: await invite(ada, adas.openingId, bo),
  }
  const elsewhere = await apply(bo, others.openingId)

  await blockPerson(ada, { handle: bo.handle })

  expect(await statusOfApplication(asked.ada)).toBe('withdrawn')
  expect(await statusOfApplication(asked.bo)).toBe('declined')
  expect(await statusOfInvitation(invited.ada)).toBe('declined')
  expect(await statusOfInvitation(invited.bo)).toBe('revoked')
  expect(await statusOfApplication(elsewhere)).toBe('pending')
})
