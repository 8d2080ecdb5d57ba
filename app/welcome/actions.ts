'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { noInput, welcomeInput } from '@/contracts/inputs'
import { skipWelcome } from '@/domain/accounts/skip-welcome'
import { welcomePerson } from '@/domain/accounts/welcome-person'

// What is answered here stands on home, the roadmap and the profile.
const finishing = formAction(welcomeInput, async (actor, input) => {
  await welcomePerson(actor, input)
  revalidatePath('/', 'layout')
})
const puttingAside = formAction(noInput, async (actor) => {
  await skipWelcome(actor)
  revalidatePath('/', 'layout')
})

export async function finishWelcome(input: unknown) {
  return finishing(input)
}
export async function putWelcomeAside(input: unknown) {
  return puttingAside(input)
}
