import { CardSkeleton } from '@/components/projects/card-skeleton'
import { WithoutScript } from '@/components/projects/without-script'
import { Loading, Skeleton } from '@/components/ui/skeleton'

const rows = ['a', 'b', 'c', 'd', 'e', 'f']

export default function LoadingProjects() {
  return (
    <Loading>
      <WithoutScript />
      <div className="page grid gap-x-7 gap-y-5 py-6 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:py-8">
        <div className="hidden flex-col gap-4 lg:flex">
          {rows.map((row) => (
            <Skeleton key={row} className="h-5 w-full" />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Skeleton className="h-9 w-44" />
          <Skeleton className="h-11 w-full sm:h-10" />
          {rows.slice(0, 3).map((row) => (
            <CardSkeleton key={row} />
          ))}
        </div>
      </div>
    </Loading>
  )
}
