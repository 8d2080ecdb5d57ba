'use client'
import dynamic from 'next/dynamic'
import { v4 as uuid } from 'uuid'
import { setReminder } from '@/components/reminders/set-reminder'
import { maximumReminderNote } from '@/contracts/reminders'
import type { CommandResult, SlashCommand } from './command'

const refusals = {
  passed: 'That moment has passed. Write a later one.',
  far: 'That is too far away. Write a moment within a year.',
}
const problem = (message: string): CommandResult => ({ kind: 'problem', message })

/** Reminds whoever writes it, and nobody else; in a thread it leads to the message that began it. */
export const remindCommand: SlashCommand = {
  name: 'remind',
  usage: '/remind tomorrow at 9 Look at the plan',
  help: 'Reminds you, and nobody else, when you say.',
  fits: () => true,
  async run(argument, { store, threadId, zone }) {
    if (argument.trim() === '') return { kind: 'form' }
    // Only who reminds themselves this way loads what understands them.
    const { parseWhen } = await import('@/components/reminders/parse-when')
    const when = parseWhen(argument, Date.now(), zone)
    if (when.kind === 'unclear') return { kind: 'form' }
    if (when.kind !== 'when') return problem(refusals[when.kind])
    const { due, note } = when
    if (!note && !threadId) return problem('Write after the time what to remind you of.')
    if (note.length > maximumReminderNote)
      return problem(`Keep what to remind you of to ${maximumReminderNote} characters.`)
    const asked = { reminderId: uuid(), roomId: store.roomId, messageId: threadId, note, due }
    const refusal = await setReminder(store.transport, asked)
    return refusal ? problem(`The reminder was not set. ${refusal}`) : { kind: 'done' }
  },
  Form: dynamic(() => import('@/components/reminders/remind-form').then((form) => form.RemindForm)),
}
