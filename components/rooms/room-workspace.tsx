'use client'
import clsx from 'clsx'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { openConnection, type RealtimeAddress } from '@/components/realtime/connection'
import { useConnectionStatus } from '@/components/realtime/use-connection-status'
import type { PersonView } from '@/contracts/realtime'
import type { RoomPage } from '@/contracts/views'
import { ChatPanel } from './chat-panel'
import { ConnectionStrip } from './connection-strip'
import { browserShelf } from './kept-text'
import { PeoplePanel } from './people-panel'
import { ReaderClockProvider, type RenderedWith } from './reader-clock'
import { RoomProvider, useRoomView } from './room-context'
import { RoomEnded } from './room-ended'
import { RoomStore } from './room-store'
import { RoomTopBar } from './room-top-bar'
import { useWindowHeight } from './use-window-height'

/** An open room. Give it the room's id as its key: another room is another store. */
export function RoomWorkspace({
  page,
  me,
  address,
  rendered,
}: {
  page: RoomPage
  me: PersonView
  address: RealtimeAddress
  rendered: RenderedWith
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
  const status = useConnectionStatus(transport)
  const frame = useWindowHeight()
  return (
    <ReaderClockProvider value={rendered}>
      <RoomProvider value={store}>
        <div ref={frame} className="flex h-dvh flex-col overflow-hidden text-sm">
          <RoomTopBar page={page} status={status} />
          <ConnectionStrip status={status} />
          <Panels page={page} />
        </div>
      </RoomProvider>
    </ReaderClockProvider>
  )
}

// On a phone the switch says what is shown; the headings stay for those who move by them.
const head =
  'flex h-11 shrink-0 items-center justify-between border-b border-line px-4 max-md:sr-only'

/** Panels divided by hairlines; on a phone one at a time, chat first. */
function Panels({ page }: { page: RoomPage }) {
  const { people, present, phase } = useRoomView()
  const [open, setOpen] = useState<'chat' | 'people'>('chat')
  const tab = (name: typeof open, label: string) => (
    <button
      type="button"
      aria-pressed={open === name}
      onClick={() => setOpen(name)}
      className={clsx(
        'min-h-11 border-b-2 px-3',
        open === name ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-2',
      )}
    >
      {label}
    </button>
  )
  if (phase === 'closed' || phase === 'outdated') return <RoomEnded why={phase} />
  return (
    <>
      <div className="flex shrink-0 border-b border-line px-1 md:hidden">
        {tab('chat', 'Chat')}
        {tab('people', `People ${people.length}`)}
        {present.size > 0 && (
          <span className="tabular ml-auto self-center px-3 text-xs text-ink-3">
            {present.size} here
          </span>
        )}
      </div>
      <div className="flex min-h-0 flex-1">
        <section
          aria-label="Chat"
          className={clsx('min-w-0 flex-1 flex-col md:flex', open === 'chat' ? 'flex' : 'hidden')}
        >
          <div className={head}>
            <h2 className="font-text text-sm font-semibold tracking-normal">Chat</h2>
          </div>
          <ChatPanel title={page.title} />
        </section>
        <aside
          aria-label="People"
          className={clsx(
            'min-w-0 flex-col border-line md:flex md:w-72 md:flex-none md:border-l lg:w-80',
            open === 'people' ? 'flex flex-1' : 'hidden',
          )}
        >
          <div className={head}>
            <h2 className="font-text text-sm font-semibold tracking-normal">People</h2>
            <span className="tabular text-xs text-ink-3">{people.length}</span>
          </div>
          <PeoplePanel page={page} />
        </aside>
      </div>
    </>
  )
}
