import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { authProviders } from '@/app/_auth/auth-providers'
import { refusalCode } from '@/app/_auth/sign-in-refusal'
import { logUnknown } from '@/app/log-unknown'
import { signInInput } from '@/contracts/inputs'
import { endSession } from '@/domain/accounts/end-session'
import { findSession } from '@/domain/accounts/find-session'
import type { Requester } from '@/domain/accounts/requester'
import { signInWithProvider } from '@/domain/accounts/sign-in-with-provider'
import { startSession } from '@/domain/accounts/start-session'
import { verifyCredentials } from '@/domain/accounts/verify-credentials'
import { Invalid } from '@/domain/errors'
import { env } from '@/env'

declare module 'next-auth/jwt' {
  interface JWT {
    /** The session row behind the token, without which it is worth nothing. */
    sid?: string
  }
}
declare module 'next-auth' {
  interface User {
    sid?: string
  }
}

/**
 * The longest that browsers keep a cookie. When a session ends is said by its row alone, which slides
 * with use; a cookie cannot, for a page that renders cannot set one.
 */
const cookieSeconds = 400 * 24 * 60 * 60

/** Sign-in by next-auth, for one request: the limits and the session row need to know who asks. */
export function authOptions(requester: Requester, origin: string): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    useSecureCookies: origin.startsWith('https:'),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/', verifyRequest: '/sign-in' },
    logger: {
      error: (code, detail) => {
        // A cookie of another installation, or of before the secret was changed, is no error of ours.
        if (code !== 'JWT_SESSION_ERROR') logUnknown({ code, detail })
      },
      warn: () => {},
      debug: () => {},
    },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (sent) => refusing('password', () => byPassword(requester, sent)),
      }),
      ...authProviders(env()),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.type !== 'oauth') return true
        await refusing('provider', async () => {
          const { personId } = await signInWithProvider(requester, {
            provider: account.provider === 'github' ? 'github' : 'google',
            providerAccountId: account.providerAccountId,
            name: user.name ?? '',
            verifiedEmail: verifiedEmail(profile),
          })
          user.id = personId
          user.sid = (await startSession(requester, { personId })).sessionId
        })
        return true
      },
      // Ids alone: a token outlives changes of name and address.
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid } : token),
      async session({ session, token }) {
        const actor = token.sid ? await findSession(token.sid) : null
        return { expires: session.expires, user: actor ? { name: actor.name } : undefined }
      },
    },
    events: {
      async signOut({ token }) {
        const actor = token?.sid ? await findSession(token.sid) : null
        if (actor) await endSession(actor, { sessionId: actor.sessionId })
      },
    },
  }
}

async function byPassword(requester: Requester, sent: unknown) {
  const parsed = signInInput.safeParse(sent)
  if (!parsed.success) throw new Invalid('Enter your address and your password.')
  const { personId } = await verifyCredentials(requester, parsed.data)
  const { sessionId } = await startSession(requester, { personId })
  return { id: personId, sid: sessionId }
}

/** next-auth carries nothing but an error's message on to the sign-in page, in its address. */
async function refusing<T>(by: 'password' | 'provider', run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new Error(refusalCode(error, by))
  }
}

/** Google says whether it verified the address; ours for GitHub asks for verified ones only. */
function verifiedEmail(profile: object | undefined): string | null {
  const { email, email_verified } = (profile ?? {}) as { email?: string; email_verified?: boolean }
  return email && email_verified === true ? email : null
}
