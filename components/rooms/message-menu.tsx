'use client'
import { Popover } from '@base-ui/react/popover'
import clsx from 'clsx'
import {
  AlarmClock,
  Copy,
  Flag,
  Link2,
  MessageSquareDot,
  MessagesSquare,
  MicOff,
  Pencil,
  Pin,
  PinOff,
  Plus,
  Reply,
  Trash2,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { LazyEmojiPicker } from '@/components/emoji/lazy-emoji-picker'
import { RemindChoices } from '@/components/reminders/remind-choices'
import { toast } from '@/components/ui/toast'
import { quickEmoji } from '@/contracts/emoji'
import { type MessageMenuTarget, useMessageActions } from './message-actions'
import { useRoomStore } from './room-context'

const line =
  'flex min-h-11 w-full items-center gap-2.5 rounded-s px-2.5 text-left text-sm hover:bg-sunken sm:min-h-9'

/** The reaction picker and, on touch, every other action: one popover for all messages. */
export function MessageMenu({
  target,
  onClose,
}: {
  target: MessageMenuTarget | null
  onClose: () => void
}) {
  const lastFocus = useRef<HTMLElement>(null)
  useEffect(() => {
    if (target) lastFocus.current = target.anchor.closest('article')
  }, [target])
  return (
    <Popover.Root open={target !== null} onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={target?.anchor}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            aria-label={target?.full ? 'Message actions' : 'Choose a reaction'}
            // The toolbar that opened it may be gone by then; its message is not.
            finalFocus={() => lastFocus.current}
            className="max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-m border border-line bg-surface p-1 shadow-raised outline-none transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
          >
            {target && <Choices target={target} onClose={onClose} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Choices({ target, onClose }: { target: MessageMenuTarget; onClose: () => void }) {
  const store = useRoomStore()
  const actions = useMessageActions()
  const { inMain } = actions
  const { message } = target
  const [picking, setPicking] = useState(false)
  const [reminding, setReminding] = useState(false)
  const then =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given) => {
      onClose()
      act(...given)
    }
  const toggle = then(async (emoji: string) => {
    const problem = await store.toggleReaction(message, emoji)
    if (problem) toast('Your reaction was not stored.', problem)
  })
  if (picking) return <LazyEmojiPicker onChoose={toggle} />
  if (reminding)
    return <RemindChoices onChoose={then((due: number | null) => actions.remind(message, due))} />
  return (
    <>
      <ul className="grid grid-cols-7 gap-0.5">
        {quickEmoji.map(({ emoji, label }) => (
          <li key={emoji}>
            <button
              type="button"
              aria-label={label}
              title={label}
              aria-pressed={message.reactions.some(
                (one) => one.emoji === emoji && one.personIds.includes(store.me.id),
              )}
              onClick={() => toggle(emoji)}
              className="flex h-11 w-full items-center justify-center rounded-s text-xl leading-none [font-family:var(--font-emoji)] hover:bg-sunken aria-pressed:bg-accent-soft sm:h-9"
            >
              {emoji}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-label="More emoji"
            title="More emoji"
            onClick={() => setPicking(true)}
            className="flex h-11 w-full items-center justify-center rounded-s text-ink-2 hover:bg-sunken sm:h-9"
          >
            <Plus aria-hidden className="size-4" />
          </button>
        </li>
      </ul>
      {target.full && (
        <ul className="mt-1 border-t border-line pt-1">
          <li>
            <button type="button" className={line} onClick={then(() => actions.reply(message))}>
              <Reply aria-hidden className="size-4 text-ink-3" /> Reply
            </button>
          </li>
          {inMain && (
            <li>
              <button
                type="button"
                className={line}
                onClick={then(() => inMain.openThread(message))}
              >
                <MessagesSquare aria-hidden className="size-4 text-ink-3" /> Reply in thread
              </button>
            </li>
          )}
          <li>
            <button type="button" className={line} onClick={then(() => actions.togglePin(message))}>
              {actions.isPinned(message) ? (
                <>
                  <PinOff aria-hidden className="size-4 text-ink-3" /> Unpin
                </>
              ) : (
                <>
                  <Pin aria-hidden className="size-4 text-ink-3" /> Pin
                </>
              )}
            </button>
          </li>
          {message.body && (
            <li>
              <button type="button" className={line} onClick={then(() => actions.copy(message))}>
                <Copy aria-hidden className="size-4 text-ink-3" /> Copy text
              </button>
            </li>
          )}
          <li>
            <button type="button" className={line} onClick={then(() => actions.copyLink(message))}>
              <Link2 aria-hidden className="size-4 text-ink-3" /> Copy link
            </button>
          </li>
          <li>
            <button type="button" className={line} onClick={() => setReminding(true)}>
              <AlarmClock aria-hidden className="size-4 text-ink-3" /> Remind me
            </button>
          </li>
          {inMain && (
            <li>
              <button
                type="button"
                className={line}
                onClick={then(() => inMain.markUnread(message))}
              >
                <MessageSquareDot aria-hidden className="size-4 text-ink-3" /> Mark unread from here
              </button>
            </li>
          )}
          {actions.mayEdit(message) && (
            <li>
              <button type="button" className={line} onClick={then(() => actions.edit(message))}>
                <Pencil aria-hidden className="size-4 text-ink-3" /> Edit
              </button>
            </li>
          )}
          {actions.mayReport(message) && (
            <li>
              <button type="button" className={line} onClick={then(() => actions.report(message))}>
                <Flag aria-hidden className="size-4 text-ink-3" /> Report
              </button>
            </li>
          )}
          {actions.mayMute(message) && (
            <li>
              <button type="button" className={line} onClick={then(() => actions.mute(message))}>
                <MicOff aria-hidden className="size-4 text-ink-3" /> Mute {message.author.name}
              </button>
            </li>
          )}
          {actions.mayDelete(message) && (
            <li>
              <button
                type="button"
                className={clsx(line, 'text-bad')}
                onClick={then(() => actions.remove(message))}
              >
                <Trash2 aria-hidden className="size-4" /> Delete
              </button>
            </li>
          )}
        </ul>
      )}
    </>
  )
}
