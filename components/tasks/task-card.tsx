'use client'
import clsx from 'clsx'
import { memo, useState } from 'react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { StepMark } from '@/components/ui/step-mark'
import { linkedIds } from '@/contracts/room-links'
import type { TaskState, TaskView } from '@/contracts/tasks'
import { taskRings, taskStateWords } from './task-words'
import { useTaskActions } from './use-task-actions'

const frame = 'mt-1.5 mb-1 max-w-md rounded-m border border-line bg-surface'

/** The tasks of this room that a message links to, beneath its text. */
export const TaskCards = memo(function TaskCards({ body }: { body: string }) {
  const { roomId } = useRoomStore()
  const origin = typeof window === 'undefined' ? undefined : window.location.origin
  return linkedIds(body, roomId, 'task', origin).map((id) => <TaskCard key={id} taskId={id} />)
})

function TaskCard({ taskId }: { taskId: string }) {
  const task = useRoomView().tasks.find(({ id }) => id === taskId)
  if (task) return <Card task={task} />
  return <p className={`${frame} px-3 py-2 text-xs text-ink-2`}>This task is not here any more.</p>
}

function Card({ task }: { task: TaskView }) {
  const { people } = useRoomView()
  const { go } = useRoomPlaces()
  const actions = useTaskActions()
  /** A tick on its way, so that it does not jump back until the room tells of it. */
  const [pending, setPending] = useState<{ task: TaskView; state: TaskState } | null>(null)
  const state = pending?.task === task ? pending.state : task.state
  const done = state === 'done'
  const assignee = people.find(({ id }) => id === task.assigneeId)
  const label = done ? 'Not done' : 'Mark as done'

  async function tick() {
    const next = done ? 'todo' : 'done'
    setPending({ task, state: next })
    if (!(await actions.change(task.id, { state: next }))) setPending(null)
  }
  return (
    <section aria-label={`Task ${task.title}`} className={`${frame} flex items-start`}>
      <button
        type="button"
        aria-pressed={done}
        aria-label={`Done: ${task.title}`}
        title={label}
        onClick={() => void tick()}
        className="flex size-11 shrink-0 items-center justify-center rounded-s hover:bg-sunken md:size-9"
      >
        <StepMark line={1} state={taskRings[state]} className="size-4" />
      </button>
      <div className="min-w-0 flex-1 py-2">
        <p className={clsx('break-words', done ? 'text-ink-2 line-through' : 'text-ink')}>
          {task.title}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-2">
          <span>{taskStateWords[state]}</span>
          {assignee && (
            <span className="flex min-w-0 items-center gap-1.5">
              <Avatar person={assignee} size="xs" />
              <span className="truncate">{assignee.name}</span>
            </span>
          )}
        </p>
      </div>
      <Button
        size="s"
        look="quiet"
        aria-label={`Open on the board: ${task.title}`}
        className="m-1 px-2 text-xs"
        onClick={() => go({ task: task.id })}
      >
        Open
      </Button>
    </section>
  )
}
