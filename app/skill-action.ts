'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { proposeSkillInput } from '@/contracts/inputs'
import { proposeSkill } from '@/domain/skills/propose-skill'

export const proposeSkillAction = formAction(proposeSkillInput, async (actor, input) => {
  const proposed = await proposeSkill(actor, input)
  // The page at hand was made before it came into the catalogue: it has to look again.
  if (proposed.outcome === 'known') revalidatePath('/', 'layout')
  return proposed
})
