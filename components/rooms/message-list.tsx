'use client'
import { ArrowDown } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useMessageActions } from './message-actions'
import { MessageRow } from './message-row'
import { PendingRow } from './pending-row'
import { clockTime, dayLabel, exactTime, messageTime, useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { DayLine, NewLine, NoticeLine } from './timeline-lines'
import { type TimelineRow, timelineRows } from './timeline-rows'
import { useKeptScroll } from './use-kept-scroll'

/** Nearer to the top than this, older messages are fetched. */
const nearTop = 600

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
  const { atEnd, isAtEnd, note, toEnd } = useKeptScroll(box, list)
  const [stop, setStop] = useState<string>()
  const [failed, setFailed] = useState(false)
  const { messages, notices, divider, pins } = view
  const pending = useMemo(() => view.pending.filter((one) => !one.threadId), [view.pending])
  const rows = useMemo(
    () => timelineRows({ messages, notices, pending, divider }, store.me.id, zone),
    [messages, notices, pending, divider, store, zone],
  )
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at the end is what has to be told
  useEffect(() => {
    const look = () => store.setAttentive(isAtEnd() && !document.hidden && !covered)
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [store, atEnd, isAtEnd, covered])

  // One's own message is always worth seeing.
  const newest = pending.at(-1)?.clientId
  useEffect(() => {
    if (newest) toEnd()
  }, [newest, toEnd])

  async function older() {
    setFailed(!(await store.loadOlder()) && store.getView().more)
  }
  function scrolled() {
    note()
    const { scrollHeight = 0, clientHeight = 0, scrollTop = 0 } = box.current ?? {}
    const above = scrollHeight - clientHeight + scrollTop
    if (above < nearTop && view.more && !view.loading && !failed) void older()
  }
  function walked(event: KeyboardEvent<HTMLOListElement>) {
    if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'ARTICLE') return
    if (event.key === 'Escape') return toComposer()
    const all = [...event.currentTarget.querySelectorAll('article')]
    const here = all.indexOf(event.target)
    const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (to >= all.length) toComposer()
    else all[to]?.focus()
  }

  const draw = (row: TimelineRow) => {
    if (row.kind === 'day') return <DayLine label={dayLabel(row.day, now, zone)} />
    if (row.kind === 'new') return <NewLine />
    if (row.kind === 'notice') return <NoticeLine text={row.text} exact={exactTime(row.at, zone)} />
    if (row.kind === 'pending')
      return <PendingRow pending={row.pending} first={row.first} onJump={actions.reveal} />
    const { message, first } = row
    const mine = message.author.id === store.me.id
    return (
      <MessageRow
        message={message}
        first={first}
        time={messageTime(message.createdAt, now, zone)}
        exact={exactTime(message.createdAt, zone)}
        clock={clockTime(message.createdAt, zone)}
        tabStop={message.id === tabStop}
        editing={message.id === editing}
        menuOpen={message.id === menuFor}
        pinned={pins.some((one) => one.messageId === message.id)}
        sent={mine && message === last && pending.length === 0 && store.sentHere(message.clientId)}
      />
    )
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        onScroll={scrolled}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <div className="mx-auto w-full max-w-[52rem] pt-4 pb-2">
          {view.more ? (
            <div className="flex flex-col items-center gap-2 pb-3">
              {failed && (
                <p role="alert" className="text-ink-2">
                  Older messages could not be read.
                </p>
              )}
              <Button size="s" look="quiet" pending={view.loading} onClick={older}>
                {failed ? 'Try again' : 'Show older messages'}
              </Button>
            </div>
          ) : (
            <Beginning title={title} empty={rows.length === 0} />
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
                {draw(row)}
              </li>
            ))}
          </ol>
        </div>
      </div>
      {!atEnd && (
        <Button
          size="s"
          onClick={() => {
            toEnd()
            toComposer()
          }}
          className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-raised"
        >
          <ArrowDown aria-hidden className="size-4" />
          {view.unread > 0 ? newLabel(view.unread, view.mentions) : 'Jump to latest'}
        </Button>
      )}
    </div>
  )
}

const newLabel = (unread: number, mentions: number) =>
  mentions > 0
    ? `${unread} new, ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`
    : `${unread} new`

function Beginning({ title, empty }: { title: string; empty: boolean }) {
  return (
    <div className="px-4 pb-4">
      <p className="font-display text-lg font-semibold">{title}</p>
      <p className="max-w-prose text-ink-2">
        {empty
          ? 'Nobody has written here yet. Say hello, and tell the team what you want to take first.'
          : 'This is where the conversation begins.'}
      </p>
    </div>
  )
}
