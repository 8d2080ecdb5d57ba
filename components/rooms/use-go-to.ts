'use client'
import { useCallback } from 'react'
import { toast } from '@/components/ui/toast'
import { useChatSide } from './chat-side'
import { goToMessage } from './go-to-message'
import type { Jumped, JumpTarget } from './message-range'
import { useRoomStore } from './room-context'

export function tellIfLost(jumped: Jumped) {
  if (jumped === 'gone') toast('This message is not here any more.')
  else if (jumped === 'failed')
    toast('This message could not be reached.', 'Check your connection and try again.')
}

/** Leads to a place in the conversation, and of a reply into its thread; says so when that fails. */
export function useGoTo() {
  const store = useRoomStore()
  const { open, uncover } = useChatSide()
  return useCallback(
    async (target: JumpTarget) => {
      const jumped = await goToMessage(store, target, uncover)
      tellIfLost(jumped)
      if (typeof jumped === 'string' || !jumped.threadId || !('aroundId' in target)) return
      open({ kind: 'thread', threadId: jumped.threadId, messageId: target.aroundId })
    },
    [store, open, uncover],
  )
}
