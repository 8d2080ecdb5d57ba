import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FoundMessage } from '@/contracts/message-search'
import { roomLink } from '@/contracts/room-links'
import { FoundExcerpt } from './found-excerpt'

/** Messages that were found in one's rooms; each leads to its place there. */
export function FoundList({ messages }: { messages: FoundMessage[] }) {
  return (
    <ol aria-label="Messages found" className="divide-y divide-line border-y border-line">
      {messages.map(({ id, roomId, roomTitle, author, createdAt, excerpt, threadId }) => (
        <li key={id}>
          <Link
            href={roomLink(roomId, { message: id })}
            className="flex gap-3 px-2 py-3 transition-colors duration-150 hover:bg-sunken"
          >
            <Avatar person={author} className="mt-0.5" />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-semibold">{author.name}</span>
                {roomTitle && <span className="text-sm text-ink-2">in {roomTitle}</span>}
                {threadId && <span className="text-xs text-ink-3">in a thread</span>}
                <RelativeTime at={createdAt} className="text-xs text-ink-3" />
              </span>
              <FoundExcerpt excerpt={excerpt} />
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
