import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function SearchLoading() {
  return (
    <Loading>
      <div className="page flex max-w-3xl flex-col gap-6 py-8 sm:py-12">
        <Skeleton className="h-9 w-64" />
        <Skeleton className="h-10 w-full" />
        <div className="flex flex-col gap-4">
          {['a', 'b', 'c', 'd'].map((each) => (
            <Skeleton key={each} className="h-5 w-2/3" />
          ))}
        </div>
      </div>
    </Loading>
  )
}
