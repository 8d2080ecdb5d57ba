import { CardSkeleton } from '@/components/projects/card-skeleton'
import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function LoadingStep() {
  return (
    <Loading>
      <div className="page py-8 md:py-10">
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-9 w-64 max-w-full" />
            <Skeleton className="h-6 w-full max-w-[42rem]" />
            <Skeleton className="h-5 w-96 max-w-full" />
            <Skeleton className="h-10 w-36" />
            <Skeleton className="mt-6 h-32 w-full max-w-[42rem]" />
            <Skeleton className="mt-6 h-7 w-48" />
            <CardSkeleton />
            <CardSkeleton />
          </div>
          <div className="flex flex-col gap-4">
            <Skeleton className="h-6 w-40" />
            <Skeleton className="h-10 w-full" />
            <Skeleton className="h-10 w-full" />
          </div>
        </div>
      </div>
    </Loading>
  )
}
