import { CardSkeleton } from '@/components/projects/card-skeleton'
import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function LoadingStep() {
  return (
    <Loading>
      <div className="page py-8 md:py-10">
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div>
            <Skeleton className="h-5 w-32" />
            <Skeleton className="mt-3 h-9 w-64 max-w-full" />
            <Skeleton className="mt-4 h-6 w-full max-w-[42rem]" />
            <Skeleton className="mt-6 h-10 w-36" />
            <Skeleton className="mt-10 h-32 w-full max-w-[42rem]" />
          </div>
          <Skeleton className="h-48 w-full" />
        </div>
        <div className="mt-10 flex flex-col gap-4">
          <Skeleton className="h-7 w-48" />
          <CardSkeleton />
          <CardSkeleton />
        </div>
      </div>
    </Loading>
  )
}
