import type { FormAction } from '@/contracts/form-state'

/** What the tools of a project's page can do; the page hands its server actions in. */
export type ProjectActions = {
  changeStatus: FormAction
  acceptingMembers: FormAction
  changeRole: FormAction
  removeMember: FormAction
  handOver: FormAction
  setMemberInactive: FormAction
  setMemberActive: FormAction
  leave: FormAction
}

/** For ConfirmButton: the sentence to show, or nothing when it worked. */
export async function problemOf(
  answer: ReturnType<FormAction>,
  whenDone?: () => void,
): Promise<string | undefined> {
  const { status, message } = await answer
  if (status !== 'ok') return message ?? 'That did not work. Try again.'
  whenDone?.()
}
