import type { FoundMessage } from '@/contracts/message-search'

/** A few words of a message, with those marked that were looked for. */
export function FoundExcerpt({ excerpt }: { excerpt: FoundMessage['excerpt'] }) {
  return (
    <span className="line-clamp-3 break-words text-ink-2">
      {excerpt.map(({ text, found }, at) =>
        found ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and never move
          <mark key={at} className="rounded-[2px] bg-accent-soft font-semibold text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  )
}
