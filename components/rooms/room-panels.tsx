'use client'
import clsx from 'clsx'
import { Code, PanelRightOpen } from 'lucide-react'
import { type CSSProperties, useEffect, useState } from 'react'
import { LazyCodeWorkspace } from '@/components/documents/lazy-code-workspace'
import { TasksPanel } from '@/components/tasks/tasks-panel'
import { CountBadge } from '@/components/ui/badge'
import { Button, IconButton } from '@/components/ui/button'
import type { RoomPage } from '@/contracts/views'
import { Announcer } from './announcer'
import { ChatPanel } from './chat-panel'
import { ChatSideProvider } from './chat-side'
import { ChatTools } from './chat-tools'
import { PanelDivider } from './panel-divider'
import { PeoplePanel } from './people-panel'
import { useRoomStore, useRoomView } from './room-context'
import { RoomEnded } from './room-ended'
import { useRoomPlaces } from './room-places'
import { FoldButton, RoomSideTabs, type RoomTab, RoomTabs } from './room-tabs'
import { ShortcutsDialog } from './shortcuts-dialog'
import { useKept } from './use-kept'
import { useRoomShortcuts } from './use-room-shortcuts'
import { useWideScreen } from './use-wide-screen'

const head = 'hidden h-11 shrink-0 items-center border-b border-line px-4 md:flex'
const panelNames = { people: 'People', tasks: 'Tasks' }
const unreadLabel = (mentions: number) =>
  mentions > 0 ? `unread messages, ${mentions} mention you` : 'unread messages'
const title = 'font-text text-sm font-semibold tracking-normal'

/**
 * Panels divided by hairlines; on a phone one at a time, chat first. The editor is fetched when somebody
 * opens it, and once opened it comes back with the room.
 */
export function RoomPanels({ page, actions }: { page: RoomPage; actions: HTMLElement | null }) {
  const { me, roomId } = useRoomStore()
  const { phase, unread, mentions } = useRoomView()
  const [tab, setTab] = useState<RoomTab>('chat')
  const [coding, setCoding] = useKept(`prajix:editor:${me.id}:${roomId}`, false)
  const [looked, setLooked] = useState(false)
  const [sideOpen, setSideOpen] = useKept('prajix:panel:side-open', true)
  const [sideWidth, setSideWidth] = useKept('prajix:panel:side', 330)
  const wide = useWideScreen()
  const { place } = useRoomPlaces()
  const [helping, setHelping] = useRoomShortcuts(page.neighbours)
  // Whatever is not about messages or tasks is in the editor.
  useEffect(() => {
    if (!place) return
    const beside = 'task' in place ? 'tasks' : 'chat'
    if (beside === 'tasks' || 'message' in place || 'search' in place || 'quote' in place) {
      setTab(beside)
      setSideOpen(true)
      return
    }
    setCoding(true)
    setLooked(true)
    setTab((now) => (wide ? now : 'code'))
  }, [place, wide, setCoding, setSideOpen])
  if (phase === 'closed' || phase === 'outdated') return <RoomEnded why={phase} />

  const choose = (next: RoomTab) => {
    setTab(next)
    if (next === 'code') setLooked(true)
  }
  const openEditor = () => {
    setCoding(true)
    setLooked(true)
    setTab(wide ? 'chat' : 'code')
  }
  // A phone shows the chat first: what is behind another tab is not fetched before it is looked at.
  const loaded = coding && (wide || looked)
  // Nor does it end because the window became narrow.
  if (loaded && !looked) setLooked(true)
  const beside = coding && wide
  // Beside the editor chat is what is left; without one it has a panel of its own.
  const side = tab === 'people' || tab === 'tasks' ? tab : beside ? 'chat' : 'people'
  const style = { '--side': `${sideWidth}px` } as CSSProperties
  const sideClass = (shown: boolean) =>
    shown && sideOpen ? 'md:flex md:w-(--side) md:flex-none' : 'md:hidden'
  const tabs = (names: readonly Exclude<RoomTab, 'code'>[], onFold?: () => void) => (
    <RoomSideTabs names={names} shown={side} onChoose={choose} onFold={onFold} />
  )
  const openButton = (
    <Button size="s" onClick={openEditor}>
      <Code aria-hidden className="size-4" />
      Open the editor
    </Button>
  )
  return (
    <ChatSideProvider>
      <RoomTabs tab={tab} onChoose={choose} />
      <div className="flex min-h-0 flex-1">
        <section
          aria-label="Code"
          className={clsx(
            'min-w-0 flex-1 flex-col',
            tab === 'code' ? 'flex' : 'hidden',
            coding ? 'md:flex' : 'md:hidden',
          )}
        >
          {loaded ? (
            <LazyCodeWorkspace actions={actions} />
          ) : (
            <div className="m-auto flex max-w-sm flex-col items-start gap-3 p-6">
              <p className="text-ink-2">
                Write files together and run them. Everybody in the room sees every letter.
              </p>
              {openButton}
            </div>
          )}
        </section>
        {beside && sideOpen && (
          <PanelDivider
            label="Width of the chat"
            grows="left"
            size={sideWidth}
            min={260}
            max={560}
            onSize={setSideWidth}
          />
        )}
        {beside && !sideOpen && (
          <div className="flex w-11 flex-col items-center gap-2 border-l border-line pt-1.5">
            <IconButton label="Show the chat" onClick={() => setSideOpen(true)}>
              <PanelRightOpen aria-hidden className="size-4" />
            </IconButton>
            <CountBadge count={unread} label={unreadLabel(mentions)} />
          </div>
        )}
        <section
          aria-label="Chat"
          style={style}
          className={clsx(
            'min-w-0 flex-1 flex-col',
            tab === 'chat' ? 'flex' : 'hidden',
            beside ? sideClass(side === 'chat') : 'md:flex',
          )}
        >
          <h2 className="sr-only md:hidden">Chat</h2>
          <div className={head}>
            {beside ? (
              <>
                {tabs(['chat', 'people', 'tasks'])}
                <ChatTools className="ml-auto" compact />
                <FoldButton onFold={() => setSideOpen(false)} />
              </>
            ) : (
              <>
                <h2 className={clsx(title, 'mr-auto')}>Chat</h2>
                <ChatTools className="mr-2" />
                {openButton}
              </>
            )}
          </div>
          <ChatPanel page={page} />
        </section>
        {(['people', 'tasks'] as const).map((name) => (
          <aside
            key={name}
            aria-label={panelNames[name]}
            style={style}
            className={clsx(
              'min-w-0 flex-col border-line',
              tab === name ? 'flex flex-1' : 'hidden',
              beside
                ? sideClass(side === name)
                : side === name
                  ? 'md:flex md:w-72 md:flex-none md:border-l lg:w-80'
                  : 'md:hidden',
            )}
          >
            <h2 className="sr-only md:hidden">{panelNames[name]}</h2>
            <div className={head}>
              {beside
                ? tabs(['chat', 'people', 'tasks'], () => setSideOpen(false))
                : tabs(['people', 'tasks'])}
            </div>
            {name === 'people' ? <PeoplePanel page={page} /> : <TasksPanel steps={page.steps} />}
          </aside>
        ))}
      </div>
      <Announcer />
      <ShortcutsDialog open={helping} onOpenChange={setHelping} />
    </ChatSideProvider>
  )
}
