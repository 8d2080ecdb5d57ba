'use server'
import { redirect } from 'next/navigation'
import { configuredProviders } from '@/app/_auth/auth-providers'
import { currentRequester } from '@/app/_auth/current-requester'
import { postToNextAuth } from '@/app/_auth/post-to-next-auth'
import { safeNext } from '@/app/_auth/safe-next'
import { refusalSentence } from '@/app/_auth/sign-in-refusal'
import { openFormAction } from '@/app/form-action'
import { getViewer } from '@/app/session'
import type { FormState } from '@/contracts/form-state'
import { signInInput, signUpInput } from '@/contracts/inputs'
import { endSession } from '@/domain/accounts/end-session'
import { signUp as signUpPerson } from '@/domain/accounts/sign-up'
import { env } from '@/env'

const typed = (form: FormData, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')]))

export async function signIn(_: FormState<never>, form: FormData): Promise<FormState<never>> {
  const checked = await openFormAction(signInInput, async (input) => input)(form)
  const values = typed(form, ['email'])
  if (!checked.result) return { ...checked, result: undefined, values }
  const before = await getViewer()
  const { refusal } = await postToNextAuth(['callback', 'credentials'], checked.result)
  if (refusal) return { status: 'error', message: refusalSentence(refusal), fields: {}, values }
  // The cookie of that session has just been written over: nobody could use or end it any more.
  if (before) await endSession(before, { sessionId: before.sessionId })
  redirect(safeNext(form.get('next')))
}

export async function signUp(_: FormState<never>, form: FormData): Promise<FormState<never>> {
  const answer = await openFormAction(signUpInput, async (input) =>
    signUpPerson(await currentRequester(), input),
  )(form)
  return { ...answer, result: undefined, values: typed(form, ['name', 'handle', 'email']) }
}

export async function continueWithProvider(form: FormData): Promise<void> {
  const chosen = configuredProviders(env()).find(({ id }) => id === form.get('provider'))
  const next = safeNext(form.get('next'))
  if (!chosen) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  redirect((await postToNextAuth(['signin', chosen.id], { callbackUrl: next })).redirect)
}
