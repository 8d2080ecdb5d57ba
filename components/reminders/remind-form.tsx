'use client'
import type { CommandFormProps } from '@/components/rooms/commands/command'
import { Dialog } from '@/components/ui/dialog'
import { maximumReminderNote } from '@/contracts/reminders'
import { ReminderForm } from './reminder-form'

/** What `/remind` opens when it was not told when. */
export function RemindForm({ argument, place, onDone, onCancel }: CommandFormProps) {
  const { store, threadId } = place
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title="Remind me"
      description="Only you see it, and only you are reminded."
    >
      <ReminderForm
        transport={store.transport}
        roomId={store.roomId}
        messageId={threadId}
        note={argument.replace(/\s+/g, ' ').trim().slice(0, maximumReminderNote)}
        onDone={() => onDone()}
        onCancel={onCancel}
      />
    </Dialog>
  )
}
