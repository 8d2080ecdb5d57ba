'use client'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { DialogProps } from './dialog-props'
import { toast } from './toast-queue'

/**
 * A modal with a title; focus is kept inside and returned, Escape closes. Its code is fetched when
 * one is opened for the first time: a page that is only read goes without it.
 */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange } = props
  const [View, setView] = useState<ComponentType<DialogProps>>()
  const close = useRef(onOpenChange)
  close.current = onOpenChange
  const wanted = open && !View
  useEffect(() => {
    if (!wanted) return
    let gone = false
    async function load() {
      try {
        const { DialogView } = await import('./dialog-view')
        if (!gone) setView(() => DialogView)
      } catch {
        if (gone) return
        close.current(false)
        toast('This could not be opened', 'Check your connection and try again.')
      }
    }
    void load()
    return () => {
      gone = true
    }
  }, [wanted])
  return View ? <View {...props} /> : null
}
