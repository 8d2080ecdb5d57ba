'use client'
import clsx from 'clsx'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { WheelBar } from '@/components/pairing/wheel-bar'
import type { ConnectionStatus } from '@/components/realtime/transport'
import { NewsBadge, useNewsCount } from '@/components/shell/news-count'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import type { RoomPage } from '@/contracts/views'
import { PresenceAvatar } from './presence-avatar'
import { useRoomStore, useRoomView } from './room-context'
import { RoomMenu } from './room-menu'
import { useRoomPlaces } from './room-places'
import { RoomTitle } from './room-title'

const shown = 4

/** Where one is, and who else is. */
export function RoomTopBar({
  page,
  status,
  serverTime,
  actions,
}: {
  page: RoomPage
  status: ConnectionStatus
  /** The moment of rendering, by the server's clock, in ISO. */
  serverTime: string
  /** Takes the place where an open editor puts its buttons. */
  actions: (place: HTMLElement | null) => void
}) {
  const { me, roomId, transport } = useRoomStore()
  const news = useNewsCount()
  const { people, present, away, count: inRoom, wheel, documents, runs } = useRoomView()
  const { go } = useRoomPlaces()
  const here = people.filter((one) => present.has(one.id))
  // In a step's room nobody has a list of everybody.
  const count = page.kind === 'step' ? inRoom : here.length
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line pr-1.5 pl-4 sm:gap-3 sm:px-4">
      <Link
        href="/"
        aria-label={news > 0 ? `Prajix, home, ${news} new` : 'Prajix, home'}
        className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-s -ml-2.5 sm:size-8 sm:-ml-1"
      >
        <Logo />
        <span aria-hidden className="absolute -top-0.5 left-6 font-text sm:-top-1.5 sm:left-5">
          <NewsBadge />
        </span>
      </Link>
      <span aria-hidden className="hidden text-ink-3 sm:inline">
        /
      </span>
      <h1 className="min-w-0 truncate font-text text-sm font-semibold tracking-normal">
        <RoomTitle page={page} />
      </h1>
      <Link
        href="/rooms"
        aria-label="All your rooms"
        title="All your rooms"
        className="hidden rounded-full sm:block"
      >
        <Badge className="hover:text-ink">Room</Badge>
      </Link>
      <div className="ml-auto flex shrink-0 items-center text-xs text-ink-3 sm:gap-3">
        {status !== 'online' && <span>{status === 'offline' ? 'Offline' : 'Reconnecting'}</span>}
        {(documents.length > 0 || wheel.driverId) && (
          <WheelBar
            roomId={roomId}
            wheel={wheel}
            people={people}
            present={present}
            selfId={me.id}
            serverTime={serverTime}
            turn={(input) => transport.request('wheel:turn', input)}
            balance={(input) => transport.request('wheel:balance', input)}
            newestRun={runs[0]}
          />
        )}
        {count > 0 && (
          <>
            {here.length > 0 && (
              <span
                role="img"
                aria-label={`In the room: ${here.map((one) => (away.has(one.id) ? `${one.name} (away)` : one.name)).join(', ')}`}
                className="hidden items-center gap-1 sm:flex"
              >
                {here.slice(0, shown).map((one) => (
                  <PresenceAvatar
                    key={one.id}
                    person={one}
                    state={away.has(one.id) ? 'away' : 'active'}
                    size="s"
                  />
                ))}
              </span>
            )}
            <span className={clsx('tabular', here.length > 0 && 'hidden lg:inline')}>
              {count} here
            </span>
          </>
        )}
        <IconButton
          label="Search messages"
          title="Search messages (/)"
          aria-keyshortcuts="/"
          onClick={() => go({ search: true })}
        >
          <Search aria-hidden className="size-4" />
        </IconButton>
        <div ref={actions} className="contents" />
        <RoomMenu page={page} />
      </div>
    </header>
  )
}
