import { Clock, Globe, Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import type { ProfilePage } from '@/contracts/views'

/** "github.com/ada" rather than the whole address. */
const bare = (link: string) => link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

/** The zone's name and its clock when the page was made. */
function zoneAndTime(timeZone: string) {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${timeZone.replaceAll('_', ' ')}, ${clock.format(new Date())} there`
}

export function ProfileHeader({ profile, actions }: { profile: ProfilePage; actions: ReactNode }) {
  const joined = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })
  return (
    <header className="flex flex-col gap-5 sm:flex-row sm:items-start">
      <Avatar person={profile} size="l" />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <h1 className="text-2xl">{profile.name}</h1>
          <p className="text-ink-3">@{profile.handle}</p>
        </div>
        {profile.headline && <p className="text-lg text-ink-2">{profile.headline}</p>}
        <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-2">
          <Fact icon={<Globe aria-hidden className="size-4 text-ink-3" />}>
            {zoneAndTime(profile.timeZone)}
          </Fact>
          {profile.weeklyHours !== null && (
            <Fact icon={<Clock aria-hidden className="size-4 text-ink-3" />}>
              {profile.weeklyHours} h a week
            </Fact>
          )}
          {profile.links.map((link) => (
            <Fact key={link} icon={<Link2 aria-hidden className="size-4 shrink-0 text-ink-3" />}>
              <a
                href={link}
                rel="noopener noreferrer nofollow"
                target="_blank"
                className="break-all underline hover:text-ink"
              >
                {bare(link)}
              </a>
            </Fact>
          ))}
        </ul>
        <p className="text-xs text-ink-3">
          Here since{' '}
          <time dateTime={profile.joinedAt}>{joined.format(new Date(profile.joinedAt))}</time>
        </p>
      </div>
      <div className="flex flex-wrap gap-2 sm:justify-end">{actions}</div>
    </header>
  )
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex min-h-6 min-w-0 items-center gap-1.5">
      {icon}
      {children}
    </li>
  )
}
