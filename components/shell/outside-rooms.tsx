'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A room fills the window and brings its own bar; the site's header and footer step aside there. */
export function OutsideRooms({ children }: { children: ReactNode }) {
  return /^\/rooms\/(?!search$)[^/]+/.test(usePathname()) ? null : children
}
