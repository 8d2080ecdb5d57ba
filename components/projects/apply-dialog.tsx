'use client'
import { type ComponentProps, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ProjectPage } from '@/contracts/views'
import { ApplyForm } from './apply-form'
import { AskingFacts } from './asking-facts'

/** The button on small screens, and the form that it opens. */
export function ApplyDialog({
  project,
  ...form
}: { project: Pick<ProjectPage, 'title' | 'waiting' | 'answerSeconds'> } & Omit<
  ComponentProps<typeof ApplyForm>,
  'onDone'
>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="accent" className="flex-1" onClick={() => setOpen(true)}>
        Ask to join
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Ask to join ${project.title}`}>
        <ApplyForm {...form} onDone={() => setOpen(false)} />
        <AskingFacts project={project} />
      </Dialog>
    </>
  )
}
