import { roomFilter, searchFilters } from '@/contracts/message-search'

/** What narrows a search down. */
export function SearchHelp({ rooms = false }: { rooms?: boolean }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {[...searchFilters, ...(rooms ? [roomFilter] : [])].map(({ example, says }) => (
        <div key={example} className="contents">
          <dt>
            <code className="rounded-[4px] bg-sunken px-1.5 py-0.5 font-mono text-xs">
              {example}
            </code>
          </dt>
          <dd className="text-ink-2">{says}</dd>
        </div>
      ))}
    </dl>
  )
}
