import { CardSkeleton } from '@/components/projects/card-skeleton'
import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function LoadingPeople() {
  return (
    <Loading>
      <div className="page grid gap-x-7 gap-y-5 py-6 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:py-8">
        <div className="hidden flex-col gap-4 lg:flex">
          {['a', 'b', 'c', 'd', 'e'].map((row) => (
            <Skeleton key={row} className="h-14 w-full" />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Skeleton className="h-9 w-44" />
          <Skeleton className="h-11 w-full sm:h-10" />
          <div className="grid gap-4 sm:grid-cols-2">
            {['a', 'b', 'c', 'd'].map((row) => (
              <CardSkeleton key={row} />
            ))}
          </div>
        </div>
      </div>
    </Loading>
  )
}
