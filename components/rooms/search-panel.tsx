'use client'
import { Search, X } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Button, IconButton } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { FoundExcerpt } from './found-excerpt'
import { exactTime, useReaderClock } from './reader-clock'
import { SearchHelp } from './search-help'
import type { MessageSearch } from './use-message-search'

/** Over the conversation, which stays where it was: what was said in this room, by its words. */
export function SearchPanel({
  search,
  onClose,
  onGo,
}: {
  search: MessageSearch
  onClose: () => void
  onGo: (messageId: string) => void
}) {
  const { query, hint, messages, next, problem, idle, loading } = search
  const { zone } = useReaderClock()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => input.current?.select(), [])

  function walked(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
    if (!step) return
    const all = [...(list.current?.querySelectorAll<Element>('button') ?? [])]
    const to = all.indexOf(document.activeElement ?? document.body) + step
    event.preventDefault()
    if (to < 0) input.current?.focus()
    else if (all[to] instanceof HTMLElement) all[to].focus()
  }
  const says = idle
    ? ''
    : loading
      ? 'Searching'
      : messages.length === 0
        ? 'Nothing found'
        : `${messages.length}${next ? ' or more' : ''} found`
  return (
    <search
      aria-label="Search messages"
      onKeyDown={walked}
      className="absolute inset-0 z-20 flex flex-col bg-bg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = messages
          if (first && !loading) onGo(first.id)
        }}
        className="mx-auto flex w-full max-w-[52rem] items-center gap-2 border-b border-line px-3 py-2"
      >
        <span className="relative flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
          />
          <input
            ref={input}
            type="search"
            value={query}
            onChange={(event) => search.setQuery(event.target.value)}
            aria-label="Search messages in this room"
            aria-describedby="message-search-hint"
            placeholder="Search messages"
            maxLength={300}
            autoComplete="off"
            className="min-h-11 w-full rounded-s border border-control bg-surface pr-2 pl-8 text-md sm:min-h-9 sm:text-sm"
          />
        </span>
        <IconButton label="Close the search" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </form>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto flex w-full max-w-[52rem] flex-col gap-2 px-3 py-3">
          <p
            role="status"
            id="message-search-hint"
            className="px-2 text-xs text-ink-3 empty:hidden"
          >
            {hint ?? says}
          </p>
          {idle && (
            <div className="flex flex-col gap-3 px-2">
              <SearchHelp />
              <Link href="/rooms/search" className="self-start text-sm underline">
                Search all your rooms
              </Link>
            </div>
          )}
          {!idle && loading && messages.length === 0 && <Waiting />}
          {problem && !loading && (
            <p role="alert" className="flex flex-wrap items-center gap-2 px-2 text-sm text-bad">
              {problem}
              <Button size="s" onClick={search.retry}>
                Try again
              </Button>
            </p>
          )}
          {!idle && !loading && !problem && messages.length === 0 && (
            <p className="px-2 text-ink-2">
              No message here has all of these words. Try fewer, or the beginning of one.
            </p>
          )}
          <ol ref={list} aria-label="Messages found" className="flex flex-col">
            {messages.map((message) => (
              <li key={message.id}>
                <button
                  type="button"
                  onClick={() => onGo(message.id)}
                  className="flex w-full gap-3 rounded-s px-2 py-2 text-left hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <Avatar person={message.author} className="mt-0.5" />
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-baseline gap-x-2">
                      <span className="font-semibold">{message.author.name}</span>
                      <span className="text-xs text-ink-3">
                        {exactTime(message.createdAt, zone)}
                        {message.threadId && ' · in a thread'}
                      </span>
                    </span>
                    <FoundExcerpt excerpt={message.excerpt} />
                  </span>
                </button>
              </li>
            ))}
          </ol>
          {next && !loading && (
            <Button
              size="s"
              look="quiet"
              pending={search.loadingMore}
              onClick={() => void search.showMore()}
              className="self-center"
            >
              Show older results
            </Button>
          )}
        </div>
      </div>
    </search>
  )
}

function Waiting() {
  return (
    <div aria-hidden className="flex flex-col gap-4 px-2 py-2">
      {['a', 'b', 'c'].map((each) => (
        <span key={each} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-4/5" />
        </span>
      ))}
    </div>
  )
}
