import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { configuredProviders } from '@/app/_auth/auth-providers'
import { safeNext } from '@/app/_auth/safe-next'
import { refusalSentence } from '@/app/_auth/sign-in-refusal'
import { continueWithProvider, signIn } from '@/app/(account)/actions'
import { getViewer } from '@/app/session'
import { AccountPanel } from '@/components/accounts/account-panel'
import { DemoLogins } from '@/components/accounts/demo-logins'
import { ProviderButtons } from '@/components/accounts/provider-buttons'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { listDemoLogins } from '@/domain/accounts/list-demo-logins'
import { env } from '@/env'

export const metadata: Metadata = { title: 'Sign in' }

type Search = Record<string, string | string[] | undefined>

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next: asked, callbackUrl, error } = await searchParams
  const next = safeNext(asked ?? pathOf(callbackUrl))
  if (await getViewer()) redirect(next)
  const signUp = `/sign-up${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`
  return (
    <AccountPanel
      title="Sign in"
      lead={
        <>
          New here?{' '}
          <Link href={signUp} className="font-semibold text-accent-ink underline">
            Create an account
          </Link>
        </>
      }
    >
      <SignInForm
        action={signIn}
        next={next}
        refusal={typeof error === 'string' ? refusalSentence(error) : undefined}
      />
      <ProviderButtons
        providers={configuredProviders(env())}
        next={next}
        action={continueWithProvider}
      />
      <DemoLogins logins={listDemoLogins()} next={next} action={signIn} />
    </AccountPanel>
  )
}

/** next-auth writes the whole address of the way back; only its path counts. */
function pathOf(address: string | string[] | undefined) {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  const { pathname, search } = new URL(address)
  return pathname + search
}
