'use client'
import type { RoomPage } from '@/contracts/views'
import { Announcer } from './announcer'
import { ChatPanel } from './chat-panel'
import { ChatSideProvider } from './chat-side'
import { ChatTools } from './chat-tools'
import { useRoomView } from './room-context'
import { RoomEnded } from './room-ended'

/** The room of a step or of two people: it is for talking, so the conversation has it all. */
export function TalkPanel({ page }: { page: RoomPage }) {
  const { phase } = useRoomView()
  if (phase === 'closed' || phase === 'outdated') return <RoomEnded why={phase} />
  return (
    <ChatSideProvider>
      <section aria-label="Chat" className="flex min-h-0 min-w-0 flex-1 flex-col">
        <h2 className="sr-only">Chat</h2>
        <ChatTools className="justify-end border-b border-line px-2" />
        <ChatPanel page={page} />
      </section>
      <Announcer />
    </ChatSideProvider>
  )
}
