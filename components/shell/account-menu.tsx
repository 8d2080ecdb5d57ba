import { Laptop, Settings, UserRound } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import type { PersonView } from '@/contracts/realtime'
import { ModerationLink } from './moderation-link'
import { Panel } from './panel'
import type { Theme } from './theme'
import { ThemeChoice } from './theme-choice'

/** How many reported messages and proposed skills wait. */
export type Moderation = { reports: number; skills: number }

const item =
  'flex min-h-11 w-full items-center gap-2.5 rounded-s px-2.5 text-sm text-ink hover:bg-sunken sm:min-h-9'

/** What belongs to the signed-in person, behind their avatar. */
export function AccountMenu({
  person,
  theme,
  moderation,
  signOut,
}: {
  person: PersonView
  theme: Theme
  /** How much waits for them; null to everybody but moderators. */
  moderation: Moderation | null
  signOut: ReactNode
}) {
  return (
    <Panel
      label={`Your account, ${person.name}`}
      button={<Avatar person={person} />}
      buttonClassName="size-11 rounded-full sm:size-10"
      className="right-2 w-64 md:right-6 lg:right-10"
    >
      <p className="flex flex-col px-2.5 pt-1 pb-2 text-sm">
        <span className="truncate font-semibold">{person.name}</span>
        <span className="truncate text-ink-3">@{person.handle}</span>
      </p>
      <ul className="border-y border-line py-1">
        <li>
          <Link href={`/@${person.handle}`} className={item}>
            <UserRound aria-hidden className="size-4 text-ink-3" />
            Profile
          </Link>
        </li>
        <li>
          <Link href="/settings/profile" className={item}>
            <Settings aria-hidden className="size-4 text-ink-3" />
            Settings
          </Link>
        </li>
        <li>
          <Link href="/settings/sessions" className={item}>
            <Laptop aria-hidden className="size-4 text-ink-3" />
            Sessions
          </Link>
        </li>
        {moderation !== null && (
          <>
            <li>
              <ModerationLink to="reports" waiting={moderation.reports} className={item} />
            </li>
            <li>
              <ModerationLink to="skills" waiting={moderation.skills} className={item} />
            </li>
          </>
        )}
      </ul>
      <div className="px-2 py-2.5">
        <ThemeChoice initial={theme} />
      </div>
      <div className="border-t border-line pt-1">{signOut}</div>
    </Panel>
  )
}
