'use client'
import clsx from 'clsx'
import { CircleAlert, Clock } from 'lucide-react'
import { PendingFiles } from '@/components/attachments/pending-files'
import { pollFrame } from '@/components/polls/poll-card'
import { PollOptions } from '@/components/polls/poll-options'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { startPoll } from '@/contracts/polls'
import { firstClass, plainClass, rowClass } from './message-row'
import { MessageText } from './message-text'
import type { Pending } from './outbox'
import { Quote } from './quote'
import { useRoomStore } from './room-context'

/** Whom it mentions is found when it is stored. */
const nobody: string[] = []
const says = { sending: 'Sending', waiting: 'Waiting to be sent', sent: 'Sent' }

/** A message of one's own on its way, and what became of it. */
export function PendingRow({
  pending,
  first,
  onJump,
}: {
  pending: Pending
  first: boolean
  onJump: (messageId: string) => void
}) {
  const store = useRoomStore()
  const { clientId, body, replyTo, files, poll, state, problem } = pending
  // What a page that is gone was uploading, only its author could add again.
  const lost = files.some(({ localId, id }) => id === null && !store.uploads.find(localId))
  return (
    <div className={clsx(rowClass, plainClass, first ? firstClass : 'py-0.5')}>
      <div className="w-8 shrink-0">{first && <Avatar person={store.me} className="mt-0.5" />}</div>
      <div className="min-w-0 flex-1 pointer-coarse:pr-8">
        {first && <p className="truncate font-semibold">{store.me.name}</p>}
        {replyTo && <Quote quoted={replyTo} onJump={onJump} />}
        <div className={clsx(state !== 'sent' && 'text-ink-2')}>
          {body && <MessageText body={body} mentions={nobody} here={false} />}
        </div>
        {poll && (
          <div className={pollFrame}>
            <PollOptions poll={startPoll(poll)} />
          </div>
        )}
        <PendingFiles files={files} uploads={store.uploads} />
        {state === 'refused' ? (
          <div className="mt-1.5 flex flex-wrap items-center gap-2">
            <p role="alert" className="flex items-center gap-1.5 text-sm text-bad">
              <CircleAlert aria-hidden className="size-4 shrink-0" />
              Not sent yet. {problem}
            </p>
            {!(lost && !body.trim() && files.length === 1) && (
              <Button size="s" onClick={() => store.retry(clientId)}>
                {lost ? 'Send without it' : 'Retry'}
              </Button>
            )}
            <Button size="s" look="quiet" onClick={() => store.discard(clientId)}>
              Discard
            </Button>
          </div>
        ) : (
          <p className="flex items-center gap-1 text-xs text-ink-3">
            {state !== 'sent' && <Clock aria-hidden className="size-3" />}
            {says[state]}
          </p>
        )}
      </div>
    </div>
  )
}
