import { Badge, CountBadge } from '@/components/ui/badge'
import type { RoomSummary } from '@/contracts/views'

/** What is new to one in a room: threads that one follows, mentions, messages. */
export function RoomBadges({
  room: { unread, mentions, threads },
}: {
  room: Pick<RoomSummary, 'unread' | 'mentions' | 'threads'>
}) {
  return (
    <span className="flex shrink-0 items-center gap-1.5">
      {threads > 0 && <Badge>{threads === 1 ? 'Thread' : `${threads} threads`}</Badge>}
      {mentions > 0 && (
        <Badge tone="accent">
          <span aria-hidden>@{mentions}</span>
          <span className="sr-only">{mentions} mention you</span>
        </Badge>
      )}
      <CountBadge count={unread} label="unread messages" />
    </span>
  )
}
