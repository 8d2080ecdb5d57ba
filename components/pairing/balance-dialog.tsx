'use client'
import { useEffect, useState } from 'react'
import type { Answer } from '@/components/realtime/transport'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import type { BalanceView } from '@/contracts/documents'
import { balanceBars, balanceKinds } from './balance-bars'
import type { TeamPerson } from './wheel-options'

export type BalanceRequest = (input: { roomId: string }) => Promise<Answer<'wheel:balance'>>
type Props = {
  roomId: string
  people: TeamPerson[]
  selfId: string
  request: BalanceRequest
}

/** Who has had the wheel and the keyboard so far. */
export function BalanceDialog({
  open,
  onOpenChange,
  ...rest
}: Props & { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="How the work is shared"
      description="In this room so far. No more than a hint for whose turn it could be next."
    >
      <Balance {...rest} />
    </Dialog>
  )
}

function Balance({ roomId, people, selfId, request }: Props) {
  const [answer, setAnswer] = useState<Answer<'wheel:balance'> | null>(null)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when it is opened, and when tried again.
  useEffect(() => {
    let gone = false
    async function ask() {
      setAnswer(null)
      const next = await request({ roomId })
      if (!gone) setAnswer(next)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [roomId, tries])
  if (!answer)
    return (
      <Loading>
        <div className="flex flex-col gap-3">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-6 w-full" />
          <Skeleton className="h-6 w-full" />
        </div>
      </Loading>
    )
  if (!answer.ok)
    return (
      <div role="alert" className="flex flex-col items-start gap-3">
        <p>{answer.message}</p>
        <Button size="s" onClick={() => setTries(tries + 1)}>
          Try again
        </Button>
      </div>
    )
  return <Bars shares={answer.people} people={people} selfId={selfId} />
}

function Bars({
  shares,
  people,
  selfId,
}: {
  shares: BalanceView[]
  people: TeamPerson[]
  selfId: string
}) {
  if (shares.every(({ drivingMs, edits, runs }) => drivingMs + edits + runs === 0))
    return (
      <p className="text-ink-2">
        Nothing to compare yet. It begins when somebody takes the wheel, writes or runs something.
      </p>
    )
  return balanceKinds.map((kind) => (
    <section key={kind.title} aria-labelledby={`balance-${kind.of}`}>
      <h3 id={`balance-${kind.of}`} className="mb-1.5 font-text text-sm font-semibold">
        {kind.title}
      </h3>
      <ul className="flex flex-col gap-2">
        {balanceBars(shares, people, kind).map(({ person, words, percent }) => (
          <li
            key={person.id}
            className="grid grid-cols-[1.5rem_minmax(0,7rem)_1fr_auto] items-center gap-2 text-sm"
          >
            <Avatar person={person} size="s" />
            <span className="truncate">{person.id === selfId ? 'You' : person.name}</span>
            <span aria-hidden className="h-2.5 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full"
                style={{ width: `${percent}%`, backgroundColor: `var(--line-${person.line})` }}
              />
            </span>
            <span className="tabular min-w-24 text-right text-xs text-ink-2">
              {words}
              <span className="inline-block w-11">{percent} %</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  ))
}
