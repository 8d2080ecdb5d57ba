'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DeskView, DocumentDesk } from './document-desk'
import type { DocumentSync, SyncView } from './document-sync'

const DeskContext = createContext<DocumentDesk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): DocumentDesk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('Outside an open editor.')
  return desk
}

export function useDeskView(): DeskView {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, desk.getView, desk.getView)
}

export function useSyncView(sync: DocumentSync): SyncView {
  return useSyncExternalStore(sync.subscribe, sync.getView, sync.getView)
}
