'use client'
import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { useChatSide } from './chat-side'
import { ChatTools } from './chat-tools'
import { Composer } from './composer'
import { MessageActionsProvider } from './message-actions'
import { MessageList } from './message-list'
import { MessageMenu } from './message-menu'
import { PinsPanel } from './pins-panel'
import { useRoomStore } from './room-context'
import { ThreadPanel } from './thread-panel'
import { ThreadsPanel } from './threads-panel'
import { TypingLine } from './typing-line'
import { useConversation } from './use-conversation'
import { VersionsDialog } from './versions-dialog'

/** Narrower than this, in CSS pixels, a thread takes the chat's place instead of standing beside it. */
const roomForTwo = 720

/** The room's conversation and what can be done in it, with a thread or a list beside it. */
export function ChatPanel({ title }: { title: string }) {
  const { side, close } = useChatSide()
  const frame = useRef<HTMLDivElement>(null)
  const [narrow, setNarrow] = useState(true)
  useEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setNarrow(entry.contentRect.width < roomForTwo)
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  const covered = narrow && side !== null
  return (
    <div ref={frame} className="flex min-h-0 flex-1">
      <div className={clsx('min-w-0 flex-1 flex-col', covered ? 'hidden' : 'flex')}>
        <ChatTools className="justify-end border-b border-line px-2 md:hidden" />
        <MainConversation title={title} covered={covered} />
      </div>
      {side && (
        <div
          className={clsx(
            'flex min-w-0 flex-col',
            narrow ? 'flex-1' : 'w-[22rem] shrink-0 border-l border-line',
          )}
        >
          {side.kind === 'thread' ? (
            <ThreadPanel key={side.threadId} threadId={side.threadId} onClose={close} />
          ) : side.kind === 'threads' ? (
            <ThreadsPanel onClose={close} />
          ) : (
            <PinsPanel onClose={close} />
          )}
        </div>
      )}
    </div>
  )
}

function MainConversation({ title, covered }: { title: string; covered: boolean }) {
  const store = useRoomStore()
  const composer = useRef<HTMLTextAreaElement>(null)
  const talk = useConversation(composer, null)
  return (
    <MessageActionsProvider value={talk.actions}>
      <MessageList
        title={title}
        editing={talk.editing}
        menuFor={talk.menu?.message.id ?? null}
        covered={covered}
        toComposer={() => composer.current?.focus()}
      />
      <TypingLine />
      <Composer
        label={`Message ${title}`}
        area={composer}
        replyTo={talk.replyTo}
        onReplyTo={talk.setReplyTo}
        onEditLast={() => talk.editLast(store.getView().messages)}
      />
      <MessageMenu target={talk.menu} onClose={() => talk.setMenu(null)} />
      <VersionsDialog message={talk.versionsOf} onClose={() => talk.setVersionsOf(null)} />
    </MessageActionsProvider>
  )
}
