'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { postToNextAuth } from '@/app/_auth/post-to-next-auth'
import { formAction } from '@/app/form-action'
import { editPrivacyInput, editProfileInput, endSessionInput, noInput } from '@/contracts/inputs'
import { quietHoursInput } from '@/contracts/quiet-hours'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { editProfile } from '@/domain/accounts/edit-profile'
import { editQuietHours } from '@/domain/accounts/edit-quiet-hours'
import { endAllSessions } from '@/domain/accounts/end-all-sessions'
import { endSession } from '@/domain/accounts/end-session'

const sessionsPage = '/settings/sessions'

const ending = formAction(endSessionInput, async (actor, input) => {
  await endSession(actor, input)
  revalidatePath(sessionsPage)
})
const endingOthers = formAction(noInput, async (actor) => {
  const ended = await endAllSessions(actor, { keepCurrent: true })
  revalidatePath(sessionsPage)
  return ended
})
const endingAll = formAction(noInput, async (actor) => {
  await endAllSessions(actor, { keepCurrent: false })
  await postToNextAuth(['signout'], {})
  redirect('/sign-in')
})
const saving = formAction(editProfileInput, async (actor, input) => {
  const saved = await editProfile(actor, input)
  revalidatePath('/', 'layout')
  return saved
})
const savingPrivacy = formAction(editPrivacyInput, async (actor, input) => {
  await editPrivacy(actor, input)
  revalidatePath('/', 'layout')
})

const savingQuietHours = formAction(quietHoursInput, async (actor, input) => {
  await editQuietHours(actor, input)
  revalidatePath('/', 'layout')
})

export async function saveQuietHours(input: unknown) {
  return savingQuietHours(input)
}
export async function endOneSession(input: unknown) {
  return ending(input)
}
export async function endOtherSessions(input: unknown) {
  return endingOthers(input)
}
export async function signOutEverywhere(input: unknown) {
  return endingAll(input)
}
export async function saveProfile(input: unknown) {
  return saving(input)
}
export async function savePrivacy(input: unknown) {
  return savingPrivacy(input)
}
