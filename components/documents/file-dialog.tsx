'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input, Select } from '@/components/ui/field'
import { type DocumentView, documentPath } from '@/contracts/documents'
import { freePath } from '@/contracts/free-path'
import { useDesk } from './desk-context'
import { templates } from './templates'

/** `null`: closed; a file: rename or move it; `new`: make one. */
export type FileDialogFor = DocumentView | 'new' | null

/** Asks for a path; for a new file also what it starts with. */
export function FileDialog({
  what,
  taken,
  onClose,
}: {
  what: FileDialogFor
  taken: string[]
  onClose: () => void
}) {
  // What it was about stays while it fades out.
  const [shown, setShown] = useState(what)
  if (what && what !== shown) setShown(what)
  const isNew = shown === 'new' || shown === null
  return (
    <Dialog
      open={what !== null}
      onOpenChange={(open) => !open && onClose()}
      title={isNew ? 'New file' : 'Rename or move'}
      description="Folders are divided by /, such as src/main.ts."
    >
      <PathForm
        key={isNew ? 'new' : shown.id}
        file={isNew ? null : shown}
        taken={taken}
        onDone={onClose}
      />
    </Dialog>
  )
}

function PathForm({
  file,
  taken,
  onDone,
}: {
  file: DocumentView | null
  taken: string[]
  onDone: () => void
}) {
  const desk = useDesk()
  const [path, setPath] = useState(file?.path ?? '')
  const [template, setTemplate] = useState('')
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const chosen = templates.find((one) => one.label === template)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = documentPath.safeParse(path || (chosen ? freePath(chosen.path, taken) : ''))
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message)
    if (file?.path === parsed.data) return onDone()
    if (taken.includes(parsed.data))
      return setProblem('There is a file of this name already. Choose another one.')
    setPending(true)
    const answer = file
      ? await desk.files.move(file.id, parsed.data)
      : await desk.createAndOpen(parsed.data, chosen?.text ?? '')
    setPending(false)
    if (answer.ok) onDone()
    else setProblem(answer.message)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Field label="Path" error={problem}>
        {(control) => (
          <Input
            {...control}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            placeholder={chosen ? freePath(chosen.path, taken) : 'main.js'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="font-code"
          />
        )}
      </Field>
      {!file && (
        <Field label="Start with">
          {(control) => (
            <Select
              {...control}
              value={template}
              onChange={(event) => setTemplate(event.target.value)}
            >
              <option value="">Nothing</option>
              {templates.map(({ label }) => (
                <option key={label}>{label}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" look="accent" pending={pending}>
          {file ? 'Rename' : 'Create file'}
        </Button>
      </div>
    </form>
  )
}
