'use client'
import clsx from 'clsx'
import { PanelRightClose } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import type { TaskView } from '@/contracts/tasks'
import { ChatTools } from './chat-tools'
import { useRoomView } from './room-context'

export type RoomTab = 'chat' | 'code' | 'people' | 'tasks'
/** Tasks that are not done: what a number beside the word should say. */
const tasksLabel = (tasks: TaskView[]) => {
  const open = tasks.filter(({ state }) => state !== 'done').length
  return open > 0 ? `Tasks ${open}` : 'Tasks'
}

/** On a phone: which panel is to be seen. */
export function RoomTabs({ tab, onChoose }: { tab: RoomTab; onChoose: (tab: RoomTab) => void }) {
  const { people, present, tasks } = useRoomView()
  const entry = (name: RoomTab, label: string) => (
    <button
      type="button"
      aria-pressed={tab === name}
      onClick={() => onChoose(name)}
      className={clsx(
        'min-h-11 border-b-2 px-2.5 whitespace-nowrap',
        tab === name ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-2',
      )}
    >
      {label}
    </button>
  )
  return (
    <div className="flex shrink-0 border-b border-line px-1 md:hidden">
      <div className="flex min-w-0 flex-1 overflow-x-auto">
        {entry('chat', 'Chat')}
        {entry('code', 'Code')}
        {entry('people', `People ${people.length}`)}
        {entry('tasks', tasksLabel(tasks))}
      </div>
      {tab === 'chat' ? (
        <ChatTools className="shrink-0" compact />
      ) : (
        present.size > 0 && (
          <span className="tabular self-center px-2 text-xs whitespace-nowrap text-ink-3">
            {present.size} here
          </span>
        )
      )}
    </div>
  )
}

/** What one side panel shows: chat beside the editor, else people, and tasks. */
export function RoomSideTabs({
  names,
  shown,
  onChoose,
  onFold,
}: {
  names: readonly Exclude<RoomTab, 'code'>[]
  shown: RoomTab
  onChoose: (tab: RoomTab) => void
  /** Absent where the panel cannot be hidden. */
  onFold?: () => void
}) {
  const { people, tasks } = useRoomView()
  const labels = { chat: 'Chat', people: `People ${people.length}`, tasks: tasksLabel(tasks) }
  return (
    <>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={shown === name}
          onClick={() => onChoose(name)}
          className={clsx(
            'min-h-8 pr-4 whitespace-nowrap',
            shown === name ? 'font-semibold text-ink' : 'text-ink-2 hover:text-ink',
          )}
        >
          {labels[name]}
        </button>
      ))}
      {onFold && (
        <span className="ml-auto">
          <FoldButton onFold={onFold} />
        </span>
      )}
    </>
  )
}

export function FoldButton({ onFold }: { onFold: () => void }) {
  return (
    <IconButton label="Hide the chat" onClick={onFold} className="-mr-2 shrink-0">
      <PanelRightClose aria-hidden className="size-4" />
    </IconButton>
  )
}
