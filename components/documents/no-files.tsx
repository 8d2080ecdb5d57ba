'use client'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { toast } from '@/components/ui/toast-queue'
import { useDesk } from './desk-context'
import { importFiles, sumUp } from './import-files'
import { type Template, templates } from './templates'

/** Stands where the editor will be: one press makes the first file. */
export function NoFiles() {
  const desk = useDesk()
  const picker = useRef<HTMLInputElement>(null)
  const [pending, setPending] = useState(false)
  async function create({ path, text }: Template) {
    setPending(true)
    const answer = await desk.createAndOpen(path, text)
    setPending(false)
    if (!answer.ok) toast('The file was not made', answer.message)
  }
  async function take(files: File[]) {
    const problems = await importFiles(desk, files, [])
    if (problems.length > 0) toast('Not everything was imported', sumUp(problems))
  }
  return (
    <div className="m-auto w-full max-w-xl p-5">
      <EmptyState
        action={
          <>
            <div className="flex flex-wrap gap-2">
              {templates.map((template) => (
                <Button
                  key={template.path}
                  size="s"
                  pending={pending}
                  onClick={() => void create(template)}
                >
                  {template.label}
                </Button>
              ))}
            </div>
            <Button size="s" look="quiet" onClick={() => picker.current?.click()}>
              <Upload aria-hidden className="size-4" />
              Import your own files or a zip
            </Button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(event) => void take([...(event.target.files ?? [])])}
            />
          </>
        }
      >
        No files yet. Files here are written by everybody in the room at once, and run in the
        browser. Start with one of these.
      </EmptyState>
    </div>
  )
}
