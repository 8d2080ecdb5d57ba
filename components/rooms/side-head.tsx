'use client'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '@/components/ui/button'

/** The head of what stands beside the chat. */
export function SideHead({
  title,
  children,
  onClose,
}: {
  title: string
  children?: ReactNode
  onClose: () => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  // In a narrow room it takes the place of what had the focus.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-1 pl-4">
      <h3
        ref={heading}
        tabIndex={-1}
        className="outline-none font-text text-sm font-semibold tracking-normal"
      >
        {title}
      </h3>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-3">{children}</span>
      <IconButton label={`Close ${title.toLowerCase()}`} onClick={onClose}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
