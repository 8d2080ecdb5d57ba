import { createContext, useContext } from 'react'
import type { MessageView } from '@/contracts/realtime'
import type { DateMenuTarget } from './date-jump'

export type MessageMenuTarget = {
  message: MessageView
  anchor: HTMLElement
  /** Reactions alone, or every action: the way on touch. */
  full: boolean
}
/** What can be done with a message from its row, its toolbar and its menu. */
export type MessageActions = {
  reply(message: MessageView): void
  edit(message: MessageView): void
  stopEditing(): void
  remove(message: MessageView): void
  showVersions(message: MessageView): void
  togglePin(message: MessageView): void
  copy(message: MessageView): void
  openMenu(target: MessageMenuTarget): void
  copyLink(message: MessageView): void
  /** @param due milliseconds; null: it is asked for */
  remind(message: MessageView, due: number | null): void
  reveal(messageId: string): void
  report(message: MessageView): void
  mute(message: MessageView): void
  goToUnread(): void
  /** Of the main list; absent in a thread. */
  inMain?: {
    openThread(message: MessageView): void
    /** Makes it and what follows unread again. */
    markUnread(message: MessageView): void
    openDates(target: DateMenuTarget): void
  }
  mayEdit(message: MessageView): boolean
  /** Other people's messages, that is. */
  mayReport(message: MessageView): boolean
  mayMute(message: MessageView): boolean
  mayDelete(message: MessageView): boolean
  mayClosePoll(message: MessageView): boolean
  isPinned(message: MessageView): boolean
}

const Actions = createContext<MessageActions | null>(null)
export const MessageActionsProvider = Actions.Provider

export function useMessageActions(): MessageActions {
  const actions = useContext(Actions)
  if (!actions) throw new Error('Outside a conversation.')
  return actions
}
