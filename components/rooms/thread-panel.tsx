'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { Composer } from './composer'
import { MessageActionsProvider } from './message-actions'
import { MessageMenu } from './message-menu'
import { useRoomStore, useRoomView } from './room-context'
import { SideHead } from './side-head'
import { countReplies } from './thread-line'
import { ThreadReplies } from './thread-replies'
import { useConversation } from './use-conversation'
import { VersionsDialog } from './versions-dialog'

/** One thread: what it is about, the replies, and a composer of its own. */
export function ThreadPanel({ threadId, onClose }: { threadId: string; onClose: () => void }) {
  const store = useRoomStore()
  const view = useRoomView()
  const thread = view.threads[threadId]
  const panel = useRef<HTMLElement>(null)
  const composer = useRef<HTMLTextAreaElement>(null)
  const talk = useConversation(composer, threadId)
  const [problem, setProblem] = useState<string>()
  const lastRead = useRef(view.followed?.find((one) => one.root.id === threadId)?.lastReadSeq)

  const missing = !thread
  const load = useCallback(async () => {
    setProblem(undefined)
    setProblem(await store.openThread(threadId))
  }, [store, threadId])
  useEffect(() => {
    if (missing) void load()
  }, [missing, load])
  useEffect(() => {
    // On touch a keyboard would cover what is to be read.
    if (window.matchMedia('(pointer: fine)').matches) composer.current?.focus()
  }, [])

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
        <Composer
          label="Reply in the thread"
          threadId={threadId}
          area={composer}
          replyTo={talk.replyTo}
          onReplyTo={talk.setReplyTo}
          onEditLast={() => talk.editLast(thread?.messages ?? [])}
        />
        <MessageMenu target={talk.menu} onClose={() => talk.setMenu(null)} />
        <VersionsDialog message={talk.versionsOf} onClose={() => talk.setVersionsOf(null)} />
      </MessageActionsProvider>
    </section>
  )
}
