import { ListChecks } from 'lucide-react'
import Link from 'next/link'
import { CountBadge } from '@/components/ui/badge'

/** For moderators alone: where they decide, and how much waits. */
export function ModerationLink({ waiting, className }: { waiting: number; className: string }) {
  return (
    <Link href="/moderation/skills" className={className}>
      <ListChecks aria-hidden className="size-4 text-ink-3" />
      Proposed skills
      <span className="ml-auto">
        <CountBadge count={waiting} label="waiting" />
      </span>
    </Link>
  )
}
