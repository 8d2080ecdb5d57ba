'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import {
  declineInvitationInput,
  invitationIdInput,
  memberInput,
  withdrawInput,
} from '@/contracts/inputs'
import { acceptInvitation } from '@/domain/teams/accept-invitation'
import { confirmMember } from '@/domain/teams/confirm-member'
import { declineInvitation } from '@/domain/teams/decline-invitation'
import { withdrawApplication } from '@/domain/teams/withdraw-application'

/** What a person answers: their own requests, invitations to them, and whether somebody is still here. */
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
export const confirmMemberAction = formAction(memberInput, async (actor, input) => {
  await confirmMember(actor, input)
  revalidatePath('/', 'layout')
})
