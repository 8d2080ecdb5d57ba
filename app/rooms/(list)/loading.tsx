import { Loading, Skeleton } from '@/components/ui/skeleton'

const rooms = ['a', 'b', 'c', 'd']

export default function RoomsLoading() {
  return (
    <Loading>
      <div className="page flex max-w-3xl flex-col gap-6 py-8 sm:py-12">
        <Skeleton className="h-9 w-40" />
        <div className="divide-y divide-line border-y border-line">
          {rooms.map((room) => (
            <div key={room} className="flex flex-col gap-2 px-2 py-4">
              <Skeleton className="h-5 w-1/3" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  )
}
