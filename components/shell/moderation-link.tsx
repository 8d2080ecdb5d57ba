import { Flag, ListChecks } from 'lucide-react'
import Link from 'next/link'
import { CountBadge } from '@/components/ui/badge'

const places = {
  reports: { href: '/moderation', label: 'Reported messages', icon: Flag },
  skills: { href: '/moderation/skills', label: 'Proposed skills', icon: ListChecks },
}

/** For moderators alone: where they decide, and how much waits. */
export function ModerationLink({
  to,
  waiting,
  className,
}: {
  to: 'reports' | 'skills'
  waiting: number
  className: string
}) {
  const { href, label, icon: Icon } = places[to]
  return (
    <Link href={href} className={className}>
      <Icon aria-hidden className="size-4 text-ink-3" />
      {label}
      <span className="ml-auto">
        <CountBadge count={waiting} label="waiting" />
      </span>
    </Link>
  )
}
