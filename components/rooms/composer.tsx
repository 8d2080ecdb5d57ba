'use client'
import clsx from 'clsx'
import { CornerDownLeft, X } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { AttachButton } from '@/components/attachments/attach-button'
import { UploadTray } from '@/components/attachments/upload-tray'
import { useDraftUploads } from '@/components/attachments/use-uploads'
import { PollButton } from '@/components/polls/poll-button'
import { IconButton } from '@/components/ui/button'
import { maximumMessageLength } from '@/contracts/inputs'
import type { MessageView } from '@/contracts/realtime'
import type { DraftKeeper } from './draft'
import { MutedNotice, useHold } from './hold'
import { MentionTextarea } from './mention-textarea'
import { plainText } from './plain-text'
import { useRoomStore } from './room-context'

/** How much room is left is only said when it matters. */
const closeToFull = maximumMessageLength - 500

/** Writes messages. What stands in it outlives the page, and is kept per room or thread and person. */
export function Composer({
  label,
  draft,
  threadId = null,
  area,
  replyTo,
  onReplyTo,
  onEditLast,
  onFiles,
}: {
  label: string
  draft: DraftKeeper
  /** The thread in which it writes; null in the main list. */
  threadId?: string | null
  area: RefObject<HTMLTextAreaElement | null>
  replyTo: MessageView['replyTo']
  onReplyTo: (replyTo: MessageView['replyTo']) => void
  onEditLast: () => void
  onFiles: (files: File[]) => void
}) {
  const store = useRoomStore()
  const [body, setBody] = useState('')
  const [ready, setReady] = useState(false)
  const left = maximumMessageLength - body.length
  const { muted, seconds } = useHold()
  const files = useDraftUploads(store.uploads, threadId)
  const failed = files.some((one) => one.state === 'failed')
  const held = muted !== null || seconds > 0 || failed
  const sendable = (body.trim().length > 0 || files.length > 0) && left >= 0 && !held

  useEffect(() => {
    const begun = draft.open((arrived) => {
      // Nothing is overwritten under somebody's hands.
      if (area.current && document.activeElement === area.current) return false
      setBody(arrived.body)
      onReplyTo(arrived.replyTo)
      return true
    })
    // Someone quick may have typed before the page came alive.
    setBody((typed) => typed || area.current?.value || begun.body)
    if (begun.replyTo) onReplyTo(begun.replyTo)
    setReady(true)
    // A closed tab cannot be asked any more.
    const leaving = () => void (document.hidden && draft.save())
    document.addEventListener('visibilitychange', leaving)
    return () => document.removeEventListener('visibilitychange', leaving)
  }, [draft, onReplyTo, area])
  useEffect(() => {
    if (ready) draft.change({ body, replyTo })
  }, [draft, ready, body, replyTo])

  function send() {
    if (!sendable) return
    store.send(body, replyTo, threadId)
    setBody('')
    onReplyTo(null)
    area.current?.focus()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="mx-auto w-full max-w-[52rem] px-3 pb-3"
    >
      {muted && <MutedNotice muted={muted} />}
      <div className="rounded-m border border-control bg-surface has-[textarea:focus]:border-accent has-[textarea:focus]:outline-1 has-[textarea:focus]:outline-accent">
        {replyTo && (
          <p className="flex items-center gap-2 border-b border-line py-0.5 pr-1 pl-3 text-xs text-ink-2">
            <span className="min-w-0 flex-1 truncate">
              Reply to <b className="font-semibold text-ink">{replyTo.authorName}</b>{' '}
              {plainText(replyTo.excerpt)}
            </span>
            <IconButton
              label="Do not reply"
              onClick={() => {
                onReplyTo(null)
                area.current?.focus()
              }}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </p>
        )}
        <UploadTray uploads={store.uploads} threadId={threadId} />
        <MentionTextarea
          ref={area}
          value={body}
          aria-label={label}
          placeholder={label}
          enterKeyHint="send"
          onText={(text) => {
            setBody(text)
            if (text.trim() && !muted) store.typing()
          }}
          onPaste={(event) => {
            // A copied table brings a picture of itself: its text is what was meant.
            if (event.clipboardData.types.includes('text/plain')) return
            if (event.clipboardData.files.length === 0) return
            event.preventDefault()
            onFiles([...event.clipboardData.files])
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              send()
            } else if (event.key === 'Escape' && replyTo) {
              event.preventDefault()
              onReplyTo(null)
            } else if (event.key === 'ArrowUp' && !event.altKey && body === '') {
              event.preventDefault()
              onEditLast()
            }
          }}
          className="block w-full bg-transparent px-3 pt-2.5 text-md outline-none placeholder:truncate sm:text-sm"
        />
        <div className="flex items-center justify-between gap-2 py-1 pr-1 pl-1 text-xs text-ink-3">
          <AttachButton onFiles={onFiles} disabled={muted !== null} />
          <PollButton threadId={threadId} disabled={muted !== null} />
          <span className={clsx('mr-auto', (left < 0 || failed) && 'text-bad')}>
            {failed
              ? 'Retry or remove what was not uploaded'
              : seconds > 0
                ? `Slow mode: you can send again in ${seconds} s`
                : body.length < closeToFull
                  ? 'Markdown'
                  : left >= 0
                    ? `${left} characters left`
                    : `${-left} characters too many`}
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
      </div>
    </form>
  )
}
