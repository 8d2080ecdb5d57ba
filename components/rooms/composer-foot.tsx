import clsx from 'clsx'
import { CornerDownLeft } from 'lucide-react'
import { AttachButton } from '@/components/attachments/attach-button'
import { PollButton } from '@/components/polls/poll-button'

/** How much room is left is only said when it matters. */
const closeToFull = 500

/** What stands under a text that is being written: files, what there is to know, and sending. */
export function ComposerFoot({
  threadId,
  left,
  seconds,
  failed,
  muted,
  busy,
  sendable,
  onFiles,
}: {
  /** The thread that is written in; null in the main list. */
  threadId: string | null
  /** Characters that are left. */
  left: number
  /** Of slow mode. */
  seconds: number
  /** A file was not uploaded. */
  failed: boolean
  muted: boolean
  /** A command is running. */
  busy: boolean
  sendable: boolean
  onFiles: (files: File[]) => void
}) {
  return (
    <div className="flex items-center justify-between gap-2 py-1 pr-1 pl-1 text-xs text-ink-3">
      <AttachButton onFiles={onFiles} disabled={muted} />
      <PollButton threadId={threadId} disabled={muted} />
      <span className={clsx('mr-auto', (left < 0 || failed) && 'text-bad')}>
        {failed ? (
          'Retry or remove what was not uploaded'
        ) : seconds > 0 ? (
          `Slow mode: you can send again in ${seconds} s`
        ) : busy ? (
          'One moment'
        ) : left < 0 ? (
          `${-left} characters too many`
        ) : left <= closeToFull ? (
          `${left} characters left`
        ) : (
          <>
            <span className="hidden sm:inline">Markdown · </span>/ for commands
          </>
        )}
      </span>
      <button
        type="submit"
        aria-label="Send"
        title="Send (Enter)"
        aria-disabled={!sendable || undefined}
        className={clsx(
          'inline-flex size-11 items-center justify-center rounded-s border transition-colors duration-150 sm:size-8',
          sendable
            ? 'border-transparent bg-accent text-on-accent hover:bg-accent-hover'
            : 'border-line text-ink-3',
        )}
      >
        <CornerDownLeft aria-hidden className="size-4" />
      </button>
    </div>
  )
}
