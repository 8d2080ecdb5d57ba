'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { type MessageView, messageExcerpt } from '@/contracts/realtime'
import { plainText } from './plain-text'
import { useRoomStore } from './room-context'

/** Asks once: a deleted text is gone for everybody. */
export function DeleteDialog({
  message,
  onDone,
}: {
  message: MessageView | null
  onDone: () => void
}) {
  const store = useRoomStore()
  // The text stays while the dialog fades out.
  const [shown, setShown] = useState(message)
  if (message && message !== shown) setShown(message)

  async function remove() {
    if (!message) return
    onDone()
    const problem = await store.remove(message.id)
    if (problem) toast('The message was not deleted.', problem)
  }
  return (
    <Dialog
      open={message !== null}
      onOpenChange={(open) => !open && onDone()}
      title="Delete this message?"
      description="Its text and reactions are removed for everybody. Its place in the conversation stays."
    >
      <blockquote className="border-l-2 border-line-strong pl-3 text-sm text-ink-2">
        {shown && plainText(messageExcerpt(shown.body))}
      </blockquote>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="danger" onClick={remove}>
          Delete
        </Button>
      </div>
    </Dialog>
  )
}
