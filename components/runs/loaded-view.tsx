'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import type { Loaded } from './use-loaded'

/** What was fetched; until then its shape, or why it could not be had. */
export function LoadedView<T>({
  loaded,
  children,
}: {
  loaded: Loaded<T>
  children: (value: T) => ReactNode
}) {
  if (loaded.state === 'loaded') return children(loaded.value)
  if (loaded.state === 'failed')
    return (
      <div role="alert" className="flex flex-col items-start gap-3 py-4">
        <p>{loaded.message}</p>
        <Button size="s" onClick={loaded.retry}>
          Try again
        </Button>
      </div>
    )
  return (
    <Loading>
      <div className="flex flex-col gap-3 py-4">
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    </Loading>
  )
}
