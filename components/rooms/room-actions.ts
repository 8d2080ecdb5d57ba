import { createContext, useContext } from 'react'
import type { FormAction } from '@/contracts/form-state'

/** What a room's page does through the web process, not over its live connection. */
export type RoomActions = {
  openDirect: FormAction<{ roomId: string }>
  leaveStep: FormAction
  setLevel: FormAction
}

const Actions = createContext<RoomActions | null>(null)
export const RoomActionsProvider = Actions.Provider

export function useRoomActions(): RoomActions {
  const actions = useContext(Actions)
  if (!actions) throw new Error('Outside a room.')
  return actions
}
