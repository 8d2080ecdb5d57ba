'use client'
import { type RefObject, useId, useRef } from 'react'
import { UploadTray } from '@/components/attachments/upload-tray'
import { useDraftUploads } from '@/components/attachments/use-uploads'
import { FormMessage } from '@/components/ui/field'
import { maximumMessageLength } from '@/contracts/inputs'
import type { MessageView } from '@/contracts/realtime'
import type { CodeQuote } from './code-quote'
import { useComposerSources } from './commands/command-sources'
import { useCommand } from './commands/use-command'
import { ComposerFoot } from './composer-foot'
import { ComposerReply } from './composer-reply'
import type { DraftKeeper } from './draft'
import { MutedNotice, useHold } from './hold'
import { useRoomStore } from './room-context'
import { SuggestingTextarea } from './suggesting-textarea'
import { useDraftText } from './use-draft-text'

/**
 * Writes messages, and runs the commands that are written in their place. What stands in it outlives the page, and
 * is kept per room or thread and person.
 */
export function Composer({
  label,
  draft,
  threadId = null,
  area,
  quote = null,
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
  /** Code that comes below what stands there. */
  quote?: CodeQuote | null
  replyTo: MessageView['replyTo']
  onReplyTo: (replyTo: MessageView['replyTo']) => void
  onEditLast: () => void
  onFiles: (files: File[]) => void
}) {
  const store = useRoomStore()
  const [body, setBody] = useDraftText(area, draft, replyTo, onReplyTo, quote)
  const now = useRef(body)
  now.current = body
  const left = maximumMessageLength - body.length
  const { muted, seconds } = useHold()
  const files = useDraftUploads(store.uploads, threadId)
  const failed = files.some((one) => one.state === 'failed')
  const sources = useComposerSources()
  const problemId = useId()
  const command = useCommand(threadId, {
    done: empty,
    send(text, written) {
      store.send(text, replyTo, threadId)
      empty(written)
    },
    write(text, caret) {
      setBody(text)
      toText(caret)
    },
    back: toText,
  })
  const held = muted !== null || seconds > 0 || failed || command.busy
  const sendable = (body.trim().length > 0 || files.length > 0) && left >= 0 && !held

  /** Once the text is there, and what lay over it is gone. */
  function toText(caret?: number) {
    requestAnimationFrame(() => {
      area.current?.focus()
      if (caret !== undefined) area.current?.setSelectionRange(caret, caret)
    })
  }
  /** Gives up what was written; what came below it meanwhile stays. */
  function empty(written: string) {
    const { current } = now
    const rest = current.startsWith(written) ? current.slice(written.length).trimStart() : current
    setBody(rest)
    onReplyTo(null)
    // Also when this composer was closed meanwhile.
    draft.change({ body: rest, replyTo: null })
    toText()
  }
  function send() {
    if (!sendable || command.tryRun(body)) return
    store.send(body, replyTo, threadId)
    setBody('')
    onReplyTo(null)
    area.current?.focus()
  }
  const { form, problem } = command
  const Form = form?.command.Form

  return (
    <>
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
            <ComposerReply
              replyTo={replyTo}
              onEnd={() => {
                onReplyTo(null)
                area.current?.focus()
              }}
            />
          )}
          <UploadTray uploads={store.uploads} threadId={threadId} />
          <SuggestingTextarea
            ref={area}
            value={body}
            sources={sources}
            readOnly={command.busy}
            aria-label={label}
            aria-busy={command.busy || undefined}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? problemId : undefined}
            placeholder={label}
            enterKeyHint="send"
            onText={(text) => {
              setBody(text)
              command.forget()
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
          <div id={problemId} className="empty:hidden px-3 pt-1">
            <FormMessage>{problem}</FormMessage>
          </div>
          <ComposerFoot
            threadId={threadId}
            left={left}
            seconds={seconds}
            failed={failed}
            muted={muted !== null}
            busy={command.busy}
            sendable={sendable}
            onFiles={onFiles}
          />
        </div>
      </form>
      {/* Beside it: what a dialog submits comes by the elements around it. */}
      {form && Form && (
        <Form
          argument={form.argument}
          place={command.place}
          onDone={command.finish}
          onCancel={command.cancel}
        />
      )}
    </>
  )
}
