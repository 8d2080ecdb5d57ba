'use client'
import clsx from 'clsx'
import { PanelRightClose } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { useRoomView } from './room-context'

export type RoomTab = 'chat' | 'code' | 'people'

/** On a phone: which panel is to be seen. */
export function RoomTabs({ tab, onChoose }: { tab: RoomTab; onChoose: (tab: RoomTab) => void }) {
  const { people, present } = useRoomView()
  const entry = (name: RoomTab, label: string) => (
    <button
      type="button"
      aria-pressed={tab === name}
      onClick={() => onChoose(name)}
      className={clsx(
        'min-h-11 border-b-2 px-3',
        tab === name ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-2',
      )}
    >
      {label}
    </button>
  )
  return (
    <div className="flex shrink-0 border-b border-line px-1 md:hidden">
      {entry('chat', 'Chat')}
      {entry('code', 'Code')}
      {entry('people', `People ${people.length}`)}
      {present.size > 0 && (
        <span className="tabular ml-auto self-center px-3 text-xs text-ink-3">
          {present.size} here
        </span>
      )}
    </div>
  )
}

/** Chat or people, where both share one panel beside the editor. */
export function RoomSideTabs({
  tab,
  onChoose,
  onFold,
}: {
  tab: RoomTab
  onChoose: (tab: RoomTab) => void
  onFold: () => void
}) {
  const { people } = useRoomView()
  const showsPeople = tab === 'people'
  const entry = (name: 'chat' | 'people', label: string, on: boolean) => (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => onChoose(name)}
      className={clsx('min-h-8 pr-4', on ? 'font-semibold text-ink' : 'text-ink-2 hover:text-ink')}
    >
      {label}
    </button>
  )
  return (
    <>
      {entry('chat', 'Chat', !showsPeople)}
      {entry('people', `People ${people.length}`, showsPeople)}
      <IconButton label="Hide the chat" onClick={onFold} className="-mr-2 ml-auto">
        <PanelRightClose aria-hidden className="size-4" />
      </IconButton>
    </>
  )
}
