'use client'
import { useState } from 'react'
import type { RoomPerson } from '@/components/rooms/apply-room-events'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Field, Input, Select } from '@/components/ui/field'
import { maximumTitle, type TaskView, taskStates } from '@/contracts/tasks'
import type { StepRef } from '@/contracts/views'
import { taskStateWords } from './task-words'
import { type TaskChanges, useTaskActions } from './use-task-actions'

/** Everything of one task that can be changed. Each change is stored as it is made. */
export function TaskDetails({
  task,
  steps,
  people,
  mayDelete,
  onChange,
  onDeleted,
}: {
  task: TaskView
  steps: StepRef[]
  people: RoomPerson[]
  mayDelete: boolean
  onChange: (changes: TaskChanges) => Promise<boolean>
  onDeleted: () => void
}) {
  const { go } = useRoomPlaces()
  const actions = useTaskActions()
  const { markId } = task
  const left = task.assigneeId && !people.some(({ id }) => id === task.assigneeId)
  const other = task.stepId && !steps.some(({ id }) => id === task.stepId)
  return (
    <div className="flex flex-col gap-3 bg-sunken px-4 pt-2 pb-4">
      <TitleField key={task.title} title={task.title} onChange={onChange} />
      <div className="grid grid-cols-2 gap-3">
        <Field label="State">
          {(control) => (
            <Select
              {...control}
              value={task.state}
              onChange={({ target }) => {
                const state = taskStates.find((one) => one === target.value)
                if (state) void onChange({ state })
              }}
            >
              {taskStates.map((state) => (
                <option key={state} value={state}>
                  {taskStateWords[state]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Who does it">
          {(control) => (
            <Select
              {...control}
              value={task.assigneeId ?? ''}
              onChange={({ target }) => void onChange({ assigneeId: target.value || null })}
            >
              <option value="">Nobody yet</option>
              {left && <option value={task.assigneeId ?? ''}>Somebody who left</option>}
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {(steps.length > 0 || other) && (
        <Field label="Step of the roadmap">
          {(control) => (
            <Select
              {...control}
              value={task.stepId ?? ''}
              onChange={({ target }) => void onChange({ stepId: target.value || null })}
            >
              <option value="">None</option>
              {other && <option value={task.stepId ?? ''}>A step that the project left</option>}
              {steps.map(({ id, position, title }) => (
                <option key={id} value={id}>
                  {position} · {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {(markId || mayDelete) && (
        <div className="flex flex-wrap gap-2">
          {markId && (
            <Button size="s" onClick={() => go({ mark: markId })}>
              Go to the question
            </Button>
          )}
          {mayDelete && (
            <ConfirmButton
              label="Delete"
              title="Delete this task?"
              description="It is removed from the board for everybody."
              confirmLabel="Delete"
              size="s"
              className="ml-auto"
              run={async () => {
                const problem = await actions.remove(task.id)
                if (!problem) onDeleted()
                return problem
              }}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** Keeps what is typed until it is stored: Enter or leaving stores it, Escape gives it up. */
function TitleField({
  title,
  onChange,
}: {
  title: string
  onChange: (changes: TaskChanges) => Promise<boolean>
}) {
  const [typed, setTyped] = useState(title)
  const empty = typed.trim() === ''
  const store = () => {
    if (!empty && typed.trim() !== title) void onChange({ title: typed })
  }
  return (
    <Field label="Title" error={empty ? 'Say what is to be done.' : undefined}>
      {(control) => (
        <Input
          {...control}
          value={typed}
          maxLength={maximumTitle}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onBlur={store}
          onKeyDown={({ key }) => {
            if (key === 'Enter') store()
            else if (key === 'Escape') setTyped(title)
          }}
        />
      )}
    </Field>
  )
}
