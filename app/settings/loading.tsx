import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function SettingsLoading() {
  return (
    <div className="page py-6 lg:py-8">
      <Loading>
        <div className="mx-auto flex max-w-[46rem] flex-col gap-5">
          <Skeleton className="h-10 w-40" />
          <Skeleton className="h-11" />
          <Skeleton className="h-6 w-3/4" />
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      </Loading>
    </div>
  )
}
