'use client'
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

export type ToastMessage = { title: string; description?: string }

// Most pages never show one: the code that draws them is fetched with the first.
const waiting: ToastMessage[] = []
let show: ((message: ToastMessage) => void) | undefined
let wake: (() => void) | undefined

/** Says that something happened; for errors of forms use the form instead. */
export function toast(title: string, description?: string) {
  const message = { title, description }
  if (show) return show(message)
  waiting.push(message)
  wake?.()
}

/** Called by the drawing part once it stands; returns how to take it down. */
export function connectToasts(draw: (message: ToastMessage) => void): () => void {
  show = draw
  for (const message of waiting.splice(0)) draw(message)
  return () => {
    show = undefined
  }
}

export function Toaster({ children }: { children: ReactNode }) {
  const [View, setView] = useState<ComponentType>()
  useEffect(() => {
    let loading = false
    const load = async () => {
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
    wake = () => void load()
    if (waiting.length > 0) wake()
    return () => {
      wake = undefined
    }
  }, [])
  return (
    <>
      {children}
      {View && <View />}
    </>
  )
}
