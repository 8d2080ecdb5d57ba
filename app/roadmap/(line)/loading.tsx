import { Loading, Skeleton } from '@/components/ui/skeleton'

const rows = ['a', 'b', 'c']
const stations = ['a', 'b', 'c', 'd', 'e']

export default function LoadingRoadmap() {
  return (
    <Loading>
      <div className="page py-8 md:py-10">
        <Skeleton className="h-9 w-72 max-w-full" />
        <Skeleton className="mt-2 h-5 w-80 max-w-full" />
        <div className="mt-8 md:mt-12">
          {rows.map((row) => (
            <div key={row} className="grid md:h-[154px] md:grid-cols-5">
              {stations.map((station) => (
                <div
                  key={station}
                  className="flex h-14 items-center gap-4 md:h-auto md:flex-col md:gap-2"
                >
                  <Skeleton className="mx-1.5 size-7 shrink-0 rounded-full md:mt-1.5" />
                  <Skeleton className="h-4 w-28" />
                </div>
              ))}
            </div>
          ))}
        </div>
        <Skeleton className="mt-8 h-72 w-full rounded-l" />
      </div>
    </Loading>
  )
}
