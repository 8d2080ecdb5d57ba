'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { MarkView } from '@/contracts/marks'

/** Asks once: a deleted question is gone for everybody. */
export function DeleteMarkDialog({
  mark,
  onCancel,
  onDelete,
}: {
  mark: MarkView | null
  onCancel: () => void
  onDelete: (mark: MarkView) => void
}) {
  // The words stay while the dialog fades out.
  const [shown, setShown] = useState(mark)
  if (mark && mark !== shown) setShown(mark)
  return (
    <Dialog
      open={mark !== null}
      onOpenChange={(open) => !open && onCancel()}
      title="Delete this question?"
      description="It is removed for everybody. A task that was made of it stays. If it was answered, resolve it instead."
    >
      <blockquote className="border-l-2 border-line-strong pl-3 text-sm break-words whitespace-pre-wrap text-ink-2">
        {shown?.body}
      </blockquote>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="danger" onClick={() => mark && onDelete(mark)}>
          Delete
        </Button>
      </div>
    </Dialog>
  )
}
