'use client'
import { useState } from 'react'
import { plainText } from '@/components/rooms/plain-text'
import { useRoomStore } from '@/components/rooms/room-context'
import { Dialog } from '@/components/ui/dialog'
import { type MessageView, messageExcerpt } from '@/contracts/realtime'
import { ReminderForm } from './reminder-form'

/** Chooses when to be reminded of a message. */
export function RemindDialog({
  message,
  onDone,
}: {
  message: MessageView | null
  onDone: () => void
}) {
  const { transport, roomId } = useRoomStore()
  // It stays while the dialog fades out.
  const [shown, setShown] = useState(message)
  if (message && message !== shown) setShown(message)
  const said = plainText(messageExcerpt(shown?.body ?? ''))
  return (
    <Dialog
      open={message !== null}
      onOpenChange={(open) => !open && onDone()}
      title="Remind me of this message"
      description={`${shown?.author.name}${said ? `: ${said}` : ''}`}
    >
      <ReminderForm
        transport={transport}
        roomId={roomId}
        messageId={shown?.id ?? null}
        note=""
        onDone={onDone}
        onCancel={onDone}
      />
    </Dialog>
  )
}
