import type { ReactNode } from 'react'

/** One sentence that says what would be here, and the action that makes it so. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-m border border-dashed border-line-strong px-5 py-6">
      <p className="max-w-prose text-ink-2">{children}</p>
      {action}
    </div>
  )
}
