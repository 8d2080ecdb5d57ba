'use client'
import clsx from 'clsx'
import { Ellipsis, Pin } from 'lucide-react'
import { memo, useState } from 'react'
import { AttachmentList } from '@/components/attachments/attachment-list'
import { PollCard } from '@/components/polls/poll-card'
import { RunCards } from '@/components/runs/run-card'
import { TaskCards } from '@/components/tasks/task-card'
import { Avatar } from '@/components/ui/avatar'
import type { MessageView } from '@/contracts/realtime'
import { useMessageActions } from './message-actions'
import { MessageEditor } from './message-editor'
import { MessageText } from './message-text'
import { MessageToolbar } from './message-toolbar'
import { Quote } from './quote'
import { ReactionStrip } from './reaction-strip'
import { useRoomStore } from './room-context'
import { ThreadLine } from './thread-line'
import { isMentioned } from './unread-count'

export const rowClass = 'group relative flex gap-3 px-4'
export const plainClass = 'hover:bg-sunken/50'
const mentionedClass =
  'bg-accent-soft/50 shadow-[inset_2px_0_0_var(--accent)] hover:bg-accent-soft/70'
export const firstClass = 'mt-2.5 pt-1 pb-0.5'

/** A page has each id once. */
export const headId = (messageId: string) => `head-${messageId}`

/** One message. Its toolbar is there while the pointer or the focus is on it, or its menu is open. */
export const MessageRow = memo(function MessageRow({
  message,
  first,
  time,
  exact,
  clock,
  tabStop,
  editing,
  menuOpen,
  pinned = false,
  heads = false,
  sent,
}: {
  message: MessageView
  /** Opens a group: shows its author. */
  first: boolean
  time: string
  exact: string
  clock: string
  tabStop: boolean
  editing: boolean
  menuOpen: boolean
  pinned?: boolean
  /** Stands at the head of its thread, and in the main list as well. */
  heads?: boolean
  /** Says that it has been stored: for the newest of one's own. */
  sent: boolean
}) {
  const actions = useMessageActions()
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const usable = !message.deleted && !editing
  const edited = message.editedAt && !message.deleted
  const { me } = useRoomStore()
  return (
    <article
      id={heads ? headId(message.id) : `message-${message.id}`}
      tabIndex={tabStop ? 0 : -1}
      aria-label={`${message.author.name}, ${time}`}
      onPointerEnter={(event) => event.pointerType === 'mouse' && setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
      }}
      className={clsx(
        rowClass,
        first ? firstClass : 'py-0.5',
        isMentioned(message.author.id, message, me.id) ? mentionedClass : plainClass,
        'focus-visible:-outline-offset-2 target:bg-accent-soft data-[found]:bg-accent-soft',
      )}
    >
      <div className="w-8 shrink-0 text-right">
        {first ? (
          <Avatar person={message.author} className="mt-0.5" />
        ) : (
          <span
            aria-hidden
            title={exact}
            className="tabular text-[0.6875rem] leading-5 text-ink-3 opacity-0 group-hover:opacity-100"
          >
            {clock}
          </span>
        )}
      </div>
      <div className="min-w-0 flex-1 pointer-coarse:pr-8">
        {first && (
          <p className="flex items-baseline gap-2">
            <span className="truncate font-semibold">{message.author.name}</span>
            <time
              dateTime={message.createdAt}
              title={exact}
              className="tabular shrink-0 text-xs text-ink-3"
            >
              {time}
            </time>
          </p>
        )}
        {message.replyTo && <Quote quoted={message.replyTo} onJump={actions.reveal} />}
        {editing ? (
          <MessageEditor message={message} />
        ) : message.deleted ? (
          <p className="text-ink-3 italic">(deleted)</p>
        ) : (
          <>
            {message.body && (
              <MessageText body={message.body} mentions={message.mentions} here={message.here} />
            )}
            <RunCards body={message.body} />
            <TaskCards body={message.body} />
          </>
        )}
        {message.poll && <PollCard message={message} poll={message.poll} />}
        <AttachmentList files={message.attachments} />
        {edited && !editing && (
          <button
            type="button"
            tabIndex={tabStop ? 0 : -1}
            title="What stood here before"
            onClick={() => actions.showVersions(message)}
            className="rounded-s text-xs text-ink-3 hover:text-ink hover:underline"
          >
            (edited)
          </button>
        )}
        {pinned && !message.deleted && (
          <span className="flex items-center gap-1 text-xs text-ink-3">
            <Pin aria-hidden className="size-3" /> Pinned
          </span>
        )}
        <ReactionStrip message={message} />
        {!heads && <ThreadLine message={message} />}
        {sent && !editing && <span className="text-xs text-ink-3">Sent</span>}
      </div>
      {usable && (hovered || focused || menuOpen) && <MessageToolbar message={message} />}
      {usable && (
        <button
          type="button"
          tabIndex={tabStop ? 0 : -1}
          aria-label="More actions"
          aria-haspopup="dialog"
          onClick={(event) =>
            actions.openMenu({ message, anchor: event.currentTarget, full: true })
          }
          className="absolute top-0 right-0 hidden size-11 items-center justify-center text-ink-3 pointer-coarse:inline-flex"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      )}
    </article>
  )
})
