import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import type { PersonCard } from '@/contracts/views'

/** Who it is, at the head of a card. */
export function PersonLine({ person }: { person: PersonCard }) {
  return (
    <div className="flex items-start gap-2.5">
      <Avatar person={person} />
      <div className="min-w-0">
        <Link
          href={`/@${person.handle}`}
          className="inline-flex min-h-6 items-center font-semibold hover:underline"
        >
          {person.name}
        </Link>
        {person.headline && <p className="text-xs text-ink-2">{person.headline}</p>}
      </div>
    </div>
  )
}
