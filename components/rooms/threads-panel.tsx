'use client'
import { useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { CountBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { type FollowedThread, messageExcerpt } from '@/contracts/realtime'
import { useChatSide } from './chat-side'
import { plainText } from './plain-text'
import { messageTime, useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { SideHead } from './side-head'
import { countReplies } from './thread-line'

/** The threads that one follows in this room, those with something unread first. */
export function ThreadsPanel({ onClose }: { onClose: () => void }) {
  const store = useRoomStore()
  const { followed } = useRoomView()
  const [failed, setFailed] = useState(false)
  return (
    <section aria-label="Threads" className="flex min-h-0 flex-1 flex-col">
      <SideHead title="Threads" onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {followed === null ? (
          <div className="flex flex-col items-start gap-3 p-4">
            {failed && <p role="alert">The threads could not be read. Check your connection.</p>}
            {!failed && <Skeleton className="h-4 w-2/3" />}
            <Button size="s" onClick={async () => setFailed(!(await store.listThreads()))}>
              Read again
            </Button>
          </div>
        ) : followed.length === 0 ? (
          <p className="p-4 text-ink-2">
            Threads that you start, answer or are mentioned in appear here. Choose “Reply in thread”
            at a message to begin one.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {followed.map((thread) => (
              <li key={thread.root.id}>
                <Entry thread={thread} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Entry({ thread: { root, unread, mentions } }: { thread: FollowedThread }) {
  const { open } = useChatSide()
  const { now, zone } = useReaderClock()
  return (
    <button
      type="button"
      onClick={() => open({ kind: 'thread', threadId: root.id })}
      className="flex w-full items-start gap-3 px-4 py-3 text-left hover:bg-sunken focus-visible:-outline-offset-2"
    >
      <Avatar person={root.author} size="s" className="mt-0.5" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{root.author.name}</span>
        <span className="block truncate text-ink-2">
          {root.deleted ? '(deleted)' : plainText(messageExcerpt(root.body))}
        </span>
        <span className="tabular block truncate text-xs text-ink-3">
          {countReplies(root.thread?.replies ?? 0)}
          {root.thread?.lastReplyAt && ` · last ${messageTime(root.thread.lastReplyAt, now, zone)}`}
          {mentions > 0 && ' · mentions you'}
        </span>
      </span>
      <CountBadge count={unread} label="unread replies" />
    </button>
  )
}
