import { Loading, Skeleton } from '@/components/ui/skeleton'

const messages = ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5']

export default function RoomLoading() {
  return (
    <Loading>
      <div className="flex h-dvh flex-col">
        <div className="flex h-14 items-center gap-3 border-b border-line px-4">
          <Skeleton className="size-6" />
          <Skeleton className="h-4 w-32" />
        </div>
        <div className="flex min-h-0 flex-1">
          <div className="flex flex-1 flex-col justify-end">
            <div className="mx-auto flex w-full max-w-[52rem] flex-col gap-5 p-4">
              {messages.map((width) => (
                <div key={width} className="flex gap-3">
                  <Skeleton className="size-8 shrink-0 rounded-full" />
                  <div className="flex flex-1 flex-col gap-2">
                    <Skeleton className="h-4 w-32" />
                    <Skeleton className={`h-4 ${width}`} />
                  </div>
                </div>
              ))}
              <Skeleton className="h-20 w-full" />
            </div>
          </div>
          <div className="hidden w-72 border-l border-line md:block lg:w-80" />
        </div>
      </div>
    </Loading>
  )
}
