'use client'
import type { ComponentProps, ReactNode } from 'react'
import { parseRoomLink } from '@/contracts/room-links'
import { FileChip } from './file-chip'
import { useRoomStore } from './room-context'
import { placeOf, useRoomPlaces } from './room-places'

/** A link in a message. One to a place in this very room leads there; any other opens a page of its own. */
export function MessageLink({ href, children }: ComponentProps<'a'>) {
  const { roomId } = useRoomStore()
  const { go } = useRoomPlaces()
  const origin = typeof window === 'undefined' ? undefined : window.location.origin
  const link = href ? parseRoomLink(href, origin) : null
  const place = link?.roomId === roomId ? placeOf(link) : null
  if (!place)
    return (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {children}
      </a>
    )
  const inside = (className: string | undefined, content: ReactNode) => (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        // Whoever asks for another tab gets one.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        go(place)
      }}
    >
      {content}
    </a>
  )
  if (!('documentId' in place)) return inside(undefined, children)
  return <FileChip {...place} link={inside} written={children} />
}
