'use client'
import clsx from 'clsx'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { RelativeTime } from '@/components/ui/relative-time'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { NotificationView } from '@/contracts/views'

/** What happened since; following an entry marks it as read. */
export function NewsList({ news, action }: { news: NotificationView[]; action: FormAction }) {
  const { state, pending, run } = useAction(action)
  const unread = news.some((one) => !one.read)
  return (
    <section aria-labelledby="news">
      <div className="mb-2 flex min-h-8 items-center justify-between gap-4">
        <h2 id="news" className="text-lg">
          News
        </h2>
        {unread && (
          <Button size="s" look="quiet" className="-mr-3" pending={pending} onClick={() => run({})}>
            Mark all as read
          </Button>
        )}
      </div>
      <FormMessage>{state.message}</FormMessage>
      {news.length === 0 ? (
        <p className="text-sm text-ink-2">
          Answers to your requests and changes in your teams are told here.
        </p>
      ) : (
        <ul className="-mx-2.5 flex flex-col">
          {news.map((one) => (
            <li key={one.id}>
              <Link
                href={one.href}
                prefetch={false}
                onClick={() => {
                  if (!one.read) void run({ notificationId: one.id })
                }}
                className="flex gap-2.5 rounded-s px-2.5 py-2 text-sm hover:bg-sunken"
              >
                <span
                  aria-hidden
                  className={clsx('mt-1.5 size-2 shrink-0 rounded-full', !one.read && 'bg-accent')}
                />
                <span className={one.read ? 'text-ink-2' : 'text-ink'}>
                  {!one.read && <span className="sr-only">New: </span>}
                  {one.text}
                  <RelativeTime at={one.createdAt} className="block text-xs text-ink-3" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
