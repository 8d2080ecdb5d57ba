import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a project card while it is on its way. */
export function CardSkeleton() {
  return (
    <div className="flex flex-col gap-3 rounded-m border border-line bg-surface p-5">
      <Skeleton className="h-3.5 w-44 max-w-full" />
      <Skeleton className="h-6 w-72 max-w-full" />
      <Skeleton className="h-4 w-full max-w-lg" />
      <div className="mt-1 flex items-center gap-3">
        <Skeleton className="size-8 rounded-full" />
        <Skeleton className="h-3.5 w-36" />
      </div>
    </div>
  )
}
