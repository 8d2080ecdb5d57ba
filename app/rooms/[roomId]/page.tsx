import type { Metadata, Viewport } from 'next'
import { cache } from 'react'
import { orNotFound } from '@/app/or-not-found'
import { leaveStepRoomAction, openDirectRoomAction, setRoomLevelAction } from '@/app/rooms/actions'
import { requireActor } from '@/app/session'
import { RoomWorkspace } from '@/components/rooms/room-workspace'
import { id } from '@/contracts/inputs'
import { NotFound } from '@/domain/errors'
import { getRoom } from '@/domain/rooms/get-room'
import { env } from '@/env'

type Props = { params: Promise<{ roomId: string }> }

const readRoom = cache(async (roomId: string) => {
  const actor = await requireActor()
  const page = await orNotFound(
    id.safeParse(roomId).success ? getRoom(actor, { roomId }) : Promise.reject(new NotFound()),
  )
  return { actor, page }
})

// The composer stays above the virtual keyboard.
export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await readRoom((await params).roomId)
  return { title: `${page.title}, room` }
}

export default async function Page({ params }: Props) {
  const { actor, page } = await readRoom((await params).roomId)
  const { REALTIME_PORT, REALTIME_URL } = env()
  return (
    <RoomWorkspace
      key={page.id}
      page={page}
      me={{ id: actor.personId, handle: actor.handle, name: actor.name, line: actor.line }}
      address={{
        realtimePort: REALTIME_URL ? null : REALTIME_PORT,
        realtimeUrl: REALTIME_URL ?? null,
      }}
      actions={{
        openDirect: openDirectRoomAction,
        leaveStep: leaveStepRoomAction,
        setLevel: setRoomLevelAction,
      }}
      rendered={{ timeZone: actor.timeZone, now: new Date().toISOString() }}
    />
  )
}
