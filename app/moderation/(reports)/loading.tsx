import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function LoadingReports() {
  return (
    <Loading>
      <div className="page flex max-w-[60rem] flex-col gap-4 py-6 lg:py-8">
        <Skeleton className="h-9 w-56" />
        {['a', 'b', 'c'].map((row) => (
          <Skeleton key={row} className="h-28 w-full" />
        ))}
      </div>
    </Loading>
  )
}
