'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

/** Asks for the name of a version, in its place rather than in a dialog. */
export function NameForm({
  label,
  name = '',
  submit,
  run,
  onClose,
}: {
  label: string
  name?: string
  /** What the button says. */
  submit: string
  /** Resolves to an error sentence, or to nothing when it worked. */
  run: (name: string) => Promise<string | undefined>
  onClose: () => void
}) {
  const [value, setValue] = useState(name)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])

  async function send(event: FormEvent) {
    event.preventDefault()
    if (pending) return
    if (value.trim() === '') return setProblem('Name the version.')
    setPending(true)
    setProblem(await run(value.trim()))
    setPending(false)
  }
  return (
    <form
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      noValidate
      className="flex flex-wrap items-end gap-2"
    >
      <Field label={label} error={problem} className="min-w-40 flex-1">
        {(control) => (
          <Input
            {...control}
            ref={input}
            value={value}
            maxLength={80}
            autoComplete="off"
            placeholder="Before the demo"
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="accent" pending={pending}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
