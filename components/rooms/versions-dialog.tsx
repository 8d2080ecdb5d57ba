'use client'
import type { Change } from 'diff'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { MessageVersion, MessageView } from '@/contracts/realtime'
import { exactTime, useReaderClock } from './reader-clock'
import { useRoomStore } from './room-context'

/** What stood in a message before it was edited, the newest first, with what each edit changed. */
export function VersionsDialog({
  message,
  onClose,
}: {
  message: MessageView | null
  onClose: () => void
}) {
  return (
    <Dialog
      open={message !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Edits of this message"
      description="Everybody in the room can see what stood here before."
    >
      {message && <Versions key={message.id} message={message} />}
    </Dialog>
  )
}

function Versions({ message: { id: messageId, editedAt } }: { message: MessageView }) {
  const store = useRoomStore()
  const { zone } = useReaderClock()
  const [versions, setVersions] = useState<(MessageVersion & { parts: Change[] })[] | null>(null)
  const [problem, setProblem] = useState<string>()
  const load = useCallback(async () => {
    setProblem(undefined)
    const input = { roomId: store.roomId, messageId }
    const answer = await store.transport.request('message:versions', input)
    if (!answer.ok) return setProblem(answer.message)
    try {
      setVersions(await compare(answer.versions))
    } catch {
      setProblem('Check your connection and try again.')
    }
  }, [store, messageId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edit has another history
  useEffect(() => void load(), [load, editedAt])
  if (problem)
    return (
      <div className="flex flex-col items-start gap-3">
        <p role="alert" className="text-ink-2">
          The edits could not be read. {problem}
        </p>
        <Button size="s" onClick={load}>
          Try again
        </Button>
      </div>
    )
  if (!versions) return <Skeleton className="h-16 w-full" />
  if (versions.length === 0) return <p className="text-ink-2">The message was deleted.</p>
  return (
    <ol className="flex max-h-[60dvh] flex-col gap-3 overflow-y-auto">
      {versions
        .map((version, at) => (
          <li key={version.at + version.body} className="border-l-2 border-line pl-3 text-sm">
            <time dateTime={version.at} className="tabular block text-xs text-ink-3">
              {at > 0 ? 'Edited' : 'Written'} {exactTime(version.at, zone)}
            </time>
            <p className="break-words whitespace-pre-wrap">
              <Difference parts={version.parts} />
            </p>
          </li>
        ))
        .reverse()}
    </ol>
  )
}

/** Longer work than this, in milliseconds, is given up: the text is shown without marks. */
const patience = 200

/** Each text with what its edit changed. What compares words is fetched when somebody wants to see it. */
async function compare(versions: MessageVersion[]) {
  const { diffWordsWithSpace } = await import('diff')
  return versions.map((version, at) => {
    const before = versions[at - 1]?.body ?? version.body
    const whole = [{ value: version.body, added: false, removed: false, count: 1 }]
    const parts = diffWordsWithSpace(before, version.body, { timeout: patience }) ?? whole
    return { ...version, parts }
  })
}

function Difference({ parts }: { parts: Change[] }) {
  let place = 0
  return parts.map(({ value, added, removed }) => {
    const key = place
    place += value.length
    if (added)
      return (
        <ins key={key} className="rounded-s bg-good-soft text-good no-underline">
          {value}
        </ins>
      )
    if (removed)
      return (
        <del key={`-${key}`} className="rounded-s bg-bad-soft text-bad">
          {value}
        </del>
      )
    return <span key={key}>{value}</span>
  })
}
