import { X } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import type { MessageView } from '@/contracts/realtime'
import { plainText } from './plain-text'

/** What the message that is being written answers. */
export function ComposerReply({
  replyTo,
  onEnd,
}: {
  replyTo: NonNullable<MessageView['replyTo']>
  onEnd: () => void
}) {
  return (
    <p className="flex items-center gap-2 border-b border-line py-0.5 pr-1 pl-3 text-xs text-ink-2">
      <span className="min-w-0 flex-1 truncate">
        Reply to <b className="font-semibold text-ink">{replyTo.authorName}</b>{' '}
        {plainText(replyTo.excerpt)}
      </span>
      <IconButton label="Do not reply" onClick={onEnd}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </p>
  )
}
