'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { RoomStore } from './room-store'
import type { RoomView } from './room-view'

const RoomContext = createContext<RoomStore | null>(null)
export const RoomProvider = RoomContext.Provider

export function useRoomStore(): RoomStore {
  const store = useContext(RoomContext)
  if (!store) throw new Error('Outside a room.')
  return store
}

export function useRoomView(): RoomView {
  const store = useRoomStore()
  return useSyncExternalStore(store.subscribe, store.getView, store.getView)
}
