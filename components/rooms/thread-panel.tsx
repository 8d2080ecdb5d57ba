'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { DropZone } from '@/components/attachments/drop-zone'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ChatSide } from './chat-side'
import { Composer } from './composer'
import { ConversationDialogs } from './conversation-dialogs'
import { goToReply } from './go-to-message'
import { MessageActionsProvider } from './message-actions'
import { useRoomStore, useRoomView } from './room-context'
import { SideHead } from './side-head'
import { countReplies } from './thread-line'
import { ThreadReplies } from './thread-replies'
import { useAddFiles } from './use-add-files'
import { useConversation } from './use-conversation'
import { tellIfLost } from './use-go-to'

/** One thread: what it is about, the replies, and a composer of its own. */
export function ThreadPanel({
  at,
  moderates,
  onClose,
}: {
  at: Extract<ChatSide, { kind: 'thread' }>
  moderates: boolean
  onClose: () => void
}) {
  const { threadId } = at
  const store = useRoomStore()
  const view = useRoomView()
  const thread = view.threads[threadId]
  const panel = useRef<HTMLElement>(null)
  const composer = useRef<HTMLTextAreaElement>(null)
  const talk = useConversation(composer, threadId, moderates)
  const addFiles = useAddFiles(composer, threadId)
  const [problem, setProblem] = useState<string>()
  const lastRead = useRef(view.followed?.find((one) => one.root.id === threadId)?.lastReadSeq)

  const draft = store.drafts.of(threadId)
  const missing = !thread
  const load = useCallback(async () => {
    setProblem(undefined)
    setProblem(await store.openThread(threadId))
  }, [store, threadId])
  useEffect(() => {
    if (missing) void load()
  }, [missing, load])
  const ready = draft !== undefined
  useEffect(() => {
    if (!ready) return
    if (at.messageId) void goToReply(store, threadId, at.messageId).then(tellIfLost)
    // On touch a keyboard would cover what is to be read.
    else if (window.matchMedia('(pointer: fine)').matches) composer.current?.focus()
  }, [store, threadId, at, ready])

  return (
    <section
      ref={panel}
      aria-label="Thread"
      onKeyDown={(event) => {
        // What a menu or a dialog of a message hears comes by here as well.
        const within = event.target instanceof Node && panel.current?.contains(event.target)
        if (event.key === 'Escape' && within && !event.defaultPrevented) onClose()
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <SideHead title="Thread" onClose={onClose}>
        {thread?.root.thread ? countReplies(thread.root.thread.replies) : null}
      </SideHead>
      <MessageActionsProvider value={talk.actions}>
        <DropZone onFiles={addFiles}>
          {thread ? (
            <ThreadReplies
              threadId={threadId}
              thread={thread}
              editing={talk.editing}
              menuFor={talk.menu?.message.id ?? null}
              lastRead={lastRead.current ?? null}
              toComposer={() => composer.current?.focus()}
            />
          ) : problem ? (
            <div className="flex flex-1 flex-col items-start gap-3 p-4">
              <p role="alert" className="text-ink-2">
                The thread could not be read. {problem}
              </p>
              <Button size="s" onClick={load}>
                Try again
              </Button>
            </div>
          ) : (
            <div aria-busy className="flex flex-1 flex-col gap-3 p-4">
              <Skeleton className="h-4 w-1/3" />
              <Skeleton className="h-4 w-5/6" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          )}
          {/* What is stored of its draft comes with the thread; once there it stays, whatever is read anew. */}
          {draft && (
            <Composer
              label="Reply in the thread"
              threadId={threadId}
              draft={draft}
              area={composer}
              replyTo={talk.replyTo}
              onReplyTo={talk.setReplyTo}
              onEditLast={() => talk.editLast(thread?.messages ?? [])}
              onFiles={addFiles}
            />
          )}
        </DropZone>
        <ConversationDialogs talk={talk} />
      </MessageActionsProvider>
    </section>
  )
}
