'use client'
import { Check, ListPlus, MessageSquare } from 'lucide-react'
import { useRoomView } from '@/components/rooms/room-context'
import { taskStateWords } from '@/components/tasks/task-words'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MarkView } from '@/contracts/marks'
import { useMarkActions } from './use-mark-actions'

/** A question beside its text: who asks, what, and what can be done with it. */
export function MarkCard({
  mark,
  place,
  onClose,
}: {
  mark: MarkView
  /** Where it stands at this moment, in words. */
  place: () => string
  onClose: () => void
}) {
  const actions = useMarkActions()
  const { tasks } = useRoomView()
  const task = tasks.find(({ markId }) => markId === mark.id)
  return (
    <section
      tabIndex={-1}
      aria-label={`Question by ${mark.author.name}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      className="flex flex-col gap-1.5 p-3 font-text text-sm leading-normal outline-none not-first:border-t not-first:border-line"
    >
      <p className="flex items-center gap-2">
        <Avatar person={mark.author} size="xs" />
        <span className="min-w-0 truncate font-semibold">{mark.author.name}</span>
        <RelativeTime at={mark.at} className="tabular shrink-0 text-xs text-ink-3" />
      </p>
      <p className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words">{mark.body}</p>
      <div className="-mx-1.5 flex flex-wrap items-center">
        <Button
          size="s"
          look="quiet"
          className="gap-1.5 px-2"
          onClick={() => {
            onClose()
            void actions.resolve(mark)
          }}
        >
          <Check aria-hidden className="size-4" />
          Resolve
        </Button>
        <Button
          size="s"
          look="quiet"
          className="gap-1.5 px-2"
          onClick={() => actions.say(mark, place())}
        >
          <MessageSquare aria-hidden className="size-4" />
          Say it in chat
        </Button>
        {task ? (
          <span className="px-2 text-xs text-ink-2">Task: {taskStateWords[task.state]}</span>
        ) : (
          <Button
            size="s"
            look="quiet"
            className="gap-1.5 px-2"
            onClick={() => void actions.makeTask(mark)}
          >
            <ListPlus aria-hidden className="size-4" />
            Make it a task
          </Button>
        )}
      </div>
    </section>
  )
}
