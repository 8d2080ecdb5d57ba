import type { Transport } from '@/components/realtime/transport'
import { toast } from '@/components/ui/toast'
import { whenWords } from './when-words'

/** What is asked for. Tried again, it keeps its id: then it is set once. */
export type Asked = {
  reminderId: string
  roomId: string
  messageId: string | null
  note: string
  /** Milliseconds. */
  due: number
}

/** Sets a reminder and says so, with a way back. @returns what went wrong, for a person to read */
export async function setReminder(transport: Transport, asked: Asked): Promise<string | undefined> {
  const { due, ...what } = asked
  const input = { ...what, dueAt: new Date(due).toISOString() }
  const answer = await transport.request('reminder:create', input)
  if (!answer.ok) return answer.message
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const undo = async () => {
    const problem = await cancelReminder(transport, asked.reminderId)
    if (problem) toast('The reminder was not cancelled.', problem)
    else toast('The reminder is cancelled.')
  }
  toast(`I will remind you ${whenWords(due, Date.now(), timeZone)}.`, undefined, {
    label: 'Undo',
    run: () => void undo(),
  })
  return undefined
}

/** `setReminder` where nothing else can say what went wrong: its toast does, and offers another try. */
export async function setReminderOrTell(transport: Transport, asked: Asked): Promise<void> {
  const problem = await setReminder(transport, asked)
  if (problem)
    toast('The reminder was not set.', problem, {
      label: 'Try again',
      run: () => void setReminderOrTell(transport, asked),
    })
}

/** @returns what went wrong, for a person to read */
export async function cancelReminder(
  transport: Transport,
  reminderId: string,
): Promise<string | undefined> {
  const answer = await transport.request('reminder:cancel', { reminderId })
  return answer.ok ? undefined : answer.message
}
