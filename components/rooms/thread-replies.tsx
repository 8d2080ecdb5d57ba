'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { OpenThread } from './apply-room-events'
import { useMessageActions } from './message-actions'
import { MessageRow } from './message-row'
import { PendingRow } from './pending-row'
import { clockTime, dayLabel, exactTime, messageTime, useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { DayLine, NewLine } from './timeline-lines'
import { type TimelineRow, timelineRows } from './timeline-rows'
import { useKeptScroll } from './use-kept-scroll'

/** The message at the head of a thread and its replies, oldest first. */
export function ThreadReplies({
  threadId,
  thread,
  editing,
  menuFor,
  lastRead,
  toComposer,
}: {
  threadId: string
  thread: OpenThread
  editing: string | null
  menuFor: string | null
  /** Where the "new" line stands; null: nothing was new. */
  lastRead: number | null
  toComposer: () => void
}) {
  const store = useRoomStore()
  const { pending: all, pins } = useRoomView()
  const actions = useMessageActions()
  const { now, zone } = useReaderClock()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const { atEnd, isAtEnd, note, toEnd } = useKeptScroll(box, list)
  const [loading, setLoading] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { root, messages, more } = thread
  const pending = useMemo(() => all.filter((one) => one.threadId === threadId), [all, threadId])
  const rows = useMemo(
    () => timelineRows({ messages, notices: [], pending, divider: lastRead }, store.me.id, zone),
    [messages, pending, lastRead, store, zone],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at the end is what has to be told
  useEffect(() => {
    const look = () => store.lookAtThread(isAtEnd() && !document.hidden ? threadId : null)
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      store.lookAtThread(null)
    }
  }, [store, threadId, atEnd, isAtEnd])
  const newest = pending.at(-1)?.clientId
  useEffect(() => {
    if (newest) toEnd()
  }, [newest, toEnd])

  async function older() {
    setLoading(true)
    setProblem(await store.loadOlderReplies(threadId))
    setLoading(false)
  }
  const times = (at: string) => ({
    time: messageTime(at, now, zone),
    exact: exactTime(at, zone),
    clock: clockTime(at, zone),
  })
  const isPinned = (id: string) => pins.some((one) => one.messageId === id)
  const draw = (row: TimelineRow) => {
    if (row.kind === 'day') return <DayLine label={dayLabel(row.day, now, zone)} />
    if (row.kind === 'new') return <NewLine />
    if (row.kind === 'notice') return null
    if (row.kind === 'pending')
      return <PendingRow pending={row.pending} first={row.first} onJump={actions.reveal} />
    const { message, first } = row
    return (
      <MessageRow
        message={message}
        first={first}
        {...times(message.createdAt)}
        tabStop
        editing={message.id === editing}
        menuOpen={message.id === menuFor}
        pinned={isPinned(message.id)}
        sent={false}
      />
    )
  }
  return (
    <div
      ref={box}
      onScroll={note}
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none]"
    >
      <div className="mb-auto w-full pb-2">
        <div className="border-b border-line pt-1 pb-3">
          <MessageRow
            message={root}
            first
            heads
            {...times(root.createdAt)}
            tabStop
            editing={root.id === editing}
            menuOpen={root.id === menuFor}
            pinned={isPinned(root.id)}
            sent={false}
          />
        </div>
        {more && (
          <div className="flex flex-col items-center gap-2 pt-3">
            {problem && (
              <p role="alert" className="px-4 text-ink-2">
                Older replies could not be read. {problem}
              </p>
            )}
            <Button size="s" look="quiet" pending={loading} onClick={older}>
              {problem ? 'Try again' : 'Show older replies'}
            </Button>
          </div>
        )}
        {rows.length === 0 && (
          <p className="px-4 pt-3 text-ink-2">
            Nobody has replied yet. What you write here stays beside the main conversation.
          </p>
        )}
        <ol
          ref={list}
          aria-label="Replies"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return
            if (event.target.tagName !== 'ARTICLE') return
            event.preventDefault()
            toComposer()
          }}
        >
          {rows.map((row) => (
            <li key={row.key} data-message={row.kind === 'message' ? '' : undefined}>
              {draw(row)}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
