'use client'
import { Plus } from 'lucide-react'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { Button } from '@/components/ui/button'
import { FormMessage, Input } from '@/components/ui/field'
import { maximumTitle } from '@/contracts/tasks'
import { useTaskActions } from './use-task-actions'

/** One line for a new task. What is typed stays until the room has it. */
export function AddTask({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const actions = useTaskActions()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  // An answer that was lost is asked for again under the same id, as long as it is the same task.
  const tried = useRef<{ title: string; taskId: string }>(undefined)

  async function add(event: FormEvent) {
    event.preventDefault()
    if (pending) return
    if (title.trim() === '') return setProblem('Say what is to be done.')
    if (tried.current?.title !== title) tried.current = { title, taskId: uuid() }
    setPending(true)
    const refusal = await actions.create(tried.current.taskId, title)
    setPending(false)
    setProblem(refusal)
    if (!refusal) {
      tried.current = undefined
      setTitle('')
    }
    field.current?.focus()
  }
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="flex flex-col gap-2 px-4 pt-3"
      noValidate
    >
      <div className="flex gap-2">
        <Input
          ref={field}
          value={title}
          maxLength={maximumTitle}
          aria-label="New task"
          placeholder="What is to be done?"
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => {
            setTitle(event.target.value)
            setProblem(undefined)
          }}
          className="min-w-0 flex-1"
        />
        <Button type="submit" pending={pending} className="px-3">
          <Plus aria-hidden className="size-4" />
          Add
        </Button>
      </div>
      <FormMessage>{problem}</FormMessage>
    </form>
  )
}
