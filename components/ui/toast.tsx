'use client'
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { awaitToasts } from './toast-queue'

export { toast } from './toast-queue'

/** Shows what `toast` says, on every page. */
export function Toaster({ children }: { children: ReactNode }) {
  const [View, setView] = useState<ComponentType>()
  useEffect(() => {
    let loading = false
    async function load() {
      if (loading) return
      loading = true
      try {
        const { ToastView } = await import('./toast-view')
        setView(() => ToastView)
      } catch {
        // Offline: the message waits, and the next one tries again.
        loading = false
      }
    }
    return awaitToasts(() => void load())
  }, [])
  return (
    <>
      {children}
      {View && <View />}
    </>
  )
}
