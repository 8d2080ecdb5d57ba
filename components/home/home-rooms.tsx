import Link from 'next/link'
import { RoomBadges } from '@/components/rooms/room-badges'
import { RoomSign } from '@/components/rooms/room-sign'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RoomSummary } from '@/contracts/views'

export function HomeRooms({ rooms }: { rooms: RoomSummary[] }) {
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms" className="mb-2 text-lg">
        Your rooms
      </h2>
      {rooms.length === 0 ? (
        <p className="text-sm text-ink-2">
          The rooms of your teams and steps, and the people you write with, stand here.
        </p>
      ) : (
        <ul className="-mx-2.5 flex flex-col">
          {rooms.map((room) => (
            <li key={room.id}>
              <Link
                href={room.href}
                className="block rounded-s px-2.5 py-2 text-sm hover:bg-sunken"
              >
                <span className="flex items-center justify-between gap-3">
                  <span className="flex min-w-0 items-center gap-2">
                    <RoomSign room={room} size="xs" />
                    <span className="truncate font-semibold">{room.title}</span>
                  </span>
                  <RoomBadges room={room} />
                </span>
                {room.lastMessage ? (
                  <span className="flex gap-2 text-xs text-ink-3">
                    <span className="min-w-0 flex-1 truncate">
                      {room.lastMessage.authorName}: {room.lastMessage.excerpt}
                    </span>
                    <RelativeTime at={room.lastMessage.at} className="shrink-0" />
                  </span>
                ) : (
                  <span className="block text-xs text-ink-3">Nothing said yet</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {rooms.length > 5 && (
        <Link
          href="/rooms"
          className="inline-flex min-h-11 items-center text-sm font-semibold text-ink-2 hover:text-ink hover:underline sm:min-h-8"
        >
          All your rooms
        </Link>
      )}
    </section>
  )
}
