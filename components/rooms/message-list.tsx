'use client'
import { ArrowDown } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { ListBeginning } from './list-beginning'
import { useMessageActions } from './message-actions'
import { PageButton } from './page-button'
import { useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { SeenBy } from './seen-by'
import { TimelineItem } from './timeline-item'
import { timelineRows } from './timeline-rows'
import { newLabel, UnreadBar } from './unread-bar'
import { useKeptScroll } from './use-kept-scroll'
import { useListKeys } from './use-list-keys'

/** Nearer to an end than this, the next page is fetched. */
const nearEdge = 900

/** The conversation, oldest first, with the reader's place kept and the end within reach. */
export function MessageList({
  title,
  editing,
  menuFor,
  covered,
  toComposer,
}: {
  title: string
  editing: string | null
  menuFor: string | null
  /** Something else stands in its place: nobody reads it now. */
  covered: boolean
  toComposer: () => void
}) {
  const store = useRoomStore()
  const view = useRoomView()
  const actions = useMessageActions()
  const { now, zone } = useReaderClock()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const { atEnd, isAtEnd, note, settle, toEnd } = useKeptScroll(box, list, !view.newer)
  const walked = useListKeys(box, toComposer)
  const [stop, setStop] = useState<string>()
  const [failed, setFailed] = useState<'older' | 'newer' | null>(null)
  const { messages, notices, divider, more, newer, lastReadSeq, unread, mentions, pins } = view
  const pending = useMemo(() => view.pending.filter((one) => !one.threadId), [view.pending])
  const rows = useMemo(
    () => timelineRows({ messages, notices, pending, divider, more, newer }, store.me.id, zone),
    [messages, notices, pending, divider, more, newer, store, zone],
  )
  const before = more && (messages[0]?.seq ?? 0) > lastReadSeq
  const [newAbove, setNewAbove] = useState(before)
  const last = messages.at(-1)
  const tabStop = messages.some((one) => one.id === stop) ? stop : last?.id

  // What is new to the reader begins in sight.
  useLayoutEffect(() => {
    const line = list.current?.querySelector('[data-new]')
    const top = box.current?.getBoundingClientRect().top ?? 0
    if (!line || line.getBoundingClientRect().top >= top) return
    line.scrollIntoView({ block: 'start' })
    note()
  }, [note])

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come or go must not move the others
  useLayoutEffect(settle, [rows, settle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line may have come or gone with a row
  useLayoutEffect(lookForNew, [rows, before])

  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at the end is what has to be told
  useEffect(() => {
    const look = () => store.look(isAtEnd(), !document.hidden && !covered)
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [store, atEnd, isAtEnd, covered])

  // One's own message is always worth seeing.
  const newest = pending.at(-1)?.clientId
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message leads to the end
  useEffect(() => {
    if (newest) void latest()
  }, [newest])

  function lookForNew() {
    const line = list.current?.querySelector('[data-new]')
    const top = box.current?.getBoundingClientRect().top ?? 0
    setNewAbove(line ? line.getBoundingClientRect().bottom < top : before)
  }
  async function latest() {
    if (await store.toLatest()) requestAnimationFrame(toEnd)
    else toast('The newest messages could not be read.', 'Check your connection and try again.')
  }
  async function load(which: 'older' | 'newer') {
    const done = await (which === 'older' ? store.loadOlder() : store.loadNewer())
    const left = which === 'older' ? store.getView().more : store.getView().newer
    // What something else took the place of has not failed.
    setFailed(!done && left && store.getView().loading === null ? which : null)
    // Whoever scrolled on meanwhile may be near the edge again.
    if (done) requestAnimationFrame(loadNearby)
  }
  function loadNearby() {
    const { more, newer, loading } = store.getView()
    if (loading || !box.current) return
    const { scrollHeight, clientHeight, scrollTop } = box.current
    if (more && scrollHeight - clientHeight + scrollTop < nearEdge) void load('older')
    else if (newer && -scrollTop < nearEdge) void load('newer')
  }
  function scrolled() {
    note()
    lookForNew()
    if (!failed) loadNearby()
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        onScroll={scrolled}
        aria-busy={view.loading === 'jump' || undefined}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <div className="mx-auto w-full max-w-[52rem] pt-4 pb-2">
          {more ? (
            <PageButton
              which="older"
              failed={failed === 'older'}
              pending={view.loading === 'older'}
              onLoad={() => void load('older')}
            />
          ) : (
            <ListBeginning kind={store.kind} title={title} empty={rows.length === 0} />
          )}
          <ol
            ref={list}
            aria-label="Messages"
            onKeyDown={walked}
            onFocus={(event) => {
              if (event.target.tagName === 'ARTICLE')
                setStop(event.target.id.replace('message-', ''))
            }}
          >
            {rows.map((row) => (
              <li
                key={row.key}
                data-message={row.kind === 'message' ? '' : undefined}
                data-new={row.kind === 'new' ? '' : undefined}
              >
                {row.kind === 'gap' ? (
                  <PageButton
                    which="newer"
                    failed={failed === 'newer'}
                    pending={view.loading === 'newer'}
                    onLoad={() => void load('newer')}
                  />
                ) : (
                  <TimelineItem
                    row={row}
                    now={now}
                    zone={zone}
                    tabStop={tabStop}
                    editing={editing}
                    menuFor={menuFor}
                    newestId={pending.length === 0 ? last?.id : undefined}
                    pins={pins}
                  />
                )}
              </li>
            ))}
          </ol>
          <SeenBy />
        </div>
      </div>
      {unread > 0 && newAbove && (
        <UnreadBar
          now={now}
          zone={zone}
          onJump={actions.goToUnread}
          onRead={() => store.markRead()}
        />
      )}
      {!atEnd && (
        <Button
          size="s"
          pending={view.loading === 'jump'}
          onClick={() => {
            void latest()
            toComposer()
          }}
          className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-raised"
        >
          <ArrowDown aria-hidden className="size-4" />
          {unread > 0 && !newAbove ? newLabel(unread, mentions) : 'Jump to latest'}
        </Button>
      )}
    </div>
  )
}
