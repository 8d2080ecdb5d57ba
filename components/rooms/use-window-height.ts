'use client'
import { useEffect, useRef } from 'react'

/**
 * Keeps a full-height frame above the virtual keyboard: iOS lays its keyboard over the page without
 * making the page smaller.
 */
export function useWindowHeight() {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const fit = () => {
      if (!frame.current) return
      const covered = window.innerHeight - viewport.height
      // Pinching makes the viewport smaller as well, and is nobody's keyboard.
      const keyboard = viewport.scale < 1.05 && covered > 80
      frame.current.style.height = keyboard ? `${viewport.height}px` : ''
      if (keyboard) window.scrollTo(0, 0)
    }
    viewport.addEventListener('resize', fit)
    return () => viewport.removeEventListener('resize', fit)
  }, [])
  return frame
}
