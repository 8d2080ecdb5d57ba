import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { FoundList } from '@/components/rooms/found-list'
import { SearchHelp } from '@/components/rooms/search-help'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { parseMessageQuery, searchMessagesInput } from '@/contracts/message-search'
import { searchMessages } from '@/domain/rooms/search-messages'

export const metadata: Metadata = { title: 'Search messages' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Over all of one's rooms. The address has everything, so that going back finds the same list. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireActor()
  const { q, after } = await searchParams
  const query = typeof q === 'string' ? q.slice(0, 300) : ''
  const input = searchMessagesInput.safeParse({ roomId: null, query, after: after ?? null })
  const parsed = query.trim() ? parseMessageQuery(query) : null
  const found =
    parsed && typeof parsed !== 'string' && input.success
      ? await searchMessages(actor, input.data)
      : null
  return (
    <div className="page flex max-w-3xl flex-col gap-6 py-8 sm:py-12">
      <h1 className="text-2xl">Search messages</h1>
      <search>
        <form className="flex gap-2">
          <input
            type="search"
            name="q"
            defaultValue={query}
            aria-label="Search messages in all your rooms"
            aria-describedby="message-search-hint"
            placeholder="Words, or from:handle"
            maxLength={300}
            autoComplete="off"
            className="min-h-11 w-full min-w-0 flex-1 rounded-s border border-control bg-surface px-3 text-md sm:min-h-10 sm:text-sm"
          />
          <button type="submit" className={buttonClass('accent')}>
            Search
          </button>
        </form>
        <p role="status" id="message-search-hint" className="pt-2 text-sm text-ink-2 empty:hidden">
          {typeof parsed === 'string' ? parsed : ''}
        </p>
      </search>
      {!found && <SearchHelp rooms />}
      {found && found.messages.length > 0 && <FoundList messages={found.messages} />}
      {found && found.messages.length === 0 && (
        <EmptyState
          action={
            <LinkButton href="/rooms" look="outline">
              All your rooms
            </LinkButton>
          }
        >
          No message in your rooms has all of these words. Try fewer, or the beginning of one.
        </EmptyState>
      )}
      {found && (
        <nav aria-label="Pages of results" className="flex gap-2 empty:hidden">
          {input.data?.after && (
            <LinkButton href={`/rooms/search?${new URLSearchParams({ q: query })}`} look="quiet">
              Newest results
            </LinkButton>
          )}
          {found.next && (
            <LinkButton
              href={`/rooms/search?${new URLSearchParams({ q: query, after: found.next })}`}
            >
              Older results
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  )
}
