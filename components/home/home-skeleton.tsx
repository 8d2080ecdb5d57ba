import { CardSkeleton } from '@/components/projects/card-skeleton'
import { Loading, Skeleton } from '@/components/ui/skeleton'

/** The shape of home while its reading is on the way. */
export function HomeSkeleton() {
  return (
    <Loading>
      <div className="page py-8 md:py-10">
        <Skeleton className="h-9 w-56" />
        <Skeleton className="mt-3 h-5 w-72 max-w-full" />
        <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex flex-col gap-4">
            <Skeleton className="h-7 w-44" />
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-16 w-full" />
            <div className="mt-6 grid gap-4 xl:grid-cols-2">
              <CardSkeleton />
              <CardSkeleton />
            </div>
          </div>
          <div className="flex flex-col gap-4">
            <Skeleton className="h-6 w-32" />
            <Skeleton className="h-11 w-full" />
            <Skeleton className="h-11 w-full" />
            <Skeleton className="h-11 w-full" />
          </div>
        </div>
      </div>
    </Loading>
  )
}
