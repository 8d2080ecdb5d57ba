'use client'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { CommandFormProps } from '@/components/rooms/commands/command'
import { toast } from '@/components/ui/toast'

/**
 * The form of a poll, fetched when somebody opens it. Not by `next/dynamic`: what could not be fetched once would
 * throw there, and a conversation must not fall over it.
 */
export function LazyPollDialog(props: CommandFormProps) {
  const [View, setView] = useState<ComponentType<CommandFormProps>>()
  const cancel = useRef(props.onCancel)
  cancel.current = props.onCancel
  useEffect(() => {
    let gone = false
    async function load() {
      try {
        const { PollDialog } = await import('./poll-dialog')
        if (!gone) setView(() => PollDialog)
      } catch {
        if (gone) return
        cancel.current()
        toast('This could not be opened', 'Check your connection and try again.')
      }
    }
    void load()
    return () => {
      gone = true
    }
  }, [])
  return View ? <View {...props} /> : null
}
