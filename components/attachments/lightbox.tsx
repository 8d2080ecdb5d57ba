'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { LightboxProps } from './lightbox-props'

/** Large pictures over the page. Its code is fetched when the first one is opened. */
export function Lightbox(props: LightboxProps) {
  const { at, onAt } = props
  const [View, setView] = useState<ComponentType<LightboxProps>>()
  const wanted = at !== null && !View
  useEffect(() => {
    if (!wanted) return
    let gone = false
    import('./lightbox-view').then(
      ({ LightboxView }) => {
        if (!gone) setView(() => LightboxView)
      },
      () => {
        if (gone) return
        onAt(null)
        toast('The picture could not be opened.', 'Check your connection and try again.')
      },
    )
    return () => {
      gone = true
    }
  }, [wanted, onAt])
  return View ? <View {...props} /> : null
}
