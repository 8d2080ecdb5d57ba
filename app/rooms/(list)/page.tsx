import { Search } from 'lucide-react'
import type { Metadata } from 'next'
import { setRoomLevelAction } from '@/app/rooms/actions'
import { requireActor } from '@/app/session'
import { RoomList } from '@/components/rooms/room-list'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listRooms } from '@/domain/rooms/list-rooms'

export const metadata: Metadata = { title: 'Rooms' }

export default async function Page() {
  const rooms = await listRooms(await requireActor())
  return (
    <div className="page flex max-w-3xl flex-col gap-8 py-8 sm:py-12">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl">Rooms</h1>
        {rooms.length > 0 && (
          <LinkButton href="/rooms/search" size="s">
            <Search aria-hidden className="size-4" />
            Search messages
          </LinkButton>
        )}
      </div>
      {rooms.length > 0 ? (
        <RoomList rooms={rooms} setLevel={setRoomLevelAction} />
      ) : (
        <EmptyState
          action={
            <LinkButton href="/projects" look="accent">
              Find a project
            </LinkButton>
          }
        >
          Every project has a room where its team talks, and so has every step for the people who
          learn it. Join a project or start a step, and its room appears here.
        </EmptyState>
      )}
    </div>
  )
}
