'use client'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { OpenThread } from './apply-room-events'
import { MessageRow } from './message-row'
import { clockTime, exactTime, messageTime, useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { TimelineItem } from './timeline-item'
import { timelineRows } from './timeline-rows'
import { useKeptScroll } from './use-kept-scroll'
import { useListKeys } from './use-list-keys'

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
  const { now, zone } = useReaderClock()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const { atEnd, isAtEnd, note, settle, toEnd } = useKeptScroll(box, list, true)
  const walked = useListKeys(box, toComposer, false)
  const [stop, setStop] = useState<string>()
  const [loading, setLoading] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { root, messages, more } = thread
  const pending = useMemo(() => all.filter((one) => one.threadId === threadId), [all, threadId])
  const rows = useMemo(
    () =>
      timelineRows(
        { messages, notices: [], pending, divider: lastRead, more, newer: false },
        store.me.id,
        zone,
      ),
    [messages, pending, lastRead, more, store, zone],
  )
  const tabStop = messages.some((one) => one.id === stop) ? stop : messages.at(-1)?.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come or go must not move the others
  useLayoutEffect(settle, [rows, settle])

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
            time={messageTime(root.createdAt, now, zone)}
            exact={exactTime(root.createdAt, zone)}
            clock={clockTime(root.createdAt, zone)}
            tabStop
            editing={root.id === editing}
            menuOpen={root.id === menuFor}
            pinned={pins.some((one) => one.messageId === root.id)}
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
          onKeyDown={walked}
          onFocus={(event) => {
            if (event.target.tagName === 'ARTICLE') setStop(event.target.id.replace('message-', ''))
          }}
        >
          {rows.map((row) => (
            <li key={row.key} data-message={row.kind === 'message' ? '' : undefined}>
              {row.kind !== 'gap' && (
                <TimelineItem
                  row={row}
                  now={now}
                  zone={zone}
                  tabStop={tabStop}
                  editing={editing}
                  menuFor={menuFor}
                  newestId={undefined}
                  pins={pins}
                />
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
