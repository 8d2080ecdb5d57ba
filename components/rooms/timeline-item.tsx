'use client'
import type { PinView } from '@/contracts/realtime'
import { useMessageActions } from './message-actions'
import { MessageRow } from './message-row'
import { PendingRow } from './pending-row'
import { clockTime, dayLabel, exactTime, messageTime } from './reader-clock'
import { useRoomStore } from './room-context'
import { DayLine, NewLine, NoticeLine } from './timeline-lines'
import type { TimelineRow } from './timeline-rows'

/** One line of the conversation. */
export function TimelineItem({
  row,
  now,
  zone,
  tabStop,
  editing,
  menuFor,
  newestId,
  pins,
}: {
  row: Exclude<TimelineRow, { kind: 'gap' }>
  now: number
  zone: string
  /** Ids of messages: where Tab stops, the one that is edited, the one whose menu is open. */
  tabStop: string | undefined
  editing: string | null
  menuFor: string | null
  /** The last message, when nothing waits behind it. */
  newestId: string | undefined
  pins: PinView[]
}) {
  const store = useRoomStore()
  const actions = useMessageActions()
  const { inMain } = actions
  if (row.kind === 'day')
    return (
      <DayLine
        label={dayLabel(row.day, now, zone)}
        onOpen={inMain && ((anchor) => inMain.openDates({ anchor, day: row.day }))}
      />
    )
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
      sent={mine && message.id === newestId && store.sentHere(message.clientId)}
    />
  )
}
