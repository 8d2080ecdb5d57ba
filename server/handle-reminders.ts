import { roomIdInput } from '@/contracts/inputs'
import { createReminderInput, reminderIdInput } from '@/contracts/reminders'
import { cancelReminder } from '@/domain/reminders/cancel-reminder'
import { createReminder } from '@/domain/reminders/create-reminder'
import { getReminder } from '@/domain/reminders/get-reminder'
import { listReminders } from '@/domain/reminders/list-reminders'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

/** A person's own: nothing of this is told to the room. */
export function handleReminders(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'reminder:create', createReminderInput, async (actor, input) => {
    await limitChange(actor.personId)
    return createReminder(actor, input)
  })
  on(node, socket, 'reminder:list', roomIdInput, listReminders)
  on(node, socket, 'reminder:get', reminderIdInput, getReminder)
  on(node, socket, 'reminder:cancel', reminderIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    await cancelReminder(actor, input)
    return {}
  })
}
