import clsx from 'clsx'

/** A grey stand-in of the true shape. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('skeleton block', className)} />
}

/** Says once, for everybody, that a page is on its way. */
export function Loading({ children }: { children: React.ReactNode }) {
  return (
    <div role="status" aria-label="Loading">
      {children}
    </div>
  )
}
