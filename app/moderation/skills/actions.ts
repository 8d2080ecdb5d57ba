'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { acceptSkillInput, declineSkillInput, mergeSkillInput } from '@/contracts/inputs'
import { acceptSkill } from '@/domain/skills/accept-skill'
import { declineSkill } from '@/domain/skills/decline-skill'
import { mergeSkill } from '@/domain/skills/merge-skill'

// The header counts what waits.
export const acceptSkillAction = formAction(acceptSkillInput, async (actor, input) => {
  const accepted = await acceptSkill(actor, input)
  revalidatePath('/', 'layout')
  return accepted
})
export const mergeSkillAction = formAction(mergeSkillInput, async (actor, input) => {
  await mergeSkill(actor, input)
  revalidatePath('/', 'layout')
})
export const declineSkillAction = formAction(declineSkillInput, async (actor, input) => {
  await declineSkill(actor, input)
  revalidatePath('/', 'layout')
})
