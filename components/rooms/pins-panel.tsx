'use client'
import { PinOff } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { type MessageView, messageExcerpt } from '@/contracts/realtime'
import { useChatSide } from './chat-side'
import { plainText } from './plain-text'
import { messageTime, useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { SideHead } from './side-head'
import { useGoTo } from './use-go-to'

/** What is pinned in this room, the newest pin first. */
export function PinsPanel({ onClose }: { onClose: () => void }) {
  const store = useRoomStore()
  const { pins, known } = useRoomView()
  const [read, setRead] = useState<MessageView[] | null>(null)
  const [problem, setProblem] = useState<string>()
  const load = useCallback(async () => {
    setProblem(undefined)
    const answer = await store.transport.request('pin:list', { roomId: store.roomId })
    if (answer.ok) setRead(answer.messages)
    else setProblem(answer.message)
  }, [store])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of pins has other texts
  useEffect(() => void load(), [load, pins])

  const entries = pins.flatMap((pin) => {
    const message = read?.find((one) => one.id === pin.messageId)
    const by =
      pin.personId === store.me.id ? 'you' : known.find((one) => one.id === pin.personId)?.name
    return message
      ? [{ message, by: by ?? (store.kind === 'step' ? 'somebody here' : 'a former member') }]
      : []
  })
  return (
    <section aria-label="Pinned messages" className="flex min-h-0 flex-1 flex-col">
      <SideHead title="Pinned" onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {problem ? (
          <div className="flex flex-col items-start gap-3 p-4">
            <p role="alert" className="text-ink-2">
              The pinned messages could not be read. {problem}
            </p>
            <Button size="s" onClick={load}>
              Try again
            </Button>
          </div>
        ) : pins.length === 0 ? (
          <p className="p-4 text-ink-2">
            Nothing is pinned. Pin a message that everybody should find again, such as a decision or
            an address.
          </p>
        ) : read === null ? (
          <div aria-busy className="flex flex-col gap-3 p-4">
            <Skeleton className="h-4 w-1/3" />
            <Skeleton className="h-4 w-5/6" />
          </div>
        ) : (
          <ul className="divide-y divide-line">
            {entries.map(({ message, by }) => (
              <li key={message.id} className="flex items-start gap-1 pr-1 hover:bg-sunken">
                <Entry message={message} by={by} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Entry({ message, by }: { message: MessageView; by: string }) {
  const store = useRoomStore()
  const { open } = useChatSide()
  const { now, zone } = useReaderClock()
  const goTo = useGoTo()
  function go() {
    const { id: messageId, threadId } = message
    if (threadId) open({ kind: 'thread', threadId, messageId })
    else void goTo({ aroundId: messageId })
  }
  async function unpin() {
    const input = { roomId: store.roomId, messageId: message.id }
    const answer = await store.transport.request('message:unpin', input)
    if (!answer.ok) toast('The pin was not changed.', answer.message)
  }
  return (
    <>
      <button
        type="button"
        onClick={go}
        title="Go to this message"
        className="min-w-0 flex-1 py-3 pl-4 text-left focus-visible:-outline-offset-2"
      >
        <span className="flex items-baseline gap-2">
          <span className="truncate font-semibold">{message.author.name}</span>
          <span className="tabular shrink-0 text-xs text-ink-3">
            {messageTime(message.createdAt, now, zone)}
          </span>
        </span>
        <span className="line-clamp-3 text-ink-2">{plainText(messageExcerpt(message.body))}</span>
        <span className="block text-xs text-ink-3">Pinned by {by}</span>
      </button>
      <IconButton label="Unpin" onClick={unpin} className="mt-2 shrink-0">
        <PinOff aria-hidden className="size-4" />
      </IconButton>
    </>
  )
}
