'use client'
import clsx from 'clsx'
import { MessageCircleQuestionMark } from 'lucide-react'
import { type RefObject, useEffect, useId, useRef } from 'react'
import type { RoomPerson } from '@/components/rooms/apply-room-events'
import { Avatar } from '@/components/ui/avatar'
import { StepMark } from '@/components/ui/step-mark'
import type { TaskState, TaskView } from '@/contracts/tasks'
import type { StepRef } from '@/contracts/views'
import { TaskDetails } from './task-details'
import { taskRings, taskStateWords } from './task-words'
import type { TaskChanges } from './use-task-actions'

const following: Record<TaskState, TaskState> = { todo: 'doing', doing: 'done', done: 'todo' }

/** Where a task stands on the board; a page has one. */
export const taskRowId = (taskId: string) => `task-${taskId}`

/** One task: its ring moves it on, its title opens what else can be changed. */
export function TaskRow({
  task,
  steps,
  people,
  open,
  moved,
  mayDelete,
  onOpen,
  onChange,
  onDeleted,
}: {
  task: TaskView
  steps: StepRef[]
  people: RoomPerson[]
  open: boolean
  /** The task that this person moved last: under its new heading it takes the focus again. */
  moved: RefObject<string | null>
  mayDelete: boolean
  onOpen: () => void
  onChange: (changes: TaskChanges) => Promise<boolean>
  onDeleted: () => void
}) {
  const ring = useRef<HTMLButtonElement>(null)
  const details = useId()
  useEffect(() => {
    if (moved.current !== task.id) return
    moved.current = null
    ring.current?.focus()
  }, [moved, task.id])
  const step = steps.find(({ id }) => id === task.stepId)
  const assignee = people.find(({ id }) => id === task.assigneeId)
  const next = following[task.state]
  const done = task.state === 'done'
  return (
    <li id={taskRowId(task.id)} className="border-b border-line last:border-b-0">
      <div className="flex items-start hover:bg-sunken">
        <button
          ref={ring}
          type="button"
          aria-label={`Move to ${taskStateWords[next]}: ${task.title}`}
          title={`Move to ${taskStateWords[next]}`}
          onClick={() => void onChange({ state: next })}
          className="flex size-11 shrink-0 items-center justify-center md:ml-1 md:size-9"
        >
          <StepMark line={step?.line ?? 1} state={taskRings[task.state]} className="size-4" />
        </button>
        <button
          type="button"
          aria-expanded={open}
          data-title
          aria-controls={details}
          onClick={onOpen}
          className="flex min-h-11 min-w-0 flex-1 flex-col justify-center gap-0.5 py-2 pr-4 text-left focus-visible:-outline-offset-2 md:min-h-9"
        >
          <span
            className={clsx('w-full break-words', done ? 'text-ink-2 line-through' : 'text-ink')}
          >
            {task.title}
          </span>
          {(assignee || step || task.markId) && (
            <span className="flex w-full flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-3">
              {assignee && (
                <span className="flex min-w-0 items-center gap-1.5">
                  <Avatar person={assignee} size="xs" />
                  <span className="truncate">{assignee.name}</span>
                </span>
              )}
              {step && (
                <span className="truncate">
                  {step.position} · {step.title}
                </span>
              )}
              {task.markId && (
                <span className="flex items-center gap-1">
                  <MessageCircleQuestionMark aria-hidden className="size-3.5" />
                  from a question
                </span>
              )}
            </span>
          )}
        </button>
      </div>
      <div id={details} hidden={!open}>
        {open && (
          <TaskDetails
            task={task}
            steps={steps}
            people={people}
            mayDelete={mayDelete}
            onChange={onChange}
            onDeleted={onDeleted}
          />
        )}
      </div>
    </li>
  )
}
