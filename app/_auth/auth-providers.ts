import type { NextAuthOptions } from 'next-auth'
import GitHub, { type GithubProfile } from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import { z } from 'zod'
import type { Env } from '@/env'

type Keys = Pick<Env, 'GITHUB_ID' | 'GITHUB_SECRET' | 'GOOGLE_ID' | 'GOOGLE_SECRET'>

export type ProviderName = { id: 'github' | 'google'; name: string }

/** The providers that this installation has keys for. */
export function configuredProviders(keys: Keys): ProviderName[] {
  const names: ProviderName[] = []
  if (keys.GITHUB_ID && keys.GITHUB_SECRET) names.push({ id: 'github', name: 'GitHub' })
  if (keys.GOOGLE_ID && keys.GOOGLE_SECRET) names.push({ id: 'google', name: 'Google' })
  return names
}

/** Where a form that starts such a sign-in ends up: the content security policy must allow it. */
export const providerOrigins: Record<ProviderName['id'], string> = {
  github: 'https://github.com',
  google: 'https://accounts.google.com',
}

const githubEmails = z
  .array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))
  .catch([])

export function authProviders(keys: Keys): NextAuthOptions['providers'] {
  const providers: NextAuthOptions['providers'] = []
  if (keys.GITHUB_ID && keys.GITHUB_SECRET)
    providers.push(
      GitHub({
        clientId: keys.GITHUB_ID,
        clientSecret: keys.GITHUB_SECRET,
        userinfo: {
          url: 'https://api.github.com/user',
          // The address on a GitHub profile says nothing of its being verified; this list does.
          async request({ client, tokens }) {
            const profile = await client.userinfo<GithubProfile>(tokens.access_token ?? '')
            const answer = await fetch('https://api.github.com/user/emails', {
              headers: { Authorization: `token ${tokens.access_token}` },
            })
            // No address at all rather than one that we misread.
            const emails = githubEmails.parse(answer.ok ? await answer.json() : [])
            const email = emails.find((each) => each.primary && each.verified)?.email
            return { ...profile, email, email_verified: email !== undefined }
          },
        },
      }),
    )
  if (keys.GOOGLE_ID && keys.GOOGLE_SECRET)
    providers.push(Google({ clientId: keys.GOOGLE_ID, clientSecret: keys.GOOGLE_SECRET }))
  return providers
}
