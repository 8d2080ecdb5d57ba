'use client'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react'

// Most visits never type here: what suggests comes when the cursor does.
const SearchSuggestions = lazy(() =>
  import('./search-suggestions').then((module) => ({ default: module.SearchSuggestions })),
)

/** Searches projects; works before its script has loaded, too. With `shortcut`, "/" brings the cursor here. */
export function SearchForm({
  shortcut = false,
  className,
}: {
  shortcut?: boolean
  className?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const [entered, setEntered] = useState(false)
  const listId = useId()
  const router = useRouter()
  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const query = input.current?.value.trim()
    router.push(query ? `/projects?q=${encodeURIComponent(query)}` : '/projects')
  }
  useEffect(() => {
    // Whoever was quicker than this script has the cursor here already.
    if (document.activeElement === input.current) setEntered(true)
  }, [])
  useEffect(() => {
    if (!shortcut) return
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target
      if (
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, [contenteditable]')
      )
        return
      if (!input.current?.offsetParent) return
      event.preventDefault()
      input.current.focus()
    }
    document.addEventListener('keydown', focus)
    // Said once it is true: before the script is there, the key does nothing.
    input.current?.setAttribute('aria-keyshortcuts', '/')
    return () => document.removeEventListener('keydown', focus)
  }, [shortcut])
  return (
    <search className={className}>
      <form action="/projects" onSubmit={search} className="relative">
        <div className="relative">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
          />
          <input
            ref={input}
            type="search"
            name="q"
            role="combobox"
            aria-label="Search projects, people and steps"
            aria-autocomplete="list"
            aria-expanded="false"
            aria-controls={listId}
            autoComplete="off"
            placeholder="Search"
            maxLength={120}
            onFocus={() => setEntered(true)}
            className="min-h-11 w-full rounded-s border border-control bg-surface pr-9 pl-8 text-md sm:min-h-10 sm:text-sm"
          />
          {shortcut && (
            <kbd
              aria-hidden
              className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-[4px] border border-line px-1.5 text-xs text-ink-3"
            >
              /
            </kbd>
          )}
        </div>
        {entered && (
          <Suspense>
            <SearchSuggestions input={input} listId={listId} floating={shortcut} />
          </Suspense>
        )}
      </form>
    </search>
  )
}
