'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { setStepStateInput } from '@/contracts/inputs'
import { setStepState } from '@/domain/roadmap/set-step-state'

export const setStepStateAction = formAction(setStepStateInput, async (actor, input) => {
  await setStepState(actor, input)
  // Progress also stands on home, the step's page and the profile.
  revalidatePath('/', 'layout')
})
