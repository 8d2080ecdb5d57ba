'use client'
import { Avatar } from '@/components/ui/avatar'
import type { MessageView } from '@/contracts/realtime'
import { useChatSide } from './chat-side'
import { messageTime, useReaderClock } from './reader-clock'
import { useRoomView } from './room-context'

export const countReplies = (replies: number) => `${replies} ${replies === 1 ? 'reply' : 'replies'}`

/** Under a message that has been answered in a thread: how often, when last, by whom; a press opens it. */
export function ThreadLine({ message }: { message: MessageView }) {
  if (!message.thread || message.thread.replies === 0) return null
  return <Line threadId={message.id} thread={message.thread} />
}

function Line({
  threadId,
  thread,
}: {
  threadId: string
  thread: NonNullable<MessageView['thread']>
}) {
  const { open } = useChatSide()
  const { known, followed } = useRoomView()
  const { now, zone } = useReaderClock()
  const { replies, lastReplyAt, personIds } = thread
  const faces = personIds.flatMap((id) => known.find((one) => one.id === id) ?? [])
  const unread = followed?.find((one) => one.root.id === threadId)?.unread ?? 0
  return (
    <button
      type="button"
      onClick={() => open({ kind: 'thread', threadId })}
      className="mt-1 flex min-h-6 max-w-full items-center gap-2 rounded-s py-0.5 pr-2 text-xs text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
    >
      <span aria-hidden className="flex items-center gap-0.5">
        {faces.map((person) => (
          <Avatar key={person.id} person={person} size="xs" />
        ))}
      </span>
      <span className="font-semibold text-accent-ink">{countReplies(replies)}</span>
      {lastReplyAt && (
        <span className="tabular truncate text-ink-3">
          last {messageTime(lastReplyAt, now, zone)}
        </span>
      )}
      {unread > 0 && <span className="font-semibold text-accent-ink">{unread} new</span>}
    </button>
  )
}
