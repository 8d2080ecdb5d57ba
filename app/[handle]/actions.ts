'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { blockInput, inviteInput } from '@/contracts/inputs'
import { blockPerson } from '@/domain/accounts/block-person'
import { unblockPerson } from '@/domain/accounts/unblock-person'
import { invitePerson } from '@/domain/teams/invite-person'

// A block hides people on every page.
const blocking = formAction(blockInput, async (actor, input) => {
  await blockPerson(actor, input)
  revalidatePath('/', 'layout')
})
const unblocking = formAction(blockInput, async (actor, input) => {
  await unblockPerson(actor, input)
  revalidatePath('/', 'layout')
})
const inviting = formAction(inviteInput, async (actor, input) => {
  const invited = await invitePerson(actor, input)
  revalidatePath(`/@${input.handle}`)
  return invited
})

export async function block(input: unknown) {
  return blocking(input)
}
export async function unblock(input: unknown) {
  return unblocking(input)
}
export async function invite(input: unknown) {
  return inviting(input)
}
