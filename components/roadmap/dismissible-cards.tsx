'use client'
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'

/** Escape puts an open card away without moving the pointer or the focus; moving on brings cards back. */
export function DismissibleCards({
  label,
  className,
  style,
  children,
}: {
  label: string
  className: string
  style: CSSProperties
  children: ReactNode
}) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const dismiss = (event: KeyboardEvent) => {
      if (event.key === 'Escape') list.current?.setAttribute('data-dismissed', '')
    }
    const restore = () => list.current?.removeAttribute('data-dismissed')
    const element = list.current
    document.addEventListener('keydown', dismiss)
    element?.addEventListener('focusin', restore)
    element?.addEventListener('pointerleave', restore)
    return () => {
      document.removeEventListener('keydown', dismiss)
      element?.removeEventListener('focusin', restore)
      element?.removeEventListener('pointerleave', restore)
    }
  }, [])
  return (
    <ol ref={list} aria-label={label} className={`group/line ${className}`} style={style}>
      {children}
    </ol>
  )
}
