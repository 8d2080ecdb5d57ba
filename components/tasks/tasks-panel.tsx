'use client'
import { useEffect, useRef, useState } from 'react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { EmptyState } from '@/components/ui/empty-state'
import { toast } from '@/components/ui/toast-queue'
import { type TaskView, taskStates } from '@/contracts/tasks'
import type { StepRef } from '@/contracts/views'
import { AddTask } from './add-task'
import { TaskRow, taskRowId } from './task-row'
import { taskStateWords } from './task-words'
import { type TaskChanges, useTaskActions } from './use-task-actions'

/** The board of the room's project, as one list under three headings. */
export function TasksPanel({ steps }: { steps: StepRef[] }) {
  const { me } = useRoomStore()
  const { tasks, people, phase } = useRoomView()
  const { place, done: reached } = useRoomPlaces()
  const actions = useTaskActions()
  const [openId, setOpenId] = useState<string | null>(null)
  /** The task that one was led to, until the focus is there. */
  const [shownId, setShownId] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  /** Changes on their way, so that a choice does not jump back until the room tells of it. */
  const [pending, setPending] = useState<{ task: TaskView; changes: TaskChanges } | null>(null)
  const moved = useRef<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const role = people.find(({ id }) => id === me.id)?.role
  // What the server allows is decided there; this only hides what it would refuse.
  const leads = role === 'owner' || role === 'maintainer'

  useEffect(() => {
    if (!place || !('task' in place)) return
    const taskId = place.task
    const known = tasks.some(({ id }) => id === taskId)
    // A page that has just been opened may be older than the task.
    if (!known && phase === 'joining') return
    reached()
    if (!known) return toast('This task is not here any more.')
    setOpenId(taskId)
    setShownId(taskId)
  }, [place, reached, tasks, phase])
  useEffect(() => {
    if (!shownId) return
    setShownId(null)
    // The board itself is to be seen by now.
    const row = document.getElementById(taskRowId(shownId))
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true })
  }, [shownId])

  async function change(task: TaskView, changes: TaskChanges): Promise<boolean> {
    if (changes.state) moved.current = task.id
    setPending({ task, changes })
    const done = await actions.change(task.id, changes)
    if (done && changes.state) setSaid(`${task.title}: ${taskStateWords[changes.state]}`)
    if (!done) {
      if (changes.state) moved.current = task.id
      setPending(null)
    }
    return done
  }
  const shown = tasks.map((task) =>
    pending?.task === task ? { ...task, ...pending.changes } : task,
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto pb-4">
      <AddTask field={field} />
      <p role="status" className="sr-only">
        {said}
      </p>
      {tasks.length === 0 && (
        <div className="px-4">
          <EmptyState>
            What your team is going to do stands here. Add the first task, or make one of a question
            in the code.
          </EmptyState>
        </div>
      )}
      {taskStates.map((state) => {
        const group = shown.filter((task) => task.state === state)
        if (group.length === 0) return null
        return (
          <section key={state} aria-label={taskStateWords[state]}>
            <h3 className="px-4 pb-1 font-text text-xs font-normal tracking-normal text-ink-3">
              {taskStateWords[state]} · {group.length}
            </h3>
            <ul className="border-y border-line">
              {group.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  steps={steps}
                  people={people}
                  open={openId === task.id}
                  moved={moved}
                  mayDelete={leads || task.createdById === me.id}
                  onOpen={() => setOpenId(openId === task.id ? null : task.id)}
                  onChange={(changes) =>
                    change(tasks.find(({ id }) => id === task.id) ?? task, changes)
                  }
                  onDeleted={() => {
                    setOpenId(null)
                    requestAnimationFrame(() => field.current?.focus())
                  }}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
