'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import {
  acceptApplicationInput,
  acceptingMembersInput,
  applyInput,
  changeProjectStatusInput,
  changeRoleInput,
  declineApplicationInput,
  editProjectInput,
  invitationIdInput,
  inviteInput,
  memberInput,
  postProjectInput,
  projectIdInput,
} from '@/contracts/inputs'
import type { Actor } from '@/domain/actor'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { editProject } from '@/domain/projects/edit-project'
import { postProject } from '@/domain/projects/post-project'
import { setAcceptingMembers } from '@/domain/projects/set-accepting-members'
import { acceptApplication } from '@/domain/teams/accept-application'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { changeRole } from '@/domain/teams/change-role'
import { declineApplication } from '@/domain/teams/decline-application'
import { handOver } from '@/domain/teams/hand-over'
import { invitePerson } from '@/domain/teams/invite-person'
import { leaveProject } from '@/domain/teams/leave-project'
import { removeMember } from '@/domain/teams/remove-member'
import { revokeInvitation } from '@/domain/teams/revoke-invitation'
import { setMemberActive } from '@/domain/teams/set-member-active'
import { setMemberInactive } from '@/domain/teams/set-member-inactive'

/** Counts and states of a team stand on many pages: all of them are read afresh after a change. */
function fresh<Input, Result>(change: (actor: Actor, input: Input) => Promise<Result>) {
  return async (actor: Actor, input: Input) => {
    const result = await change(actor, input)
    revalidatePath('/', 'layout')
    return result
  }
}

export const postProjectAction = formAction(postProjectInput, fresh(postProject))
export const editProjectAction = formAction(editProjectInput, fresh(editProject))
export const changeStatusAction = formAction(changeProjectStatusInput, fresh(changeProjectStatus))
export const acceptingMembersAction = formAction(acceptingMembersInput, fresh(setAcceptingMembers))

export const applyAction = formAction(applyInput, fresh(applyForSeat))
export const acceptApplicationAction = formAction(acceptApplicationInput, fresh(acceptApplication))
export const declineApplicationAction = formAction(
  declineApplicationInput,
  fresh(declineApplication),
)
export const inviteAction = formAction(inviteInput, fresh(invitePerson))
export const revokeInvitationAction = formAction(invitationIdInput, fresh(revokeInvitation))

export const changeRoleAction = formAction(changeRoleInput, fresh(changeRole))
export const removeMemberAction = formAction(memberInput, fresh(removeMember))
export const handOverAction = formAction(memberInput, fresh(handOver))
export const setMemberInactiveAction = formAction(memberInput, fresh(setMemberInactive))
export const setMemberActiveAction = formAction(memberInput, fresh(setMemberActive))
export const leaveProjectAction = formAction(projectIdInput, fresh(leaveProject))
