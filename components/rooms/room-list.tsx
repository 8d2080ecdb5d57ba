import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { RoomSummary } from '@/contracts/views'
import type { RoomKind } from '@/contracts/vocabulary'
import { LevelMenu } from './level-menu'
import { plainText } from './plain-text'
import { RoomBadges } from './room-badges'
import { RoomSign } from './room-sign'

const groups: { kind: RoomKind; title: string }[] = [
  { kind: 'direct', title: 'People' },
  { kind: 'project', title: 'Teams' },
  { kind: 'step', title: 'Steps' },
]

/** One's rooms by kind, in each the most recently used first. */
export function RoomList({ rooms, setLevel }: { rooms: RoomSummary[]; setLevel: FormAction }) {
  return groups.map(({ kind, title }) => {
    const some = rooms.filter((room) => room.kind === kind)
    if (some.length === 0) return null
    const id = `rooms-${kind}`
    return (
      <section key={kind} aria-labelledby={id} className="flex flex-col gap-2">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        <ul className="divide-y divide-line border-y border-line">
          {some.map((room) => (
            <li key={room.id} className="flex items-center gap-1">
              <RoomRow room={room} />
              <LevelMenu room={room} level={room.level} action={setLevel} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function RoomRow({ room }: { room: RoomSummary }) {
  const { title, href, lastMessage } = room
  return (
    <Link
      href={href}
      className="flex min-w-0 flex-1 items-center gap-4 px-2 py-4 transition-colors duration-150 hover:bg-sunken"
    >
      <RoomSign room={room} />
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
        <RoomBadges room={room} />
      </span>
    </Link>
  )
}
