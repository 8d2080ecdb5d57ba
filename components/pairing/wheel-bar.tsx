'use client'
import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import type { RunView, WheelView } from '@/contracts/documents'
import { BalanceDialog, type BalanceRequest } from './balance-dialog'
import { learnServerTime } from './server-clock'
import { clockFace, useTurnLeft } from './turn-clock'
import { TurnRing } from './turn-ring'
import { type TurnRequest, useTurn } from './use-turn'
import { WheelAction } from './wheel-action'
import { WheelAnnouncer } from './wheel-announcer'
import { WheelMenu } from './wheel-menu'
import { type TeamPerson, wheelOptions } from './wheel-options'
import { whoDrives } from './wheel-words'

const passesOnGreen = 'The wheel passes on when tests turn green'

/**
 * Who drives, for how long, and what one can do about it.
 * @param present who is in the room: a driver who is not can be relieved at once
 * @param balance asks how the work has been shared so far
 * @param serverTime the server's moment of rendering, in ISO, so that a wrong device clock does no harm
 */
export function WheelBar({
  roomId,
  wheel,
  people,
  selfId,
  turn: request,
  balance,
  present,
  newestRun,
  serverTime,
}: {
  roomId: string
  wheel: WheelView
  people: TeamPerson[]
  selfId: string
  turn: TurnRequest
  balance: BalanceRequest
  newestRun?: RunView
  present?: ReadonlySet<string>
  serverTime?: string
}) {
  useServerTime(wheel, serverTime)
  const { turn, busy, mayTakeBack } = useTurn(roomId, request)
  const [asked, setAsked] = useState(false)
  const left = useTurnLeft(wheel)
  const driver = people.find(({ id }) => id === wheel.driverId)
  const options = wheelOptions(wheel, people, selfId, present)
  const paused = wheel.pausedMs !== null
  return (
    <section
      aria-label="The wheel"
      className="flex shrink-0 items-center gap-2 rounded-full border border-line bg-surface py-0.5 pr-0.5 pl-2"
    >
      {driver && <Avatar person={driver} size="s" />}
      <div className={driver ? 'hidden leading-tight sm:block' : 'hidden leading-tight lg:block'}>
        <p className="text-xs font-semibold whitespace-nowrap text-ink">
          {whoDrives(wheel, people, selfId)}
        </p>
        {wheel.rotation !== null && (
          <p className="tabular text-xs whitespace-nowrap text-ink-3">
            {left === null
              ? `Turns of ${wheel.rotation} minutes`
              : paused
                ? `Paused at ${clockFace(left)}`
                : `${clockFace(left)} left of ${wheel.rotation}`}
          </p>
        )}
      </div>
      {driver && <p className="sr-only sm:hidden">{whoDrives(wheel, people, selfId)}</p>}
      {wheel.rotation !== null && left !== null && (
        <>
          <TurnRing left={left / (wheel.rotation * 60_000)} paused={paused} />
          <span className="tabular text-xs text-ink-2 sm:hidden">{clockFace(left)}</span>
        </>
      )}
      {/* On a phone the menu has it: the name of the room needs the place. */}
      {wheel.driverId !== null && wheel.pingPong && (
        <span
          role="img"
          aria-label={passesOnGreen}
          title={passesOnGreen}
          className="hidden size-6 items-center justify-center rounded-full bg-good-soft text-good sm:inline-flex"
        >
          <ArrowLeftRight aria-hidden className="size-3.5" />
        </span>
      )}
      {/* On a phone the menu beside it, which has all of it, must do. */}
      <div className="hidden md:block">
        <WheelAction options={options} turn={turn} busy={busy} mayTakeBack={mayTakeBack} />
      </div>
      <WheelMenu
        wheel={wheel}
        options={options}
        turn={turn}
        mayTakeBack={mayTakeBack}
        onBalance={() => setAsked(true)}
      />
      <WheelAnnouncer
        wheel={wheel}
        people={people}
        selfId={selfId}
        left={left}
        newestRun={newestRun}
      />
      <BalanceDialog
        open={asked}
        onOpenChange={setAsked}
        roomId={roomId}
        people={people}
        selfId={selfId}
        request={balance}
      />
    </section>
  )
}

/** Learns the server's clock from the page, and from each turn that begins while one looks on. */
function useServerTime(wheel: WheelView, serverTime: string | undefined) {
  const first = useRef(wheel)
  useEffect(() => {
    if (serverTime) learnServerTime(Date.parse(serverTime))
  }, [serverTime])
  useEffect(() => {
    const { endsAt, rotation, driverId } = wheel
    const began = driverId !== first.current.driverId || rotation !== first.current.rotation
    first.current = wheel
    if (began && endsAt && rotation) learnServerTime(Date.parse(endsAt) - rotation * 60_000)
  }, [wheel])
}
