'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, FormMessage, Select } from '@/components/ui/field'
import { type MutedView, slowChoices } from '@/contracts/rooms'
import { exactTime, useReaderClock } from './reader-clock'
import { useRoomStore, useRoomView } from './room-context'
import { span } from './slow-words'

/** For those who keep order in a room: slow mode, and who is muted. */
export function OrderDialog({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const { transport, roomId } = useRoomStore()
  const { slowSeconds } = useRoomView()
  const [muted, setMuted] = useState<MutedView[]>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    if (!open) return
    let gone = false
    void transport.request('member:list-muted', { roomId }).then((answer) => {
      if (gone) return
      if (answer.ok) setMuted(answer.muted)
      setProblem(answer.ok ? undefined : answer.message)
    })
    return () => {
      gone = true
    }
  }, [open, transport, roomId])

  async function slow(seconds: number) {
    const answer = await transport.request('room:slow', { roomId, seconds })
    setProblem(answer.ok ? undefined : answer.message)
  }
  async function lift(personId: string) {
    const answer = await transport.request('member:unmute', { roomId, personId })
    setProblem(answer.ok ? undefined : answer.message)
    if (answer.ok) setMuted((now) => now?.filter(({ person }) => person.id !== personId))
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keep order"
      description="Slow mode gives everybody time to read. You are not slowed down yourself."
    >
      <Field label="Slow mode" hint="How long people wait between two messages.">
        {(control) => (
          <Select
            {...control}
            value={slowSeconds}
            onChange={(event) => void slow(Number(event.target.value))}
          >
            {slowChoices.map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds === 0 ? 'Off' : span(seconds)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <section aria-labelledby="muted" className="flex flex-col gap-2">
        <h3 id="muted" className="font-text text-sm font-semibold tracking-normal">
          Muted
        </h3>
        {(muted || !problem) && <Muted muted={muted} onLift={lift} />}
      </section>
      <FormMessage>{problem}</FormMessage>
    </Dialog>
  )
}

function Muted({
  muted,
  onLift,
}: {
  muted: MutedView[] | undefined
  onLift: (personId: string) => Promise<void>
}) {
  const { zone } = useReaderClock()
  if (!muted) return <p className="text-sm text-ink-3">Looking who is muted</p>
  if (muted.length === 0)
    return (
      <p className="text-sm text-ink-2">
        Nobody is muted here. You can mute the author of a message from its actions.
      </p>
    )
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {muted.map(({ person, reason, until, mutedBy }) => (
        <li key={person.id} className="flex items-center gap-3 py-2">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold">{person.name}</span>
            <span className="block break-words text-ink-2">
              {reason} · {until ? `until ${exactTime(until, zone)}` : 'until it is lifted'}
              {mutedBy && ` · by ${mutedBy}`}
            </span>
          </span>
          <Button size="s" onClick={() => void onLift(person.id)}>
            Lift<span className="sr-only"> the mute of {person.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
