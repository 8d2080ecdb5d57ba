import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RoomSummary } from '@/contracts/views'
import { plainText } from './plain-text'
import { RoomBadges } from './room-badges'

/** One's rooms, the most recently used first. */
export function RoomList({ rooms }: { rooms: RoomSummary[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rooms.map(({ id, title, href, unread, mentions, threads, lastMessage }) => (
        <li key={id}>
          <Link
            href={href}
            className="flex items-center gap-4 px-2 py-4 transition-colors duration-150 hover:bg-sunken"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{title}</span>
              <span className="block truncate text-sm text-ink-2">
                {lastMessage
                  ? `${lastMessage.authorName}: ${plainText(lastMessage.excerpt)}`
                  : 'Nobody has written here yet.'}
              </span>
            </span>
            <span className="flex shrink-0 flex-col items-end gap-1">
              {lastMessage && <RelativeTime at={lastMessage.at} className="text-xs text-ink-3" />}
              <RoomBadges room={{ unread, mentions, threads }} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
