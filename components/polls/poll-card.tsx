'use client'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useMessageActions } from '@/components/rooms/message-actions'
import { useRoomStore } from '@/components/rooms/room-context'
import { Badge } from '@/components/ui/badge'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import type { PollView } from '@/contracts/polls'
import type { MessageView } from '@/contracts/realtime'
import { PollOptions } from './poll-options'
import { choicesOf, votersOf } from './poll-voters'

export const pollFrame =
  'mt-1.5 mb-1 max-w-md overflow-hidden rounded-m border border-line bg-surface p-1.5'
const action =
  'inline-flex min-h-6 items-center rounded-s px-1.5 text-xs font-semibold text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11'

/** What a message asks, under its text: the options to choose from, and how many chose what. */
export function PollCard({ message, poll }: { message: MessageView; poll: PollView }) {
  const store = useRoomStore()
  const actions = useMessageActions()
  const [listed, setListed] = useState(false)
  const frame = useRef<HTMLElement>(null)
  const isMuted = () => store.getView().standing.muted !== null
  const muted = useSyncExternalStore(store.subscribe, isMuted, isMuted)
  const voters = votersOf(poll).size
  const voted = choicesOf(poll, store.me.id).length > 0
  const open = !poll.closed

  async function vote(choices: number[]) {
    const problem = await store.vote(message.id, choices)
    if (problem) toast('Your vote was not counted.', problem)
  }
  /** For when the button that was pressed is gone. */
  const toMessage = () =>
    requestAnimationFrame(() => frame.current?.closest('article')?.focus({ preventScroll: true }))
  async function close() {
    const closing = store.closePoll(message.id)
    toMessage()
    const problem = await closing
    if (problem) toast('The poll was not closed.', problem)
    return undefined
  }
  return (
    <section ref={frame} aria-label="Poll" className={pollFrame}>
      {open && poll.multiple && <p className="px-2 pt-1 text-xs text-ink-3">Choose several</p>}
      <PollOptions
        poll={poll}
        listed={listed}
        held={muted}
        onChoose={open ? (choices) => void vote(choices) : undefined}
      />
      <div className="flex flex-wrap items-center gap-x-1 px-0.5 pt-1">
        <p className="tabular mr-auto flex items-center gap-1.5 px-1.5 text-xs text-ink-2">
          {!open && <Badge>Closed</Badge>}
          <span>
            {voters > 0 ? `${voters} voted` : open ? 'Nobody has voted yet' : 'Nobody voted'}
          </span>
        </p>
        {voters > 0 && (
          <button
            type="button"
            aria-expanded={listed}
            onClick={() => setListed(!listed)}
            className={action}
          >
            Who voted
          </button>
        )}
        {open && voted && !muted && (
          <button
            type="button"
            aria-label="Take back your vote"
            onClick={() => {
              void vote([])
              toMessage()
            }}
            className={action}
          >
            Take back
          </button>
        )}
        {open && !muted && actions.mayClosePoll(message) && (
          <ConfirmButton
            label="Close poll"
            title="Close this poll"
            description="Nobody can vote after that, and it cannot be opened again. The result stays."
            confirmLabel="Close poll"
            look="quiet"
            className="min-h-6! px-1.5! text-xs! pointer-coarse:min-h-11!"
            run={close}
          />
        )}
      </div>
    </section>
  )
}
