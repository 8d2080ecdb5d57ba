import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { configuredProviders } from '@/app/_auth/auth-providers'
import { safeNext } from '@/app/_auth/safe-next'
import { continueWithProvider, signIn, signUp } from '@/app/(account)/actions'
import { getViewer } from '@/app/session'
import { AccountPanel } from '@/components/accounts/account-panel'
import { ProviderButtons } from '@/components/accounts/provider-buttons'
import { SignUpForm } from '@/components/accounts/sign-up-form'
import { env } from '@/env'

export const metadata: Metadata = { title: 'Create an account' }

type Search = Record<string, string | string[] | undefined>

export default async function SignUpPage({ searchParams }: { searchParams: Promise<Search> }) {
  const next = safeNext((await searchParams).next)
  if (await getViewer()) redirect(next)
  const toSignIn = `/sign-in${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`
  return (
    <AccountPanel
      title="Create an account"
      lead={
        <>
          Have one already?{' '}
          <Link href={toSignIn} className="font-semibold text-accent-ink underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm action={signUp} signIn={signIn} next={next} />
      <ProviderButtons
        providers={configuredProviders(env())}
        next={next}
        action={continueWithProvider}
      />
    </AccountPanel>
  )
}
