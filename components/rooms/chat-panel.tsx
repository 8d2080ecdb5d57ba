'use client'
import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import type { RoomPage } from '@/contracts/views'
import { useChatSide } from './chat-side'
import { MainConversation } from './main-conversation'
import { PinsPanel } from './pins-panel'
import { ThreadPanel } from './thread-panel'
import { ThreadsPanel } from './threads-panel'

/** Narrower than this, in CSS pixels, a thread takes the chat's place instead of standing beside it. */
const roomForTwo = 720

/** The room's conversation and what can be done in it, with a thread or a list beside it. */
export function ChatPanel({ page }: { page: RoomPage }) {
  const { title, viewer } = page
  const { moderates } = viewer
  const { side, narrow, close, setNarrow } = useChatSide()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setNarrow(entry.contentRect.width < roomForTwo)
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [setNarrow])
  const covered = narrow && side !== null
  return (
    <div ref={frame} className="flex min-h-0 flex-1">
      <div className={clsx('min-w-0 flex-1 flex-col', covered ? 'hidden' : 'flex')}>
        <MainConversation title={title} moderates={moderates} covered={covered} />
      </div>
      {side && (
        <div
          className={clsx(
            'flex min-w-0 flex-col',
            narrow ? 'flex-1' : 'w-[22rem] shrink-0 border-l border-line',
          )}
        >
          {side.kind === 'thread' ? (
            <ThreadPanel key={side.threadId} at={side} moderates={moderates} onClose={close} />
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
