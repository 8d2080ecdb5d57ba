'use client'
import { useRef, useState } from 'react'
import { toast } from '@/components/ui/toast-queue'
import { useRoomStore } from '../room-context'
import { allCommands } from './all-commands'
import type { CommandPlace, SlashCommand } from './command'
import { findCommand } from './find-command'

type Written = { command: SlashCommand; argument: string; text: string }

/**
 * Runs the command that a composer's text is. What was written stays until it is done; only one runs at a time.
 * @param on what becomes of the text: given up, sent in another one's place, or written anew
 */
export function useCommand(
  threadId: string | null,
  on: {
    done(written: string): void
    send(body: string, written: string): void
    write(text: string, caret: number): void
    back(): void
  },
) {
  const store = useRoomStore()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [form, setForm] = useState<Written | null>(null)
  const running = useRef(false)
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
  const place: CommandPlace = { store, threadId, zone }

  function finish(text: string, said?: string) {
    setForm(null)
    on.done(text)
    if (said) toast(said)
  }
  async function run(written: Written) {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      const result = await written.command.run(written.argument, place)
      if (result.kind === 'done') finish(written.text, result.said)
      else if (result.kind === 'send') on.send(result.body, written.text)
      else if (result.kind === 'write') on.write(result.text, result.caret)
      else if (result.kind === 'form') setForm(written)
      else setProblem(result.message)
    } catch {
      // What it needed could not be fetched.
      setProblem('That did not work. Check your connection and try again.')
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  /** Runs what a text says; false when that is no command. */
  function tryRun(text: string): boolean {
    const found = findCommand(
      text,
      allCommands.filter(({ fits }) => fits(store)),
    )
    if (found) void run({ ...found, text })
    return found !== null
  }
  const cancel = () => {
    setForm(null)
    on.back()
  }
  return {
    ...{ busy, problem, place, form, cancel, tryRun },
    finish: (said?: string) => form && finish(form.text, said),
    forget: () => setProblem(undefined),
  }
}
