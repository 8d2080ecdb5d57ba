'use client'
import clsx from 'clsx'
import { type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * A button that discloses a panel below the header. The browser's own popover gives the top layer,
 * Escape, closing outside and the expanded state, so that public pages need no script for it.
 */
export function Panel({
  label,
  button,
  buttonClassName,
  className,
  children,
}: {
  label: string
  button: ReactNode
  buttonClassName?: string
  className?: string
  children: ReactNode
}) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = panel.current
    // Links and searches inside lead to another page without a reload; the panel must not stay over it.
    const leave = (event: Event) => {
      if (event.type === 'submit' || (event.target as Element).closest('a')) element?.hidePopover()
    }
    element?.addEventListener('click', leave)
    element?.addEventListener('submit', leave)
    return () => {
      element?.removeEventListener('click', leave)
      element?.removeEventListener('submit', leave)
    }
  }, [])
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={clsx('inline-flex items-center justify-center', buttonClassName)}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={clsx(
          'fixed inset-auto top-[3.75rem] max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-m border border-line bg-surface p-2 text-ink shadow-raised',
          className,
        )}
      >
        {children}
      </div>
    </>
  )
}
