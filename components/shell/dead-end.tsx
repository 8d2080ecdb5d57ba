import type { ReactNode } from 'react'

/** A page that could not be shown: the line breaks off, and the words say where it goes on. */
export function DeadEnd({
  title,
  children,
  actions,
}: {
  title: string
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="page py-16 md:py-24">
      <svg viewBox="0 0 240 24" fill="none" aria-hidden="true" className="h-6 w-60">
        <path d="M26 12h86" stroke="var(--line-3)" strokeWidth="4" />
        <path d="M118 12h62" stroke="var(--line-strong)" strokeWidth="4" strokeDasharray="4 8" />
        <circle cx="14" cy="12" r="10" fill="var(--bg)" stroke="var(--line-3)" strokeWidth="4" />
        <circle
          cx="196"
          cy="12"
          r="10"
          fill="var(--bg)"
          stroke="var(--line-strong)"
          strokeWidth="4"
          strokeDasharray="5 5"
        />
      </svg>
      <h1 className="mt-6 text-2xl">{title}</h1>
      <div className="mt-3 flex max-w-[36rem] flex-col gap-2 text-ink-2">{children}</div>
      <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
    </div>
  )
}
