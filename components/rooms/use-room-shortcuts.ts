'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { roomLink } from '@/contracts/room-links'
import type { RoomPage } from '@/contracts/views'
import { useRoomPlaces } from './room-places'

const fields = 'input, textarea, select, [contenteditable]'

/**
 * Keys that work anywhere in a room. Those that are letters elsewhere do nothing while somebody writes;
 * Alt and an arrow leads to another room from the composer, too, but not from code, where it moves lines.
 * @returns whether their list is open, and how to open and close it
 */
export function useRoomShortcuts({ previous, next }: RoomPage['neighbours']) {
  const router = useRouter()
  const { go } = useRoomPlaces()
  const [helping, setHelping] = useState(false)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key, altKey, ctrlKey, metaKey } = event
      if (ctrlKey || metaKey || event.defaultPrevented || !(target instanceof HTMLElement)) return
      if (altKey) {
        const room = { ArrowUp: previous, ArrowDown: next }[key]
        if (!room || target.closest('[contenteditable]')) return
        event.preventDefault()
        router.push(roomLink(room))
      } else if (target.closest(fields)) return
      else if (key === '/') {
        event.preventDefault()
        go({ search: true })
      } else if (key === '?') {
        event.preventDefault()
        setHelping(true)
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [router, go, previous, next])
  return [helping, setHelping] as const
}
