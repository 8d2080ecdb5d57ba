'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { openConnection, type RealtimeAddress } from '@/components/realtime/connection'
import { useConnectionStatus } from '@/components/realtime/use-connection-status'
import { watchAttention } from '@/components/realtime/watch-attention'
import type { PersonView } from '@/contracts/realtime'
import type { RoomPage } from '@/contracts/views'
import { ConnectionStrip } from './connection-strip'
import { browserShelf } from './kept-text'
import { ReaderClockProvider, type RenderedWith } from './reader-clock'
import { type RoomActions, RoomActionsProvider } from './room-actions'
import { RoomProvider } from './room-context'
import { RoomPanels } from './room-panels'
import { RoomPlacesProvider } from './room-places'
import { RoomStore } from './room-store'
import { RoomTopBar } from './room-top-bar'
import { TalkPanel } from './talk-panel'
import { useWindowHeight } from './use-window-height'

/** An open room. Give it the room's id as its key: another room is another store. */
export function RoomWorkspace({
  page,
  me,
  address,
  rendered,
  actions: roomActions,
}: {
  page: RoomPage
  me: PersonView
  address: RealtimeAddress
  rendered: RenderedWith
  actions: RoomActions
}) {
  const router = useRouter()
  const [transport] = useState(() => openConnection(address))
  const [store] = useState(
    () =>
      new RoomStore({
        page,
        me,
        transport,
        shelf: browserShelf(),
        reload: () => router.refresh(),
      }),
  )
  useEffect(() => {
    store.start()
    return () => store.stop()
  }, [store])
  useEffect(() => store.adopt(page), [store, page])
  useEffect(() => watchAttention(transport), [transport])
  const status = useConnectionStatus(transport)
  const frame = useWindowHeight()
  // The editor, once opened, puts its own buttons into the top bar.
  const [actions, setActions] = useState<HTMLElement | null>(null)
  return (
    <ReaderClockProvider value={rendered}>
      <RoomProvider value={store}>
        <RoomActionsProvider value={roomActions}>
          <RoomPlacesProvider roomId={page.id}>
            <div ref={frame} className="flex h-dvh flex-col overflow-hidden text-sm">
              <RoomTopBar
                page={page}
                status={status}
                serverTime={rendered.now}
                actions={setActions}
              />
              <ConnectionStrip status={status} />
              {page.kind === 'project' ? (
                <RoomPanels page={page} actions={actions} />
              ) : (
                <TalkPanel page={page} />
              )}
            </div>
          </RoomPlacesProvider>
        </RoomActionsProvider>
      </RoomProvider>
    </ReaderClockProvider>
  )
}
