'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { declineInvitationInput, invitationIdInput, withdrawInput } from '@/contracts/inputs'
import { acceptInvitation } from '@/domain/teams/accept-invitation'
import { declineInvitation } from '@/domain/teams/decline-invitation'
import { withdrawApplication } from '@/domain/teams/withdraw-application'

/** What a person answers for themselves: their own requests, and invitations to them. */
export const withdrawAction = formAction(withdrawInput, async (actor, input) => {
  await withdrawApplication(actor, input)
  revalidatePath('/', 'layout')
})
export const acceptInvitationAction = formAction(invitationIdInput, async (actor, input) => {
  const joined = await acceptInvitation(actor, input)
  revalidatePath('/', 'layout')
  return joined
})
export const declineInvitationAction = formAction(declineInvitationInput, async (actor, input) => {
  await declineInvitation(actor, input)
  revalidatePath('/', 'layout')
})
