import Link from 'next/link'
import { RoomEnded } from '@/components/rooms/room-ended'
import { Logo } from '@/components/ui/logo'

export default function RoomNotFound() {
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center border-b border-line px-4">
        <Link
          href="/"
          aria-label="Prajix, home"
          className="-ml-2.5 inline-flex size-11 items-center justify-center rounded-s"
        >
          <Logo />
        </Link>
      </header>
      <RoomEnded why="closed" heading="h1" />
    </div>
  )
}
