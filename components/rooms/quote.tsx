'use client'
import { CornerUpLeft } from 'lucide-react'
import type { MessageView } from '@/contracts/realtime'
import { plainText } from './plain-text'

/** The message that an answer is about; a press goes there. */
export function Quote({
  quoted,
  onJump,
}: {
  quoted: NonNullable<MessageView['replyTo']>
  onJump: (messageId: string) => void
}) {
  return (
    <button
      type="button"
      onClick={() => onJump(quoted.id)}
      title="Go to this message"
      className="mb-0.5 flex min-h-6 w-full max-w-prose items-center gap-1.5 border-l-2 border-line-strong pl-2 text-left text-xs text-ink-2 hover:border-accent hover:text-ink"
    >
      <CornerUpLeft aria-hidden className="size-3 shrink-0" />
      <span className="shrink-0 font-semibold">{quoted.authorName}</span>
      <span className="truncate">{plainText(quoted.excerpt) || '(deleted)'}</span>
    </button>
  )
}
