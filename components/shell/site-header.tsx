import { Menu } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import type { PersonView } from '@/contracts/realtime'
import { AccountMenu, type Moderation } from './account-menu'
import { NavLinks } from './nav-links'
import { NewsBadge } from './news-count'
import { Panel } from './panel'
import { SearchForm } from './search-form'
import type { Theme } from './theme'

export function SiteHeader({
  person,
  unread,
  moderation,
  theme,
  signOut,
}: {
  person: PersonView | null
  unread: number
  /** How much waits for them; null to everybody but moderators. */
  moderation: Moderation | null
  theme: Theme
  /** The control that ends the session. */
  signOut: ReactNode
}) {
  const signedIn = person !== null
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-bg">
      <div className="flex h-14 items-center gap-2 px-4 text-sm md:px-6 lg:px-10">
        <Link
          href="/"
          className="-ml-1 flex min-h-11 shrink-0 items-center gap-2 rounded-s px-1 font-display text-[1.1rem] font-bold tracking-tight"
        >
          <Logo />
          Prajix
          <NewsBadge />
        </Link>
        <nav aria-label="Main" className="ml-4 hidden md:block">
          <NavLinks
            signedIn={signedIn}
            unread={unread}
            className="flex items-center gap-1"
            linkClassName="h-8"
          />
        </nav>
        <div className="ml-auto flex items-center gap-2">
          <SearchForm shortcut className="hidden w-56 lg:block" />
          {person ? (
            <>
              <LinkButton href="/projects/new" look="accent" className="max-sm:hidden">
                Post a project
              </LinkButton>
              <AccountMenu
                person={person}
                theme={theme}
                moderation={moderation}
                signOut={signOut}
              />
            </>
          ) : (
            <>
              <LinkButton href="/sign-in" look="quiet" className="px-3">
                Sign in
              </LinkButton>
              <LinkButton href="/sign-up" look="accent">
                Join
              </LinkButton>
            </>
          )}
          <Panel
            label="Menu"
            button={<Menu aria-hidden className="size-5" />}
            buttonClassName="size-11 -mr-2 rounded-s text-ink-2 hover:bg-sunken hover:text-ink lg:hidden"
            className="right-2 left-2 w-auto md:left-auto md:w-80"
          >
            <div className="flex flex-col gap-2 p-1">
              <SearchForm />
              <nav aria-label="Menu">
                <NavLinks
                  signedIn={signedIn}
                  unread={unread}
                  linkClassName="min-h-11"
                  className="flex flex-col md:hidden"
                />
              </nav>
              {signedIn && (
                <LinkButton href="/projects/new" look="accent" className="sm:hidden">
                  Post a project
                </LinkButton>
              )}
            </div>
          </Panel>
        </div>
      </div>
    </header>
  )
}
